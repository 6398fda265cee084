package porthole.lesson.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.display.Sentences;
import porthole.lesson.expect.Expectation;
import porthole.lesson.expect.Expectation.InJava;
import porthole.lesson.expect.Expectation.NetworkIs;
import porthole.lesson.expect.Expectation.NetworkState;
import porthole.lesson.expect.Expectation.Reach;
import porthole.lesson.file.Lesson;
import porthole.lesson.file.LessonExercise;
import porthole.lesson.file.LessonLines;
import porthole.lesson.file.LessonQuestion;
import porthole.lesson.file.LessonQuestion.Choice;

/** Checks that measure something: no constant, and each choice of a question can come out. */
final class ChecksThatCanFail {
    private static final Sentences SENTENCES = Sentences.of(ChecksThatCanFail.class);
    private static final String STRING = "\"(?:\\\\.|[^\"\\\\])*\"";
    private static final Pattern LITERAL =
            Pattern.compile(STRING + "|true|false|null|-?\\d[\\d_.]*[LlFfDd]?|Boolean\\.(?:TRUE|FALSE)");
    private static final Pattern LAMBDA = Pattern.compile("\\(\\s*\\)\\s*->\\s*(.*)", Pattern.DOTALL);
    private static final Pattern RETURN = Pattern.compile("\\breturn\\b\\s*([^;]*);");

    /** A value that is one of two, or of more: {@code … ? "a" : … ? "b" : "c"}. */
    private static final Pattern OUTCOMES = Pattern.compile("[?:]\\s*(" + STRING + ")");

    /** Those that each engine has and nobody can remove. */
    private static final Set<String> PREDEFINED = Set.of("bridge", "host", "none");

    private ChecksThatCanFail() {}

    static List<ReviewFinding> of(ReviewedNotebook notebook) {
        List<ReviewFinding> findings = new ArrayList<>();
        for (LessonCall call : notebook.calls()) {
            if (call.word().equals("check") || call.word().equals("verify")) {
                for (String measured : call.rest()) {
                    ofCell(notebook, call, measured)
                            .ifPresent(
                                    said -> findings.add(notebook.finding(call.cell(), ReviewRule.CANNOT_FAIL, said)));
                }
            }
        }
        return findings;
    }

    private static Optional<String> ofCell(ReviewedNotebook notebook, LessonCall call, String measured) {
        Optional<LessonQuestion> question = notebook.lesson()
                .filter(lesson -> call.word().equals("check"))
                .flatMap(lesson -> Optional.ofNullable(lesson.questions().get(call.name())));
        return question.isPresent()
                ? ofExpression(question.get(), measured)
                : outcomes(measured).filter(all -> all.size() == 1).map(all -> constant(call.word(), call.name(), all));
    }

    private static Optional<String> ofExpression(LessonQuestion question, String measured) {
        Optional<Set<String>> outcomes = outcomes(measured);
        if (outcomes.isEmpty()) {
            return Optional.empty();
        }
        Set<String> all = outcomes.get();
        if (all.size() == 1) {
            return Optional.of(constant("check", question.name(), all));
        }
        Set<String> never = new TreeSet<>(question.choices().keySet());
        never.removeIf(choice -> all.contains('"' + choice + '"'));
        return never.isEmpty()
                ? Optional.empty()
                : Optional.of(SENTENCES.say("review.never-answers", question.name(), String.join(", ", never)));
    }

    private static String constant(String word, String name, Set<String> value) {
        return SENTENCES.say("review.constant", word, name, value.iterator().next());
    }

