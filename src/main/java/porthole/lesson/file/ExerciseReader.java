package porthole.lesson.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import porthole.lesson.expect.Expectation;
import porthole.lesson.file.LessonExercise.Expected;
import porthole.lesson.file.LessonExercise.Solution;
import porthole.lesson.file.LessonExercise.Tells;

/** Reads the exercises of a lesson file. */
final class ExerciseReader {
    private static final int MOST_POINTS = 1000;

    private ExerciseReader() {}

    static LessonExercise exercise(String name, YamlField field) {
        Map<String, YamlField> entries = field.entries(Set.of("task", "scene", "tells", "expect", "hints", "solution"));
        YamlField expect = field.need(entries, "expect");
        List<Expected> expected =
                expect.items().stream().map(ExerciseReader::expected).toList();
        if (expected.isEmpty()) {
            throw expect.wrong("file.unmeasured", name);
        }
        return new LessonExercise(
                name,
                field.need(entries, "task").words(),
                LessonReader.optional(entries, "scene", LessonReader::scene).orElse(StartState.EMPTY),
                expected,
                LessonReader.list(entries, "hints", YamlField::words),
                LessonReader.optional(entries, "solution", ExerciseReader::solution),
                LessonReader.optional(entries, "tells", ExerciseReader::tells).orElse(Tells.REASON));
    }

    private static Tells tells(YamlField field) {
        return switch (field.text()) {
            case "reason" -> Tells.REASON;
            case "symptom" -> Tells.SYMPTOM;
            default -> throw field.wrong("file.tells", field.text());
        };
    }

    /** A line alone, or beside it its words and points. */
    private static Expected expected(YamlField field) {
        if (field.isText()) {
            return new Expected(field.text(), Optional.empty(), QuestionReader.expectation(field), 1, false);
        }
        Map<String, YamlField> entries = field.entries(Set.of("that", "words", "points", "hidden"));
        YamlField that = field.need(entries, "that");
        Expectation read = QuestionReader.expectation(that);
        if (read instanceof Expectation.InCell && entries.containsKey("hidden")) {
            throw field.wrong("file.hidden-cell");
        }
        return new Expected(
                that.text(),
                LessonReader.optional(entries, "words", YamlField::words),
                read,
                LessonReader.optional(entries, "points", f -> f.number(0, MOST_POINTS))
                        .orElse(1),
                LessonReader.optional(entries, "hidden", YamlField::truth).orElse(false));
    }

    private static Solution solution(YamlField field) {
        if (field.isText()) {
            return new Solution(field.text(), Optional.empty());
        }
        Map<String, YamlField> entries = field.entries(Set.of("cell", "why"));
        return new Solution(
                field.need(entries, "cell").text(), LessonReader.optional(entries, "why", YamlField::words));
    }
}
