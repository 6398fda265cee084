package porthole.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The course as files: one notebook a section in each language, with the same code. */
class NotebooksTest {
    private static final Path ENGLISH = Path.of("notebooks", "en");
    private static final Path JAPANESE = Path.of("notebooks", "ja");

    /** The commands of sections 5.1 to 5.2.3, as the tutorial prints them. */
    private static final List<String> COMMANDS = List.of(
            "%docker network ls",
            "%docker run --rm -it --name test curlimages/curl:7.68.0 sh",
            "%docker exec test curl docker_compose_nginx:80",
            "%docker inspect docker_compose_nginx | grep -i network",
            "%docker inspect docker_compose_nginx | grep -i ipaddress",
            "%docker inspect test | grep -i network",
            "%docker inspect test | grep -i ipaddress",
            "%docker network create --driver bridge custom_bridge",
            "%docker network rm custom_bridge",
            "%docker run -d --name idle ubuntu",
            "%docker run --network=none --rm -d --name none -p 80:80 nginx",
            "%docker inspect none",
            "curl(\"localhost:80\")",
            "%docker run --rm -d --name bridge -p 81:80 nginx",
            "%docker inspect bridge",
            "curl(\"localhost:81\")",
            "%docker inspect host",
            "%docker run --network=host --rm -d --name host -p 82:80 nginx");

    static Stream<String> names() throws IOException {
        return Stream.concat(names(ENGLISH), names(JAPANESE)).distinct().sorted();
    }

    @ParameterizedTest
    @MethodSource("names")
    void bothLanguagesRunTheSameCode(String name) throws IOException {
        assertEquals(code(ENGLISH.resolve(name)), code(JAPANESE.resolve(name)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void bothLanguagesExplainTheSameCells(String name) throws IOException {
        assertEquals(types(ENGLISH.resolve(name)), types(JAPANESE.resolve(name)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNotebookIsKeptWithoutOutputsAndEndsWithNothingLeftBehind(String name) throws IOException {
        for (Path language : List.of(ENGLISH, JAPANESE)) {
            for (JsonNode cell : cells(language.resolve(name))) {
                assertTrue(cell.path("outputs").isEmpty(), () -> "outputs in " + language + "/" + name);
            }
            assertTrue(code(language.resolve(name)).contains("lab.reset()"), name);
        }
    }

    @Test
    void everyCommandOfTheTutorialHasItsCell() throws IOException {
        List<String> lines = names(ENGLISH)
                .flatMap(name -> code(ENGLISH.resolve(name)).stream())
                .flatMap(String::lines)
                .toList();
        assertEquals(
                List.of(), COMMANDS.stream().filter(c -> !lines.contains(c)).toList());
    }

    private static Stream<String> names(Path language) throws IOException {
        try (Stream<Path> files = Files.list(language)) {
            return files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".ipynb")).toList().stream();
        }
    }

    private static List<String> code(Path notebook) {
        return cells(notebook).stream()
                .filter(c -> c.path("cell_type").asText().equals("code"))
                .map(NotebooksTest::source)
                .map(source -> source.matches("//[^\n]*") ? "// in the reader's language" : source)
                .toList();
    }

    private static List<String> types(Path notebook) {
        return cells(notebook).stream().map(c -> c.path("cell_type").asText()).toList();
    }

    private static String source(JsonNode cell) {
        StringBuilder source = new StringBuilder();
        cell.path("source").forEach(line -> source.append(line.asText()));
        return source.toString();
    }

    private static List<JsonNode> cells(Path notebook) {
        try {
            return StreamSupport.stream(
                            new ObjectMapper()
                                    .readTree(notebook.toFile())
                                    .path("cells")
                                    .spliterator(),
                            false)
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
