package porthole.lesson.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The course's lesson files, held against its notebooks. */
class CourseTest {
    private static final LessonFiles COURSE = new LessonFiles(Path.of("notebooks/en"));
    private static final Pattern PREDICT = Pattern.compile("predict\\(\"([\\w-]+)\", ([^)]*)\\)");
    private static final Pattern CHECK = Pattern.compile("check\\(\"([\\w-]+)\",");
    private static final Pattern READY = Pattern.compile("chapter\\(\"([\\d.]+)\"\\)\\.ready\\(\\)");

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

    @Test
    void everyQuestionIsAskedAnsweredAndExplainedInBothLanguages() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (String code : notebooks()) {
            Matcher predict = PREDICT.matcher(code);
            while (predict.find()) {
                String id = predict.group(1);
                asked.add(id);
                assertTrue(code.indexOf("check(\"" + id + "\"") > predict.start(), id + " is not checked after it");
                List<String> choices = Arrays.stream(predict.group(2).split(",\\s*"))
                        .map(c -> c.replace("\"", ""))
                        .toList();
                LessonQuestion question = COURSE.question(id).orElseThrow(() -> new AssertionError(id));
                assertEquals(choices, List.copyOf(question.choices().keySet()), id);
                Stream.concat(
                                Stream.of(question.text(), question.why().orElseThrow()),
                                question.choices().values().stream().map(LessonQuestion.Choice::words))
                        .forEach(words ->
                                assertEquals(Set.of("en", "ja"), words.in().keySet(), id));
                assertTrue(choices.contains(question.answer().orElseThrow()), id);
            }
            Matcher check = CHECK.matcher(code);
            while (check.find()) {
                assertTrue(asked.contains(check.group(1)), check.group(1) + " is checked and not predicted");
            }
        }
        assertEquals(new TreeSet<>(COURSE.questions()), asked);
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
}
