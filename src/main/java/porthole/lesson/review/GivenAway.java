package porthole.lesson.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import porthole.display.Sentences;
import porthole.lesson.expect.Expectation.PageText;
import porthole.lesson.expect.Expectation.Reach;
import porthole.lesson.file.Lesson;
import porthole.lesson.file.LessonQuestion;
import porthole.lesson.file.LessonQuestion.Choice;

/**
 * What stands above a question and gives its answer away: the words of the right choice, its reason, the measurement that decides
 * it, a picture's sentence about the same two, a warning, a repair that is the next step. It does not understand a text: what says
 * the answer in other words is not found.
 */
final class GivenAway {
    private static final Sentences SENTENCES = Sentences.of(GivenAway.class);
    private static final Set<String> PREDEFINED =
            Set.of("bridge", "host", "none", "null", "overlay", "macvlan", "ipvlan");
    private static final Pattern REACH =
            Pattern.compile("\\b(?:reach|answers?|arrives?)|届|通信|到達|つながら", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMAND_IN_QUESTION =
            Pattern.compile("\\b(inspect|ls|ps|port|logs|exec|curl|ping|info)\\b");

    /** As many words in a row are no chance. */
    private static final int RUN_OF_WORDS = 4;

    private final ReviewedNotebook notebook;
    private final LessonQuestion question;
    private final LessonCall asked;
    private final int checked;
    private final String measure;
    private final String answer;
    private final Set<String> names;
    private final List<Evidence> above;

    private GivenAway(
            ReviewedNotebook notebook,
            Optional<ExecutedNotebook> run,
            Lesson lesson,
            LessonQuestion question,
            LessonCall asked,
            String answer) {
        this.notebook = notebook;
        this.question = question;
        this.asked = asked;
        this.answer = answer;
        Optional<LessonCall> check = notebook.calls("check").stream()
                .filter(call -> call.name().equals(question.name()))
                .findFirst();
        this.checked = check.map(LessonCall::cell).orElse(asked.cell());
        this.measure = check.map(call -> String.join("\n", call.rest())).orElse("");
        this.names = names(lesson);
        this.above = Evidence.above(notebook, run, asked.cell());
    }

    /** A finding for each question whose answer is known and stands above it. */
    static List<ReviewFinding> of(ReviewedNotebook notebook, Optional<ExecutedNotebook> run) {
        List<ReviewFinding> findings = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (LessonCall call : notebook.calls("predict")) {
            notebook.lesson()
                    .filter(lesson -> lesson.questions().containsKey(call.name()) && done.add(call.name()))
                    .flatMap(lesson -> of(notebook, run, lesson, call))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    private static Optional<ReviewFinding> of(
            ReviewedNotebook notebook, Optional<ExecutedNotebook> run, Lesson lesson, LessonCall call) {
        return Optional.ofNullable(lesson.questions().get(call.name()))
                .flatMap(question -> run.flatMap(r -> RunFindings.measured(r, question))
                        .or(question::answer)
                        .map(answer -> new GivenAway(notebook, run, lesson, question, call, answer))
                        .flatMap(GivenAway::finding));
    }

    private static Set<String> names(Lesson lesson) {
        Set<String> names = new HashSet<>(PREDEFINED);
        names.addAll(lesson.start().containers());
        names.addAll(lesson.start().networks());
        lesson.exercises().values().forEach(e -> names.addAll(e.scene().containers()));
        return names.stream().map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private Optional<ReviewFinding> finding() {
        return measuredAbove()
                .or(() -> asksWhatWasShown())
                .or(() -> repairAbove())
                .or(() -> first("review.given.words", this::hasTheAnswer))
                .or(() -> first("review.given.reason", this::hasTheReason))
                .or(() -> first("review.given.picture", this::saysWhoReaches))
                .or(() -> first("review.given.warning", this::warns))
                .or(() -> headingTells())
                .map(said -> notebook.finding(asked.cell(), ReviewRule.GIVEN_AWAY, said));
    }

    private Optional<String> first(String key, Predicate<Evidence> gives) {
        return above.stream().filter(gives).findFirst().map(found -> say(key, found));
    }

    private String say(String key, Evidence found) {
        return SENTENCES.say(key, question.name(), found.cell(), shortened(found.line()));
    }

    private static String shortened(String line) {
        return line.length() > 160 ? line.substring(0, 159) + "…" : line;
    }

    // ---- words

    private String words(Choice choice) {
        return choice.words()
                .in()
                .getOrDefault(notebook.language(), choice.words().in().getOrDefault("", ""));
    }

    private String words(String choice) {
        Choice named = question.choices().get(choice);
        return named == null ? "" : words(named);
    }

    private String ask() {
        return question.text()
                .in()
                .getOrDefault(notebook.language(), question.text().in().getOrDefault("", ""));
    }

    private String why() {
        return question.why()
                .map(why -> why.in().getOrDefault(notebook.language(), why.in().getOrDefault("", "")))
                .orElse("");
    }

    /** What the words of a choice have that those of no other have; of these the names and numbers, where there are some. */
    private Set<String> own(String choice) {
        Set<String> own = new LinkedHashSet<>(ContentWords.of(words(choice)));
        for (String other : question.choices().keySet()) {
            if (!other.equals(choice)) {
                own.removeAll(ContentWords.of(words(other)));
            }
        }
        Set<String> strong = own.stream()
                .filter(word -> ContentWords.isName(word, names))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return strong.isEmpty() ? own : strong;
    }

    private boolean hasTheAnswer(Evidence evidence) {
        Set<String> key = own(answer);
        Set<String> line = ContentWords.withParts(ContentWords.of(evidence.line()));
        if (key.isEmpty() || !line.containsAll(key) || ContentWords.of(ask()).containsAll(key)) {
            return false;
        }
        for (String other : question.choices().keySet()) {
            Set<String> its = own(other);
            if (!other.equals(answer) && !its.isEmpty() && its.stream().anyMatch(line::contains)) {
                return false; // it names the choices, not the answer
            }
        }
        Set<String> subject = ContentWords.withParts(ContentWords.of(ask()));
        question.choices().values().forEach(choice -> subject.removeAll(ContentWords.of(words(choice))));
        subject.retainAll(line);
        return weight(subject) >= 2;
    }

    private int weight(Set<String> shared) {
        return shared.stream()
                .mapToInt(word -> ContentWords.isName(word, names) ? 2 : 1)
                .sum();
    }

    private boolean hasTheReason(Evidence evidence) {
        for (String text : List.of(words(answer), why())) {
            if (inARow(text, evidence.line())) {
                return true;
            }
        }
        return false;
    }

    /** Whether two texts have a run of words in common that is no chance; in Japanese a run of letters. */
    private boolean inARow(String one, String other) {
        if (one.codePoints().anyMatch(c -> c >= 0x3040 && c <= 0x30ff)) {
            return lettersInARow(one.replaceAll("[\\s\\p{P}]", ""), other.replaceAll("[\\s\\p{P}]", ""));
        }
        List<String> a = ContentWords.all(one);
        String b = " " + String.join(" ", ContentWords.all(other)) + " ";
        return IntStream.rangeClosed(0, a.size() - RUN_OF_WORDS).anyMatch(i -> {
            List<String> run = a.subList(i, i + RUN_OF_WORDS);
            Set<String> telling = new HashSet<>(run);
            telling.retainAll(ContentWords.of(String.join(" ", run)));
            telling.removeIf(word -> ContentWords.isName(word, names));
            return !telling.isEmpty()
                    && weight(telling) + commonOwn(run) >= 2
                    && b.contains(" " + String.join(" ", run) + " ");
        });
    }

    /** "Of its own" tells, though each of its words stands everywhere. */
    private static int commonOwn(List<String> run) {
        return run.contains("own") || run.contains("no") ? 1 : 0;
    }

    private static boolean lettersInARow(String one, String other) {
        int length = 11;
        return IntStream.rangeClosed(0, one.length() - length).anyMatch(i -> {
            String run = one.substring(i, i + length);
            return run.codePoints().filter(c -> c >= 0x30a1).count() >= 4 && other.contains(run);
        });
    }

    // ---- measurements

    private boolean unchanged(int from, int to) {
        return IntStream.range(from + 1, to)
                .mapToObj(notebook::cell)
                .noneMatch(cell -> cell.isCode() && Probes.changes(cell.source()));
    }

    private List<List<String>> deciding() {
        List<List<String>> probes = new ArrayList<>(Probes.in(measure));
        Choice right = question.choices().get(answer);
        if (right != null && right.when().isPresent()) {
            if (right.when().get() instanceof Reach reach) {
                probes.add(List.of("why", reach.from(), reach.target()));
            } else if (right.when().get() instanceof PageText page) {
                probes.add(List.of("curl", page.url()));
            }
        }
        return probes;
    }

    /** A cell above, since which nothing was changed, has shown what decides. */
    private Optional<String> measuredAbove() {
        if (!unchanged(asked.cell(), checked)) {
            return Optional.empty();
        }
        List<List<String>> deciding = deciding();
        for (int i = asked.cell() - 1; i > 0; i--) {
            String source = notebook.cell(i).source();
            if (!notebook.cell(i).isCode()) {
                continue;
            }
            for (List<String> probe : Probes.in(source)) {
                if (probe.size() > 1 && deciding.contains(probe)) {
                    return Optional.of(
                            SENTENCES.say("review.given.measured", question.name(), i, String.join(" ", probe)));
                }
            }
            if (Probes.changes(source)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The question asks what a command says of something, and a cell above has given that command. */
    private Optional<String> asksWhatWasShown() {
        List<String> commands = COMMAND_IN_QUESTION
                .matcher(ask())
                .results()
                .map(m -> m.group(1))
                .toList();
        Set<String> objects = ContentWords.withParts(ContentWords.of(ask()));
        objects.retainAll(names);
        objects.removeAll(PREDEFINED);
        if (commands.isEmpty() || objects.isEmpty() || !unchanged(asked.cell(), checked)) {
            return Optional.empty();
        }
        for (int i = asked.cell() - 1; i > 0; i--) {
            String source = notebook.cell(i).source();
            if (!notebook.cell(i).isCode()) {
                continue;
            }
            for (List<String> probe : Probes.in(source)) {
                if (probe.stream().anyMatch(commands::contains)
                        && probe.stream().anyMatch(objects::contains)) {
                    return Optional.of(
                            SENTENCES.say("review.given.measured", question.name(), i, String.join(" ", probe)));
                }
            }
            if (Probes.changes(source)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** An output above offers as a repair what the cell under the question does. */
    private Optional<String> repairAbove() {
        for (int i = asked.cell() + 1; i < checked; i++) {
            if (!notebook.cell(i).isCode() || !Probes.changes(notebook.cell(i).source())) {
                continue;
            }
            String done = " "
                    + String.join(" ", Probes.words(notebook.cell(i).source().replace('.', ' '))) + " ";
            for (Evidence evidence : above) {
                int at = evidence.line().indexOf("docker ");
                if (evidence.kind() == Evidence.Kind.OUTPUT && at >= 0) {
                    List<String> offered = Probes.words(evidence.line().substring(at));
                    if (offered.size() >= 3
                            && done.contains(" " + String.join(" ", offered.subList(0, Math.min(4, offered.size())))
                                    + " ")) {
                        return Optional.of(say("review.given.repair", evidence));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Who calls whom is the question, and a sentence above has both. */
    private boolean saysWhoReaches(Evidence evidence) {
        if (evidence.kind() != Evidence.Kind.OUTPUT
                || !REACH.matcher(evidence.line()).find()
                || !unchanged(asked.cell(), checked)
                || !unchanged(evidence.cell(), asked.cell())) {
            return false;
        }
        Set<String> both = new HashSet<>();
        deciding().stream()
                .filter(probe -> probe.contains("curl") || probe.contains("why") || probe.contains("ping"))
                .forEach(probe -> probe.forEach(word -> both.addAll(List.of(word.split(":")))));
        both.retainAll(names);
        return both.size() >= 2 && both.stream().allMatch(evidence.line()::contains);
    }

    private boolean warns(Evidence evidence) {
        if (!evidence.isWarning()) {
            return false;
        }
        Set<String> shared = ContentWords.withParts(ContentWords.of(ask() + " " + why()));
        shared.retainAll(ContentWords.withParts(ContentWords.of(evidence.line())));
        return weight(shared) >= 2;
    }

    /** The heading of the question is no question, and speaks of what its reason speaks of. */
    private Optional<String> headingTells() {
        Optional<Evidence> heading = above.stream()
                .filter(evidence -> evidence.kind() == Evidence.Kind.HEADING)
                .reduce((a, b) -> b);
        if (heading.isEmpty() || heading.get().line().matches(".*[?？].*")) {
            return Optional.empty();
        }
        Set<String> said = ContentWords.of(heading.get().line());
        Set<String> shared = new HashSet<>(said);
        shared.retainAll(ContentWords.of(why() + " " + words(answer)));
        return said.size() >= 2 && shared.size() >= 2
                ? Optional.of(say("review.given.heading", heading.get()))
                : Optional.empty();
    }
}
