package porthole.lesson.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import porthole.display.Nearest;
import porthole.display.Sentences;
import porthole.lesson.expect.Expectation;
import porthole.lesson.expect.Expectation.ContainerIs;
import porthole.lesson.expect.Expectation.ContainerOn;
import porthole.lesson.expect.Expectation.NetworkIs;
import porthole.lesson.expect.Expectation.Reach;
import porthole.lesson.file.Lesson;
import porthole.lesson.file.LessonException;
import porthole.lesson.file.LessonExercise;
import porthole.lesson.file.LessonExercise.Solution;
import porthole.lesson.file.LessonLines;
import porthole.lesson.file.StartState;

/**
 * The docker lines of a lesson file can be read, and the containers and networks that its lines name are those that it lists,
 * that its lines make, or that its cells and tasks name. A lesson with a Compose file is not read for names: that makes more.
 */
final class NamesInLines {
    private static final Sentences SENTENCES = Sentences.of(NamesInLines.class);
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*");
    private static final Pattern SCHEME_AND_HOST = Pattern.compile("(?:[a-z]+://)?([A-Za-z0-9_-]+)(?:[:/].*)?");

    private final Lesson lesson;
    private final LessonLines lines;
    private final NamesOfLine.Reading reading;
    private final List<ReviewFinding> findings = new ArrayList<>();
    private final List<Used> used = new ArrayList<>();
    private final Set<String> containers = new TreeSet<>();
    private final Set<String> networks = new TreeSet<>();
    private final Set<String> known = new HashSet<>(AskedQuestion.PREDEFINED);

    /** A name in a line. */
    private record Used(int line, String text, String name, boolean network) {}

    private NamesInLines(Lesson lesson, NamesOfLine.Reading reading) {
        this.lesson = lesson;
        this.lines = LessonLines.of(lesson.file());
        this.reading = reading;
    }

    static List<ReviewFinding> of(Lesson lesson, Collection<ReviewedNotebook> notebooks, NamesOfLine.Reading reading) {
        NamesInLines names = new NamesInLines(lesson, reading);
        names.state(lesson.start(), "start");
        lesson.exercises().forEach((name, exercise) -> names.state(exercise.scene(), "exercises", name, "scene"));
        boolean composed = lesson.start().compose().isPresent()
                || lesson.exercises().values().stream()
                        .anyMatch(e -> e.scene().compose().isPresent());
        if (!composed) {
            names.inTexts(notebooks);
            names.measured();
            names.used.forEach(names::find);
        }
        return names.findings;
    }

    private void state(StartState state, Object... path) {
        containers.addAll(state.containers());
        networks.addAll(state.networks());
        lines(state.docker(), path, "docker");
        for (int host = 0; host < state.hosts().size(); host++) {
            lines(state.hosts().get(host), path, "hosts", host);
        }
    }

    private void lines(List<String> typed, Object[] path, Object... below) {
        for (int i = 0; i < typed.size(); i++) {
            String text = typed.get(i);
            List<Object> place = new ArrayList<>(List.of(path));
            place.addAll(List.of(below));
            place.add(i);
            int line = lines.line(place.toArray());
            try {
                NamesOfLine names = reading.read(text);
                containers.addAll(names.containersMade());
                networks.addAll(names.networksMade());
                known.addAll(names.aliases());
                names.containers().forEach(name -> used.add(new Used(line, text, name, false)));
                names.networks().forEach(name -> used.add(new Used(line, text, name, true)));
            } catch (LessonException e) {
                String said = SENTENCES.say("review.docker-line", text, e.getMessage());
                findings.add(new ReviewFinding(lesson.file(), line, ReviewRule.DOCKER_LINE, said));
            }
        }
    }

    /** What cells make, and what a task tells to make. */
    private void inTexts(Collection<ReviewedNotebook> notebooks) {
        notebooks.stream()
                .flatMap(notebook -> notebook.cells().stream())
                .filter(cell -> cell.isCode())
                .forEach(cell -> words(cell.source()));
        for (LessonExercise exercise : lesson.exercises().values()) {
            exercise.task().in().values().forEach(this::words);
            exercise.solution().map(Solution::cell).ifPresent(this::words);
        }
        known.addAll(containers);
        known.addAll(networks);
    }

    private void words(String text) {
        WORD.matcher(text).results().map(MatchResult::group).forEach(known::add);
    }

    private void measured() {
        lesson.questions()
                .forEach((question, asked) -> asked.choices()
                        .forEach((choice, said) -> said.when()
                                .ifPresent(when -> expectation(
                                        when, lines.line("questions", question, "choices", choice, "when"), choice))));
        lesson.exercises().forEach((name, exercise) -> {
            for (int i = 0; i < exercise.expected().size(); i++) {
                LessonExercise.Expected expected = exercise.expected().get(i);
                expectation(expected.that(), lines.line("exercises", name, "expect", i), expected.line());
            }
        });
    }

    private void expectation(Expectation expected, int line, String text) {
        if (expected instanceof Reach reach) {
            String call = reach.from() + " -> " + reach.target();
            if (!reach.from().equals("host")) {
                used.add(new Used(line, call, reach.from(), false));
            }
            called(reach.target()).ifPresent(name -> used.add(new Used(line, call, name, false)));
        } else if (expected instanceof NetworkIs is) {
            used.add(new Used(line, text, is.name(), true));
        } else if (expected instanceof ContainerIs is) {
            used.add(new Used(line, text, is.name(), false));
        } else if (expected instanceof ContainerOn on) {
            used.add(new Used(line, text, on.name(), false));
            used.add(new Used(line, text, on.network(), true));
        }
    }

    /** Whom a call names, if that looks like a container of the lesson and no other name of it. */
    private Optional<String> called(String target) {
        return SCHEME_AND_HOST
                .matcher(target)
                .results()
                .map(host -> host.group(1))
                .filter(host -> !host.matches("\\d+|localhost|host"))
                .filter(host -> Nearest.to(host, containers).isPresent())
                .findFirst();
    }

    private void find(Used name) {
        if (known.contains(name.name())) {
            return;
        }
        Set<String> all = name.network() ? networks : containers;
        String said = SENTENCES.say(
                name.network() ? "review.no-network" : "review.no-container",
                name.text(),
                name.name(),
                all.isEmpty() ? "–" : String.join(", ", all),
                Nearest.suggestion(name.name(), all));
        findings.add(new ReviewFinding(lesson.file(), name.line(), ReviewRule.UNKNOWN_NAME, said));
    }
}
