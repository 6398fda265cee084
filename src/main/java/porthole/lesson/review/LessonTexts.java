package porthole.lesson.review;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import porthole.display.Sentences;
import porthole.lesson.file.Lesson;
import porthole.lesson.file.LessonExercise;
import porthole.lesson.file.LessonLines;
import porthole.lesson.file.LessonQuestion;
import porthole.lesson.file.LessonQuiz;
import porthole.lesson.file.LocalText;

/** All that a lesson file says to a reader, each text with its line. */
final class LessonTexts {
    private static final Sentences SENTENCES = Sentences.of(LessonTexts.class);

    private final Lesson lesson;
    private final LessonLines lines;
    private final List<Text> texts = new ArrayList<>();

    private record Text(int line, LocalText words) {}

    private LessonTexts(Lesson lesson) {
        this.lesson = lesson;
        this.lines = LessonLines.of(lesson.file());
    }

    static LessonTexts of(Lesson lesson) {
        LessonTexts all = new LessonTexts(lesson);
        all.add(lesson.title(), "title");
        for (int i = 0; i < lesson.goals().size(); i++) {
            all.add(lesson.goals().get(i), "goals", i);
        }
        lesson.questions().forEach((name, question) -> all.question(question, "questions", name));
        lesson.quizzes().forEach(all::quiz);
        lesson.exercises().forEach(all::exercise);
        lesson.glossary().forEach((term, words) -> all.add(words, "glossary", term));
        return all;
    }

    private void add(LocalText words, Object... path) {
        texts.add(new Text(lines.line(path), words));
    }

    private void question(LessonQuestion question, Object... path) {
        add(question.text(), below(path, "ask"));
        question.choices().forEach((name, choice) -> {
            add(choice.words(), below(path, "choices", name, "words"));
            choice.reply().ifPresent(reply -> add(reply, below(path, "choices", name, "reply")));
        });
        question.why().ifPresent(why -> add(why, below(path, "why")));
    }

    private void quiz(String name, LessonQuiz quiz) {
        quiz.questions().forEach((key, question) -> question(question, "quizzes", name, key));
        quiz.taught().forEach((key, lesson) -> add(lesson, "quizzes", name, key, "lesson"));
    }

    private static Object[] below(Object[] path, Object... more) {
        return Stream.concat(Stream.of(path), Stream.of(more)).toArray();
    }

    private void exercise(String name, LessonExercise exercise) {
        add(exercise.task(), "exercises", name, "task");
        for (int i = 0; i < exercise.expected().size(); i++) {
            int number = i;
            exercise.expected().get(i).words().ifPresent(w -> add(w, "exercises", name, "expect", number, "words"));
        }
        for (int i = 0; i < exercise.hints().size(); i++) {
            add(exercise.hints().get(i), "exercises", name, "hints", i);
        }
        exercise.solution()
                .flatMap(LessonExercise.Solution::why)
                .ifPresent(why -> add(why, "exercises", name, "solution", "why"));
    }

    /** What a call shows to the reader; goals only name what is explained later, and a quiz is about it. */
    static Stream<LocalText> at(Lesson lesson, LessonCall call) {
        LessonQuestion question = lesson.questions().get(call.name());
        LessonExercise exercise = lesson.exercises().get(call.name());
        return switch (call.word()) {
            case "predict" ->
                question == null
                        ? Stream.empty()
                        : Stream.concat(
                                Stream.of(question.text()),
                                question.choices().values().stream().map(LessonQuestion.Choice::words));
            case "check" -> question == null ? Stream.empty() : question.why().stream();
            case "exercise" -> exercise == null ? Stream.empty() : Stream.of(exercise.task());
            default -> Stream.empty();
        };
    }

    /** The line of one of them; 1 if it is none. */
    int line(LocalText words) {
        return texts.stream()
                .filter(text -> text.words().equals(words))
                .map(Text::line)
                .findFirst()
                .orElse(1);
    }

    /** Whether one of them uses a term, its own explanation apart. */
    boolean use(String term) {
        int own = lines.line("glossary", term);
        return texts.stream()
                .filter(text -> text.line() != own)
                .flatMap(text -> text.words().in().values().stream())
                .anyMatch(TechnicalTerm.of(term)::isIn);
    }

    /** Those that lack one of these languages. */
    List<ReviewFinding> lacking(List<String> languages) {
        List<ReviewFinding> findings = new ArrayList<>();
        for (Text text : texts) {
            for (String language : languages) {
                if (!text.words().in().containsKey("") && !text.words().in().containsKey(language)) {
                    findings.add(new ReviewFinding(
                            lesson.file(),
                            text.line(),
                            ReviewRule.UNTRANSLATED,
                            SENTENCES.say(
                                    "review.lacks-language",
                                    language,
                                    text.words().in().values().iterator().next())));
                }
            }
        }
        return findings;
    }
}
