package porthole.lesson.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import porthole.display.Language;
import porthole.display.Sentences;
import porthole.lesson.file.Lesson;
import porthole.lesson.file.LessonLines;
import porthole.lesson.file.LessonQuestion;
import porthole.lesson.file.LessonQuiz;

/** Quizzes in which somebody who knows nothing finds the right choice by its place or its length. */
final class GuessableQuizzes {
    private static final Sentences SENTENCES = Sentences.of(GuessableQuizzes.class);

    /** In fewer questions, what all have in common may be chance. */
    private static final int FEWEST = 4;

    /** So much longer than the next is longer by far. */
    private static final double BY_FAR = 1.4;

    private GuessableQuizzes() {}

    /** One finding for each quiz at most. */
    static List<ReviewFinding> of(Lesson lesson) {
        LessonLines lines = LessonLines.of(lesson.file());
        List<ReviewFinding> findings = new ArrayList<>();
        for (LessonQuiz quiz : lesson.quizzes().values()) {
            Collection<LessonQuestion> questions = quiz.questions().values();
            if (questions.size() >= FEWEST) {
                byPlace(quiz.name(), questions)
                        .or(() -> byLength(quiz.name(), questions))
                        .ifPresent(said -> findings.add(new ReviewFinding(
                                lesson.file(), lines.line("quizzes", quiz.name()), ReviewRule.GUESSABLE, said)));
            }
        }
        return findings;
    }

    /** One letter is right in more than two thirds of the questions. */
    private static Optional<String> byPlace(String quiz, Collection<LessonQuestion> questions) {
        Map<String, Integer> letters = new LinkedHashMap<>();
        for (LessonQuestion question : questions) {
            int place = List.copyOf(question.choices().keySet())
                    .indexOf(question.answer().orElseThrow());
            letters.merge(String.valueOf((char) ('a' + place)), 1, Integer::sum);
        }
        return letters.entrySet().stream()
                .filter(letter -> letter.getValue() * 3 > questions.size() * 2)
                .map(letter -> SENTENCES.say(
                        "review.guessable.place", letter.getKey(), letter.getValue(), questions.size(), quiz))
                .findFirst();
    }

    /** The right choice is the longest by far in more than half of the questions, in one language. */
    private static Optional<String> byLength(String quiz, Collection<LessonQuestion> questions) {
        Set<String> languages = new TreeSet<>();
        questions.forEach(question -> question.choices()
                .values()
                .forEach(choice -> languages.addAll(choice.words().in().keySet())));
        for (String language : languages) {
            long longest =
                    questions.stream().filter(q -> standsOut(q, language)).count();
            if (longest * 2 > questions.size()) {
                String where = language.isEmpty() ? "" : Language.current().aside("", language);
                return Optional.of(SENTENCES.say("review.guessable.length", longest, questions.size(), quiz, where));
            }
        }
        return Optional.empty();
    }

    private static boolean standsOut(LessonQuestion question, String language) {
        String right = question.answer().orElseThrow();
        return longest(question, language, right::equals) > BY_FAR * longest(question, language, c -> !right.equals(c));
    }

    /** How long the longest of some choices is, in one language. */
    private static int longest(LessonQuestion question, String language, Predicate<String> wanted) {
        return question.choices().entrySet().stream()
                .filter(choice -> wanted.test(choice.getKey()))
                .map(choice -> choice.getValue().words().in())
                .mapToInt(words ->
                        words.getOrDefault(language, words.getOrDefault("", "")).length())
                .max()
                .orElse(0);
    }
}
