package porthole.lesson.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.display.Language;

/** The minutes of a lesson, counted by hand with the figures that docs/teaching.md tells teachers. */
class TimeEstimateTest {
    /** 100 words, one of them code; and 250 letters of Japanese with 20 words between them. */
    private static final String WORDS = "word ".repeat(99) + "`docker`";

    private static final String LETTERS = ("鯖".repeat(24) + "、" + "ー web db ").repeat(10);

    @TempDir
    private Path folder;

    private WrittenLesson lesson = new WrittenLesson(Path.of("unset"));

    @BeforeEach
    void write() throws IOException {
        Language.use(Language.ENGLISH);
        lesson = new WrittenLesson(folder).file(WrittenLesson.FILE);
    }

    /** The figure in the row of docs/teaching.md that begins so. */
    private static int figure(String row) throws IOException {
        return Files.readAllLines(Path.of("docs/teaching.md")).stream()
                .filter(line -> line.startsWith("| " + row + " |"))
                .map(line -> Pattern.compile("\\d+").matcher(line))
                .filter(found -> found.find())
                .map(found -> Integer.parseInt(found.group()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(row));
    }

    private List<String> row(String language) throws IOException {
        return LessonTimes.of(List.of(lesson.notebook(language))).table(folder).rows().stream()
                .filter(row -> row.get(0).equals(language + "/shop.ipynb"))
                .findFirst()
                .orElseThrow();
    }

    private static long minutes(double seconds) {
        return Math.round(seconds / 60);
    }

    @Test
    void aLessonTakesWhatItsTextsCellsPicturesQuestionsAndExercisesTakeTogether() throws IOException {
        String[] cells = {
            WORDS + "\n\n<details><summary>More</summary>\n\n" + WORDS + "\n\n</details>",
            "> chapter(\"shop\").ready()",
            "> docker.ps();\n\ndocker.images()",
            "> topology()",
            "> predict(\"who\")",
            "> check(\"who\")",
            "> exercise(\"let-in\")",
            WORDS,
            "> // your commands",
            "> verify(\"let-in\")",
            "> lab.reset()"
        };
        lesson.notebook("en", cells);
        // 100 words and "More"; the question has 7, its choices 2 and 6, and the reason 9: "Let it in." has 3.
        double text = (101 + 7 + 2 + 6 + 9) * 60.0 / figure("a word of English");
        double code = 4 * figure("a code cell") + figure("each further line of code");
        double pictures = figure("a picture");
        double questions = figure("a prediction") + figure("its check");
        double exercises = figure("an exercise")
                + figure("each point of an exercise")
                + (3 + 100) * 60.0 / figure("a word of English");
        assertEquals(
                List.of(
                        "en/shop.ipynb",
                        "" + minutes(text + code + pictures + questions),
                        "text " + minutes(text) + ", code " + minutes(code) + ", pictures " + minutes(pictures)
                                + ", questions " + minutes(questions),
                        "" + minutes(exercises),
                        "–"),
                row("en"));
    }

    @Test
    void lettersOfJapaneseCountOneByOneAndTheWordsBetweenThemAsWords() throws IOException {
        lesson.notebook("ja", LETTERS.repeat(8));
        double text = 8 * (250 * 60.0 / figure("a letter of Japanese") + 20 * 60.0 / figure("a word of English"));
        assertEquals("" + minutes(text), row("ja").get(1));
        assertEquals(5, minutes(text), "four minutes of letters, and 48 seconds of words");
    }

    @Test
    void aQuizTakesTheTimeOfItsQuestions() throws IOException {
        String question = "    q%d: {ask: One two three, choices: {a: four, b: five}, answer: a, why: c}\n";
        StringBuilder quiz = new StringBuilder("quizzes:\n  ten:\n");
        for (int i = 0; i < 40; i++) {
            quiz.append(question.formatted(i));
        }
        lesson.file(WrittenLesson.FILE + quiz).notebook("en", "> chapter(\"shop\").ready()", "> quiz(\"ten\")");
        double seconds = figure("a code cell")
                + 40 * figure("a question of a quiz")
                + 40 * 5 * 60.0 / figure("a word of English");
        assertEquals("" + minutes(seconds), row("en").get(1));
    }

    private List<String> found(String minutes, String... more) throws IOException {
        lesson.file(WrittenLesson.FILE.replace("start:", minutes + "\nstart:"))
                .notebook("en", WrittenLesson.cells("A shop", more))
                .notebook("ja", WrittenLesson.cells("店", more));
        return lesson.review().stream()
                .filter(line -> line.endsWith("[minutes]"))
                .toList();
    }

    @Test
    void minutesThatAreFarFromTheEstimateAreFoundAndTheSentenceSaysWhichFigure() throws IOException {
        assertEquals(List.of(), found("minutes: {lesson: 2, exercises: 3}"));
        assertEquals(List.of(), found("minutes: 6"));
        assertEquals(
                List.of("lesson.yaml:3: \"minutes\" says 15 for the lesson without its exercises, and the estimate is 1"
                        + " (text 0, code 1, pictures 0, questions 0). Correct the number, or change the lesson."
                        + " [minutes]"),
                found("minutes: {lesson: 15, exercises: 3}"));
        assertEquals(
                List.of("lesson.yaml:3: \"minutes\" says 20 for the exercises, and the estimate is 3."
                        + " Correct the number, or change the exercises. [minutes]"),
                found("minutes: {lesson: 2, exercises: 20}"));
        assertEquals(
                List.of("lesson.yaml:3: \"minutes\" says 20 with the exercises, and the estimate is 4"
                        + " (without exercises: text 0, code 1, pictures 0, questions 0). Write both, as in minutes:"
                        + " {lesson: 15, exercises: 10}. [minutes]"),
                found("minutes: 20"));
        assertEquals(List.of(), found("minutes: 20 # allow-minutes"));
    }

    @Test
    void aLessonOfMoreThanTwentyMinutesWithoutItsExercisesIsFound() throws IOException {
        List<String> long20 = found("minutes: {lesson: 21, exercises: 3}", (WORDS + " ").repeat(41));
        assertEquals(1, long20.size(), long20.toString());
        assertTrue(
                long20.get(0).startsWith("lesson.yaml:3: The lesson takes about 22 minutes without its exercises"),
                long20.get(0));
        assertEquals(List.of(), found("minutes: {lesson: 19, exercises: 3}", (WORDS + " ").repeat(36)));
    }
}
