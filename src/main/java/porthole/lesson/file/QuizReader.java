package porthole.lesson.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import porthole.lesson.file.LessonQuestion.Choice;

/** Reads the quizzes of a lesson file. */
final class QuizReader {
    private QuizReader() {}

    static LessonQuiz quiz(String name, YamlField field) {
        Map<String, LessonQuestion> questions = new LinkedHashMap<>();
        Map<String, LocalText> taught = new HashMap<>();
        field.named().forEach((key, each) -> {
            questions.put(key, question(key, each));
            LessonReader.optional(each.entries(), "lesson", YamlField::words).ifPresent(l -> taught.put(key, l));
        });
        if (questions.isEmpty()) {
            throw field.wrong("file.quiz-empty", name);
        }
        return new LessonQuiz(name, Collections.unmodifiableMap(questions), taught);
    }

    private static LessonQuestion question(String name, YamlField field) {
        Map<String, YamlField> entries = field.entries(Set.of("ask", "choices", "answer", "lesson", "why"));
        YamlField choices = field.need(entries, "choices");
        Map<String, Choice> read = new LinkedHashMap<>();
        choices.entries()
                .forEach((choice, each) ->
                        read.put(choice, new Choice(each.words(), Optional.empty(), Optional.empty())));
        QuestionReader.counted(read, choices, name);
        lettered(name, List.copyOf(read.keySet()), choices);
        distinct(name, read.values(), choices);
        YamlField answer = field.need(entries, "answer");
        if (!answer.isText()) {
            throw answer.wrong("file.quiz-answer", name);
        }
        return new LessonQuestion(
                name,
                field.need(entries, "ask").words(),
                Collections.unmodifiableMap(read),
                Optional.of(QuestionReader.answer(answer, name, read)),
                Optional.empty(),
                Optional.of(field.need(entries, "why").words()));
    }

    /** A choice whose name is a letter stands where a learner sees that letter; else the letter would mean two choices. */
    private static void lettered(String name, List<String> choices, YamlField field) {
        for (int i = 0; i < choices.size(); i++) {
            String letter = String.valueOf((char) ('a' + i));
            if (choices.get(i).matches("\\p{L}") && !choices.get(i).equalsIgnoreCase(letter)) {
                throw field.wrong("file.quiz-letter", choices.get(i), name, letter);
            }
        }
    }

    /** Two choices with the same words cannot be told apart, and one of them would be right and the other wrong. */
    private static void distinct(String name, Collection<Choice> choices, YamlField field) {
        Map<String, List<String>> seen = new HashMap<>();
        for (Choice choice : choices) {
            choice.words().in().forEach((language, words) -> {
                List<String> before = seen.computeIfAbsent(language, l -> new ArrayList<>());
                String plain = words.strip().toLowerCase(Locale.ROOT);
                if (before.contains(plain)) {
                    throw field.wrong("file.quiz-same", name, words.strip());
                }
                before.add(plain);
            });
        }
    }
}
