package porthole.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/** Notebooks and "./porthole publish", as tests need them. */
final class Book {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SCRIPT = Path.of("kernel", "book", "publish.py").toAbsolutePath();

    private Book() {}

    /** What it says, on both streams; fails where its exit code is not the wanted one. */
    static String publish(Path directory, Map<String, String> environment, int code, Object... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", SCRIPT.toString()));
        for (Object word : words) {
            command.add(word.toString());
        }
        Path output = Files.createTempFile("publish", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("PORTHOLE_LANG", "en");
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        String said = Files.readString(output);
        Files.delete(output);
        assertTrue(ended, "it did not end within 5 minutes; until then:\n" + said);
        assertEquals(code, process.exitValue(), said);
        return said;
    }

    static ObjectNode markdown(String text) {
        return JSON.createObjectNode()
                .put("cell_type", "markdown")
                .put("source", text)
                .set("metadata", JSON.createObjectNode());
    }

    /** A cell that has run, and printed {@code printed}. */
    static ObjectNode printing(String code, String printed) {
        ObjectNode output = JSON.createObjectNode()
                .put("output_type", "stream")
                .put("name", "stdout")
                .put("text", printed);
        return code(code, output);
    }

    static ObjectNode code(String code, ObjectNode... outputs) {
        ObjectNode cell = JSON.createObjectNode()
                .put("cell_type", "code")
                .put("source", code)
                .put("execution_count", 1);
        cell.set("metadata", JSON.createObjectNode());
        ArrayNode all = cell.putArray("outputs");
        for (ObjectNode output : outputs) {
            all.add(output);
        }
        return cell;
    }

    /** An output of one MIME type beside its plain text. */
    static ObjectNode shown(String type, String value, String text) {
        ObjectNode output = JSON.createObjectNode().put("output_type", "display_data");
        output.set("metadata", JSON.createObjectNode());
        output.putObject("data").put(type, value).put("text/plain", text);
        return output;
    }

    static Path write(Path file, ObjectNode... cells) throws IOException {
        ObjectNode notebook = JSON.createObjectNode().put("nbformat", 4).put("nbformat_minor", 4);
        notebook.putObject("metadata")
                .putObject("kernelspec")
                .put("name", "porthole")
                .put("display_name", "Java")
                .put("language", "java");
        ((ObjectNode) notebook.path("metadata"))
                .putObject("language_info")
                .put("name", "java")
                .put("pygments_lexer", "java");
        ArrayNode all = notebook.putArray("cells");
        for (ObjectNode cell : cells) {
            all.add(cell);
        }
        Files.createDirectories(file.getParent());
        return Files.writeString(file, JSON.writeValueAsString(notebook));
    }

    /** Adds a cell of text at the end. */
    static void append(Path file, String text) throws IOException {
        ObjectNode notebook = (ObjectNode) JSON.readTree(file.toFile());
        ObjectNode cell = markdown(text);
        if (notebook.path("nbformat_minor").asInt() >= 5) {
            cell.put("id", "appended");
        }
        ((ArrayNode) notebook.path("cells")).add(cell);
        Files.writeString(file, JSON.writeValueAsString(notebook), StandardCharsets.UTF_8);
    }

    /** The data of all outputs of a notebook, in order. */
    static List<JsonNode> outputs(Path notebook) throws IOException {
        return StreamSupport.stream(
                        JSON.readTree(notebook.toFile()).path("cells").spliterator(), false)
                .flatMap(cell -> StreamSupport.stream(cell.path("outputs").spliterator(), false))
                .map(output -> output.path("data"))
                .toList();
    }
}
