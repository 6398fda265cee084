package porthole.lesson.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import porthole.lesson.review.LessonTimes;

/** The course's lesson files, held against its notebooks. */
class CourseTest {
    private static final LessonFiles COURSE = new LessonFiles(Path.of("notebooks/en"));
    private static final Pattern PREDICT = Pattern.compile("predict\\(\"([\\w-]+)\"\\)");
    private static final Pattern CHECK = Pattern.compile("check\\(\"([\\w-]+)\"\\)");
    private static final Pattern QUIZ = Pattern.compile("quiz\\(\"([\\w.-]+)\"\\)");
    private static final Pattern EXERCISE = Pattern.compile("exercise\\(\"([\\w-]+)\"\\)");
    private static final Pattern READY = Pattern.compile("chapter\\(\"([\\w.]+)\"\\)\\.ready\\(\\)");

    /** Each notebook's code as one text. */
    private static List<String> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("notebooks/en"))) {
            return files.filter(f -> f.toString().endsWith(".ipynb"))
                    .sorted()
                    .map(CourseTest::code)
                    .toList();
        }
    }

    private static String code(Path file) {
        try {
            StringBuilder code = new StringBuilder();
            for (JsonNode cell : new ObjectMapper().readTree(file.toFile()).path("cells")) {
                if (cell.path("cell_type").asText().equals("code")) {
                    cell.path("source").forEach(line -> code.append(line.asText()));
                    code.append('\n');
                }
            }
            return code.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page of the quizzes says how long one of them takes; the incident is one long exercise. */
    @Test
    void aLessonTakesTwentyMinutesAtMostAndItsExercisesTwentyMoreAndItSaysSo() throws IOException {
        List<List<String>> rows = LessonTimes.of(List.of(Path.of("notebooks")))
                .table(Path.of("notebooks"))
                .rows();
        assertTrue(rows.size() > 20, rows.toString());
        for (List<String> row : rows) {
            if (!row.get(0).contains("0.2_test")) {
                int lesson = Integer.parseInt(row.get(1));
                int exercises = Integer.parseInt(row.get(3));
                String[] said = row.get(4).split(" [+] ");
                assertTrue(lesson <= 20 && exercises <= (row.get(0).contains("5.3") ? 25 : 20), row.toString());
                assertEquals(lesson, Integer.parseInt(said[0]), Math.max(4, lesson * 0.3), row.toString());
                assertEquals(exercises, Integer.parseInt(said[1]), Math.max(4, exercises * 0.3), row.toString());
            }
        }
    }

    @Test
    void everyQuestionIsAskedAnsweredAndExplainedInBothLanguages() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (String code : notebooks()) {
            Matcher predict = PREDICT.matcher(code);
            while (predict.find()) {
                String id = predict.group(1);
                asked.add(id);
                assertTrue(code.indexOf("check(\"" + id + "\"") > predict.start(), id + " is not checked after it");
                LessonQuestion question = COURSE.question(id).orElseThrow(() -> new AssertionError(id));
                assertTrue(question.measure().isPresent(), id + " is measured by the lesson's file");
                Stream.concat(
                                Stream.of(question.text(), question.why().orElseThrow()),
                                question.choices().values().stream().map(LessonQuestion.Choice::words))
                        .forEach(words ->
                                assertEquals(Set.of("en", "ja"), words.in().keySet(), id));
                assertTrue(question.choices().containsKey(question.answer().orElseThrow()), id);
            }
            Matcher check = CHECK.matcher(code);
            while (check.find()) {
                assertTrue(asked.contains(check.group(1)), check.group(1) + " is checked and not predicted");
            }
        }
        assertEquals(new TreeSet<>(COURSE.questions()), asked);
    }

    @Test
    void everyExerciseIsSetAndVerifiedAndHasAHintAndASolution() throws IOException {
        Set<String> set = new TreeSet<>();
        for (String code : notebooks()) {
            Matcher exercise = EXERCISE.matcher(code);
            while (exercise.find()) {
                String id = exercise.group(1);
                set.add(id);
                assertTrue(code.indexOf("verify(\"" + id + "\")") > exercise.start(), id + " is not verified after it");
                assertFalse(code.contains("solution(\"" + id), id + " is given away");
                LessonExercise written =
                        COURSE.withExercise(id).orElseThrow().exercises().get(id);
                assertTrue(written.solution().isPresent(), id);
                assertFalse(written.hints().isEmpty(), id);
                Stream.concat(
                                Stream.of(written.task()),
                                Stream.concat(
                                        written.hints().stream(),
                                        written.expected().stream()
                                                .map(e -> e.words().orElseThrow())))
                        .forEach(words ->
                                assertEquals(Set.of("en", "ja"), words.in().keySet(), id));
            }
        }
        assertEquals(new TreeSet<>(COURSE.exercises()), set);
    }

    @Test
    void everyQuizIsAskedAndHasTenQuestionsInBothLanguages() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (String code : notebooks()) {
            QUIZ.matcher(code).results().forEach(quiz -> asked.add(quiz.group(1)));
        }
        assertEquals(new TreeSet<>(COURSE.quizzes()), asked);
        for (String name : asked) {
            LessonQuiz quiz = COURSE.withQuiz(name).orElseThrow().quizzes().get(name);
            assertEquals(10, quiz.questions().size(), name);
            assertEquals(quiz.questions().keySet(), quiz.taught().keySet(), name);
            quiz.taught().values().forEach(lesson -> assertTrue(COURSE.lessons().contains(lesson.here()), name));
            for (LessonQuestion question : quiz.questions().values()) {
                assertTrue(question.choices().size() >= 4, question.name());
                for (LocalText words : List.of(question.text(), question.why().orElseThrow())) {
                    assertEquals(Set.of("en", "ja"), words.in().keySet(), question.name());
                }
            }
        }
    }

    @Test
    void everySectionHasANotebookThatMakesItReady() throws IOException {
        Set<String> begun = new TreeSet<>();
        for (String code : notebooks()) {
            Matcher ready = READY.matcher(code);
            if (ready.find()) {
                begun.add(ready.group(1));
            }
        }
        assertEquals(new TreeSet<>(COURSE.lessons()), begun);
    }

    /** Jupyter's list of files, the launcher, the book and the check all go by the files' names. */
    @Test
    void theFilesNamesStandInTheOrderInWhichOneLessonLeadsToTheNext() throws IOException {
        for (String language : List.of("en", "ja")) {
            List<Path> inOrder;
            try (Stream<Path> files = Files.list(Path.of("notebooks", language))) {
                inOrder = files.filter(f -> f.toString().endsWith(".ipynb"))
                        .sorted()
                        .toList();
            }
            for (int i = 0; i + 1 < inOrder.size(); i++) {
                JsonNode cells =
                        new ObjectMapper().readTree(inOrder.get(i).toFile()).path("cells");
                String next = inOrder.get(i + 1).getFileName().toString();
                String last = cells.get(cells.size() - 1).path("source").toString();
                assertTrue(last.endsWith("](" + next + ")\"]"), inOrder.get(i) + " leads on to " + next + ": " + last);
            }
        }
    }
}
