package porthole.lesson.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import porthole.lesson.expect.Expectation.PageText;
import porthole.lesson.expect.Expectation.Reach;
import porthole.lesson.file.LessonQuestion.Choice;

/** Whether cells above a question have measured or said what decides it, and nothing has changed since. */
final class MeasuredAbove {
    private static final Pattern REACH =
            Pattern.compile("\\b(?:reach|answers?|arrives?)|届|通信|到達|つながら", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT =
            Pattern.compile("\\b(?:not?|never|nothing|nobody|cannot|drops?)\\b|n't|ない|ません|ず", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMAND_IN_QUESTION =
            Pattern.compile("\\b(inspect|ls|ps|port|logs|exec|curl|ping|info)\\b");

    /** The words that say what a command does and to what; a repair may have more. */
    private static final int WORDS_OF_COMMAND = 4;

    private final AskedQuestion asked;
    private final ReviewedNotebook notebook;

    MeasuredAbove(AskedQuestion asked) {
        this.asked = asked;
        this.notebook = asked.notebook();
    }

    /**
     * A cell that has shown something.
     *
     * @param cell its number
     * @param what the words of its command
     */
    record Probe(int cell, String what) {}

    private boolean unchanged(int from, int to) {
        return IntStream.range(from + 1, to)
                .mapToObj(notebook::cell)
                .noneMatch(cell -> cell.isCode() && Probes.changes(cell.source()));
    }

    private List<List<String>> deciding() {
        List<List<String>> probes = new ArrayList<>(Probes.in(asked.measure()));
        Choice right = asked.question().choices().get(asked.answer());
        if (right != null && right.when().isPresent()) {
            if (right.when().get() instanceof Reach reach) {
                probes.add(List.of("why", reach.from(), reach.target()));
            } else if (right.when().get() instanceof PageText page) {
                probes.add(List.of("curl", page.url()));
            }
        }
        return probes;
    }

    /** What the cells between question and answer ask, where the check only reads what one of them has kept. */
    private List<List<String>> between() {
        return IntStream.range(asked.cell() + 1, asked.checked())
                .mapToObj(notebook::cell)
                .filter(cell -> cell.isCode())
                .flatMap(cell -> Probes.in(cell.source()).stream())
                .toList();
    }

    /** The last cell above that asks the engine such a question, where nothing was changed since, nor is before the check. */
    private Optional<Probe> lastProbe(Predicate<List<String>> wanted) {
        if (!unchanged(asked.cell(), asked.checked())) {
            return Optional.empty();
        }
        for (int i = asked.cell() - 1; i > 0; i--) {
            String source = notebook.cell(i).source();
            if (!notebook.cell(i).isCode()) {
                continue;
            }
            Optional<List<String>> probe =
                    Probes.in(source).stream().filter(wanted).findFirst();
            if (probe.isPresent()) {
                return Optional.of(new Probe(i, String.join(" ", probe.get())));
            }
            if (Probes.changes(source)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A cell has shown what the check measures. */
    Optional<Probe> measured() {
        List<List<String>> deciding = deciding();
        return lastProbe(probe -> probe.size() > 1 && deciding.contains(probe));
    }

    /** The question asks what a command says of something, and a cell has given that command. */
    Optional<Probe> shown() {
        List<String> commands = COMMAND_IN_QUESTION
                .matcher(asked.ask())
                .results()
                .map(m -> m.group(1))
                .toList();
        Set<String> objects = ContentWords.withParts(ContentWords.of(asked.ask()));
        objects.retainAll(asked.names());
        objects.removeAll(AskedQuestion.PREDEFINED);
        return lastProbe(probe ->
                probe.stream().anyMatch(commands::contains) && probe.stream().anyMatch(objects::contains));
    }

    /** The line offers as a repair what a cell between question and check does. */
    boolean offers(Evidence evidence) {
        int at = evidence.line().indexOf("docker ");
        if (!evidence.isShown() || at < 0) {
            return false;
        }
        List<String> offered = Probes.words(evidence.line().substring(at));
        String begin = " " + String.join(" ", offered.subList(0, Math.min(WORDS_OF_COMMAND, offered.size()))) + " ";
        return offered.size() >= WORDS_OF_COMMAND - 1
                && IntStream.range(asked.cell() + 1, asked.checked())
                        .mapToObj(notebook::cell)
                        .filter(cell -> cell.isCode() && Probes.changes(cell.source()))
                        .map(cell -> " "
                                + String.join(" ", Probes.words(cell.source().replace('.', ' '))) + " ")
                        .anyMatch(done -> done.contains(begin));
    }

    /** What the check measures is there before the next cell, and stays. */
    boolean staysAsItIs() {
        return unchanged(asked.cell(), asked.checked());
    }

    /** The line is what one container got, and the question is what another gets. */
    boolean isOfAnother(Evidence evidence) {
        Set<String> wanted = callers(asked.measure());
        Set<String> had = callers(notebook.cell(evidence.cell()).source());
        return evidence.isShown() && !wanted.isEmpty() && !had.isEmpty() && Collections.disjoint(wanted, had);
    }

    private static Set<String> callers(String source) {
        return Probes.in(source).stream()
                .filter(probe -> probe.size() > 1 && probe.get(0).equals("exec"))
                .map(probe -> probe.get(1))
                .collect(Collectors.toSet());
    }

    /** A call that arrives has 0 as its answer; a line that says that two reach each other does not tell another. */
    private boolean saysTheOpposite(Evidence evidence) {
        return asked.answer().matches("[1-9]\\d*")
                && !NOT.matcher(evidence.line()).find();
    }

    /** Who calls whom is the question, and the line has both. */
    boolean saysWhoReaches(Evidence evidence) {
        if (!evidence.isShown()
                || saysTheOpposite(evidence)
                || !REACH.matcher(evidence.line()).find()
                || !unchanged(asked.cell(), asked.checked())
                || !unchanged(evidence.cell(), asked.cell())) {
            return false;
        }
        List<List<String>> calls = deciding().isEmpty() ? between() : deciding();
        Set<String> both = new HashSet<>();
        calls.stream()
                .filter(probe -> probe.contains("curl") || probe.contains("why") || probe.contains("ping"))
                .forEach(probe -> probe.forEach(word -> both.addAll(List.of(word.split(":")))));
        both.retainAll(asked.names());
        return both.size() >= 2 && both.stream().allMatch(evidence.line()::contains);
    }
}
