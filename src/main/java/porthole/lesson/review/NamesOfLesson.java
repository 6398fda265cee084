package porthole.lesson.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import porthole.display.Nearest;
import porthole.display.Sentences;
import porthole.lesson.file.Lesson;
import porthole.lesson.file.LessonLines;

/** What cells name is in the lesson file, and what is there is named; a question is asked before it is checked. */
final class NamesOfLesson {
    private static final Sentences SENTENCES = Sentences.of(NamesOfLesson.class);

    /** What a lesson file has under names. */
    private enum Kind {
        QUESTION("questions", "review.no-question", "review.unused-question"),
        QUIZ("quizzes", "review.no-quiz", "review.unused-quiz"),
        EXERCISE("exercises", "review.no-exercise", "review.unused-exercise");

        private final String key;
        private final String missing;
        private final String unused;

        Kind(String key, String missing, String unused) {
            this.key = key;
            this.missing = missing;
            this.unused = unused;
        }

        Set<String> names(Lesson lesson) {
            return switch (this) {
                case QUESTION -> lesson.questions().keySet();
                case QUIZ -> lesson.quizzes().keySet();
                case EXERCISE -> lesson.exercises().keySet();
            };
        }

        /** What a call names, that of a chapter apart. */
        static Kind of(LessonCall call) {
            return switch (call.word()) {
                case "predict", "check" -> QUESTION;
                case "quiz" -> QUIZ;
                default -> EXERCISE;
            };
        }
    }

    private static final Pair QUESTION =
            new Pair("predict", "check", "review.never-check", "review.never-predict", "review.late-predict");
    private static final Pair EXERCISE =
            new Pair("exercise", "verify", "review.never-verify", "review.never-exercise", "review.late-exercise");

    /**
     * Two words of which one comes after the other.
     *
     * @param open the sentence where the second is missing
     * @param unasked the sentence where the first is missing
     * @param late the sentence where they stand the other way round
     */
    private record Pair(String first, String then, String open, String unasked, String late) {}

    private NamesOfLesson() {}

    static List<ReviewFinding> of(ReviewedNotebook notebook) {
        List<ReviewFinding> findings = new ArrayList<>();
        if (notebook.lesson().isEmpty()) {
            notebook.calls().stream()
                    .filter(call ->
                            !call.word().equals("chapter") && call.rest().isEmpty() && call.names())
                    .filter(call -> notebook.calls("chapter").isEmpty())
                    .findFirst()
                    .ifPresent(call -> findings.add(notebook.finding(
                            call.cell(), ReviewRule.NOTEBOOK, SENTENCES.say("review.no-chapter", call.name()))));
            return findings;
        }
        Lesson lesson = notebook.lesson().get();
        for (LessonCall call : notebook.calls()) {
            unknown(lesson, call)
                    .ifPresent(
                            sentence -> findings.add(notebook.finding(call.cell(), ReviewRule.UNKNOWN_NAME, sentence)));
        }
        findings.addAll(order(notebook, QUESTION, lesson.questions().keySet()));
        findings.addAll(order(notebook, EXERCISE, lesson.exercises().keySet()));
        return findings;
    }

    private static Optional<String> unknown(Lesson lesson, LessonCall call) {
        if (call.word().equals("chapter") || !call.names()) {
            return Optional.empty();
        }
        Kind kind = Kind.of(call);
        Set<String> names = kind.names(lesson);
        // A claim in one word may be what is meant, unless it looks like a name that is there.
        boolean claim = call.word().equals("check")
                && !call.rest().isEmpty()
                && Nearest.to(call.name(), names).isEmpty()
                && !call.name().matches("[a-z0-9]+(?:[-_.][a-z0-9]+)+");
        if (names.contains(call.name()) || claim) {
            return Optional.empty();
        }
        String file = NotebookGroups.nameOf(lesson.file());
        return Optional.of(SENTENCES.say(
                kind.missing,
                file,
                call.name(),
                names.isEmpty() ? "–" : String.join(", ", names),
                Nearest.suggestion(call.name(), names)));
    }

    private static List<ReviewFinding> order(ReviewedNotebook notebook, Pair pair, Set<String> names) {
        List<ReviewFinding> findings = new ArrayList<>();
        for (String name : names) {
            Optional<Integer> begun = cell(notebook, pair.first(), name);
            Optional<Integer> ended = cell(notebook, pair.then(), name);
            if (begun.isPresent() && ended.isEmpty()) {
                findings.add(notebook.finding(begun.get(), ReviewRule.ORDER, SENTENCES.say(pair.open(), name)));
            } else if (ended.isPresent() && begun.isEmpty()) {
                findings.add(notebook.finding(ended.get(), ReviewRule.ORDER, SENTENCES.say(pair.unasked(), name)));
            } else if (begun.isPresent() && begun.get() > ended.get()) {
                findings.add(
                        notebook.finding(begun.get(), ReviewRule.ORDER, SENTENCES.say(pair.late(), name, ended.get())));
            }
        }
        return findings;
    }

    private static Optional<Integer> cell(ReviewedNotebook notebook, String word, String name) {
        return notebook.calls(word).stream()
                .filter(call -> call.name().equals(name))
                .map(LessonCall::cell)
                .findFirst();
    }

    /**
     * Names of a lesson's file that no cell uses.
     *
     * @param notebooks all that begin the lesson
     */
    static List<ReviewFinding> unused(Lesson lesson, Collection<ReviewedNotebook> notebooks) {
        List<LessonCall> calls =
                notebooks.stream().flatMap(n -> n.calls().stream()).toList();
        LessonLines lines = LessonLines.of(lesson.file());
        List<ReviewFinding> findings = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (String name : kind.names(lesson)) {
                if (calls.stream().noneMatch(c -> Kind.of(c) == kind && c.name().equals(name))) {
                    findings.add(unused(lesson, lines.line(kind.key, name), kind.unused, name));
                }
            }
        }
        for (String term : lesson.glossary().keySet()) {
            if (notebooks.stream().noneMatch(n -> uses(n, term))
                    && !LessonTexts.of(lesson).use(term)) {
                findings.add(unused(lesson, lines.line("glossary", term), "review.unused-term", term));
            }
        }
        return findings;
    }

    private static boolean uses(ReviewedNotebook notebook, String term) {
        return notebook.cells().stream().anyMatch(cell -> TechnicalTerm.of(term).isIn(cell.source()));
    }

    private static ReviewFinding unused(Lesson lesson, int line, String key, String name) {
        return new ReviewFinding(lesson.file(), line, ReviewRule.UNUSED, SENTENCES.say(key, name));
    }
}
