package porthole.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import porthole.display.Language;
import porthole.display.Sentences;

/** The course's questions and sections as files, held against its notebooks. */
class CourseTest {
    private static final Pattern PREDICT = Pattern.compile("predict\\(\"([\\w-]+)\", ([^)]*)\\)");
    private static final Pattern CHECK = Pattern.compile("check\\(\"([\\w-]+)\",");
    private static final Pattern READY = Pattern.compile("chapter\\(\"([\\d.]+)\"\\)\\.ready\\(\\)");

    private static Properties read(String file) throws IOException {
        Properties all = new Properties();
        try (var stream = Objects.requireNonNull(CourseTest.class.getResourceAsStream(file), file)) {
            all.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return all;
    }

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
                for (String file : List.of("questions.properties", "questions_ja.properties")) {
                    Properties words = read(file);
                    assertTrue(words.containsKey(id), id);
                    assertTrue(words.containsKey(id + ".why"), id);
                    choices.forEach(c -> assertTrue(words.containsKey(id + "." + c), () -> file + ": " + id + "." + c));
                    assertTrue(choices.contains(words.getProperty(id + ".expected")), id);
                }
            }
            Matcher check = CHECK.matcher(code);
            while (check.find()) {
                assertTrue(asked.contains(check.group(1)), check.group(1) + " is checked and not predicted");
            }
        }
        Set<String> written = new TreeSet<>();
        read("questions.properties")
                .keySet()
                .forEach(k -> written.add(k.toString().replaceFirst("\\..*", "")));
        assertEquals(written, asked);
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
        Set<String> sections = new TreeSet<>();
        Section.ALL.forEach(s -> sections.add(s.number()));
        assertEquals(sections, begun);
    }

    @Test
    void bothLanguagesHaveTheSameWordsAndNoPlaceIsLeftUnfilled() throws IOException {
        for (String file : List.of("questions", "sentences")) {
            Properties english = read(file + ".properties");
            assertEquals(english.keySet(), read(file + "_ja.properties").keySet());
            Sentences all = Sentences.of(Question.class, file);
            for (Object key : english.keySet()) {
                for (Language language : Language.values()) {
                    String said = all.say(language, key.toString(), "a", "b", "c", "d");
                    assertFalse(said.contains("{") || said.contains("''"), key + ": " + said);
                }
            }
        }
    }
}