    /** The literals that a lambda can give; empty where it gives something else. */
    static Optional<Set<String>> outcomes(String lambda) {
        Matcher body = LAMBDA.matcher(lambda.strip());
        if (!body.matches()) {
            return Optional.empty();
        }
        String code = body.group(1).strip();
        List<String> values = new ArrayList<>();
        if (code.startsWith("{")) {
            RETURN.matcher(code).results().forEach(m -> values.add(m.group(1).strip()));
        } else {
            values.add(code);
        }
        Set<String> all = new LinkedHashSet<>();
        for (String value : values) {
            String bare = value.replaceAll("^\\((.*)\\)$", "$1").strip();
            if (LITERAL.matcher(bare).matches()) {
                all.add(bare);
                continue;
            }
            Set<String> chosen = new LinkedHashSet<>();
            OUTCOMES.matcher(bare).results().forEach(m -> chosen.add(m.group(1)));
            // Each "?" has its ":", and behind both a literal or the next question.
            if (chosen.isEmpty() || !bare.matches("(?s).*\\?\\s*" + STRING + "\\s*:.*" + STRING)) {
                return Optional.empty();
            }
            all.addAll(chosen);
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    /**
     * What the lesson's file itself measures.
     *
     * @param notebooks all that begin the lesson
     */
    static List<ReviewFinding> of(Lesson lesson, List<ReviewedNotebook> notebooks) {
        List<ReviewFinding> findings = new ArrayList<>();
        LessonLines lines = LessonLines.of(lesson.file());
        for (LessonQuestion question : lesson.questions().values()) {
            boolean byTheFile = notebooks.stream()
                    .flatMap(n -> n.calls("check").stream())
                    .anyMatch(c -> c.name().equals(question.name()) && c.rest().isEmpty());
            question.measure()
                    .flatMap(measure -> ofExpression(question, "() -> " + measure))
                    .ifPresent(said -> findings.add(new ReviewFinding(
                            lesson.file(),
                            lines.line("questions", question.name(), "measure"),
                            ReviewRule.CANNOT_FAIL,
                            said)));
            question.choices()
                    .forEach((name, choice) -> choice(question, name, choice, byTheFile)
                            .ifPresent(said -> findings.add(new ReviewFinding(
                                    lesson.file(),
                                    lines.line("questions", question.name(), "choices", name, "when"),
                                    ReviewRule.CANNOT_FAIL,
                                    said))));
        }
        for (LessonExercise exercise : lesson.exercises().values()) {
            findings.addAll(exercise(lesson, lines, exercise));
        }
        return findings;
    }

    private static Optional<String> choice(LessonQuestion question, String name, Choice choice, boolean byTheFile) {
        if (choice.when().isEmpty()) {
            return byTheFile && question.measure().isEmpty()
                    ? Optional.of(SENTENCES.say("review.choice-unmeasured", name, question.name()))
                    : Optional.empty();
        }
        Expectation when = choice.when().get();
        if (isConstant(when)) {
            return Optional.of(SENTENCES.say("review.when-constant", name, question.name()));
        }
        for (Map.Entry<String, Choice> before : question.choices().entrySet()) {
            if (before.getKey().equals(name)) {
                break;
            }
            if (before.getValue().when().equals(choice.when())) {
                return Optional.of(SENTENCES.say("review.when-twice", name, question.name(), before.getKey()));
            }
        }
        return Optional.empty();
    }

    private static boolean isConstant(Expectation expected) {
        if (expected instanceof InJava java) {
            return LITERAL.matcher(java.expression().strip()).matches();
        }
        return expected instanceof NetworkIs is && is.state() == NetworkState.PRESENT && PREDEFINED.contains(is.name());
    }

    private static List<ReviewFinding> exercise(Lesson lesson, LessonLines lines, LessonExercise exercise) {
        List<ReviewFinding> findings = new ArrayList<>();
        for (int i = 0; i < exercise.expected().size(); i++) {
            Expectation expected = exercise.expected().get(i).that();
            int line = lines.line("exercises", exercise.name(), "expect", i);
            if (isConstant(expected)) {
                String said = SENTENCES.say(
                        "review.expect-constant", exercise.expected().get(i).line());
                findings.add(new ReviewFinding(lesson.file(), line, ReviewRule.CANNOT_FAIL, said));
            }
            for (int j = 0; j < i; j++) {
                if (expected instanceof Reach one
                        && exercise.expected()
                                .get(j)
                                .that()
                                .equals(new Reach(one.from(), one.target(), !one.wanted()))) {
                    String said = SENTENCES.say(
                            "review.expect-opposite", exercise.expected().get(j).line());
                    findings.add(new ReviewFinding(lesson.file(), line, ReviewRule.CANNOT_FAIL, said));
                }
            }
        }
        if (exercise.points() == 0) {
            findings.add(new ReviewFinding(
                    lesson.file(),
                    lines.line("exercises", exercise.name()),
                    ReviewRule.CANNOT_FAIL,
                    SENTENCES.say("review.no-points", exercise.name())));
        }
        return findings;
    }
}
