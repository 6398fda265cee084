package porthole.lesson.file;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import porthole.lesson.expect.Expectation;
import porthole.lesson.expect.ExpectationLine;
import porthole.lesson.file.LessonQuestion.Choice;

/** Reads the questions of a lesson file. */
final class QuestionReader {
    /** As many as there are letters to type. */
    private static final int MOST = 26;

    private QuestionReader() {}

    /** @param handout whether it is a learner's copy, whose answer is left out */
    static LessonQuestion question(String name, YamlField field, boolean handout) {
        Map<String, YamlField> entries = field.entries(Set.of("ask", "choices", "answer", "measure", "why"));
        YamlField choices = field.need(entries, "choices");
        Map<String, Choice> read = new LinkedHashMap<>();
        choices.entries().forEach((choice, each) -> read.put(choice, choice(each)));
        counted(read, choices, name);
        Optional<String> answer = LessonReader.optional(entries, "answer", f -> answer(f, name, read));
        long measured = read.values().stream().filter(c -> c.when().isPresent()).count();
        Optional<String> measure = LessonReader.optional(entries, "measure", YamlField::text);
        if (measure.isPresent() && measured != 0) {
            throw field.need(entries, "measure").wrong("file.measured-twice", name);
        }
        if (answer.isEmpty() && measured == 0 && measure.isEmpty() && !handout) {
            throw field.wrong("file.untrue", name);
        }
        return new LessonQuestion(
                name,
                field.need(entries, "ask").words(),
                Collections.unmodifiableMap(read),
                answer,
                measure,
                LessonReader.optional(entries, "why", YamlField::words));
    }

    /** As many choices as can be chosen from. */
    static void counted(Map<String, Choice> read, YamlField choices, String question) {
        if (read.size() < 2 || read.size() > MOST) {
            throw choices.wrong("file.choices", question, MOST);
        }
    }

    static String answer(YamlField field, String name, Map<String, Choice> choices) {
        String answer = field.text();
        if (!choices.containsKey(answer)) {
            throw field.wrong("file.answer", answer, name, String.join(", ", choices.keySet()));
        }
        return answer;
    }

    /** Its words alone, or beside them a sentence for whoever chooses it, and what is measured. */
    private static Choice choice(YamlField field) {
        if (field.isText() || !field.entries().containsKey("words")) {
            return new Choice(field.words(), Optional.empty(), Optional.empty());
        }
        Map<String, YamlField> entries = field.entries(Set.of("words", "reply", "when"));
        return new Choice(
                field.need(entries, "words").words(),
                LessonReader.optional(entries, "reply", YamlField::words),
                LessonReader.optional(entries, "when", QuestionReader::measured));
    }

    private static Expectation measured(YamlField field) {
        Expectation read = expectation(field);
        if (read instanceof Expectation.InCell) {
            throw field.wrong("file.when-cell");
        }
        return read;
    }

    static Expectation expectation(YamlField field) {
        return ExpectationLine.read(field.text())
                .orElseThrow(() -> field.wrong(
                        "file.expectation",
                        field.text(),
                        Arrays.stream(ExpectationLine.values())
                                .map(ExpectationLine::form)
                                .collect(Collectors.joining("; "))));
    }
}
