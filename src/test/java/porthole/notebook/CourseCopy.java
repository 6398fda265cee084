package porthole.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The course's notebooks and lessons in a folder of a test's own, so that what is written beside them is too. */
record CourseCopy(Path folder) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** @param language of its notebooks */
    static CourseCopy in(Path folder, String language) throws IOException {
        Path course = Path.of("notebooks");
        try (Stream<Path> all = Files.walk(course)) {
            for (Path file : all.filter(f -> f.toString().matches(".*\\.yaml|.*/" + language + "/[^/]*\\.ipynb"))
                    .toList()) {
                Path copy = folder.resolve(course.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return new CourseCopy(folder);
    }

    List<String> notebooks() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(Path::toString)
                    .filter(f -> f.endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
    }

    /** Removes the files that its cells have written, so that they are written anew. */
    void removeWritten() throws IOException {
        for (String language : List.of("en", "ja")) {
            Files.deleteIfExists(folder.resolve(language).resolve("downloads/compose.yaml"));
        }
    }

    /** By cell, what it showed as text when the course last ran. */
    Map<String, List<String>> shown() throws IOException {
        Map<String, List<String>> shown = new TreeMap<>();
        for (String notebook : notebooks()) {
            Path run = Path.of("target", "book").resolve(folder.relativize(Path.of(notebook)));
            int number = 0;
            for (JsonNode cell : MAPPER.readTree(run.toFile()).path("cells")) {
                if (cell.path("cell_type").asText().equals("code")) {
                    number++;
                    shown.put(
                            folder.relativize(Path.of(notebook)) + " " + number + ": " + text(cell.path("source")),
                            outputs(cell));
                }
            }
        }
        return shown;
    }

    private static List<String> outputs(JsonNode cell) {
        List<String> texts = new ArrayList<>();
        StringBuilder stream = new StringBuilder(); // a program's output comes in pieces, as it happens
        for (JsonNode output : cell.path("outputs")) {
            JsonNode plain = output.path("data").path("text/plain");
            stream.append(text(output.path("text")));
            String text = text(plain) + text(output.path("traceback"));
            if (!text.isEmpty()) {
                add(texts, stream.toString());
                stream.setLength(0);
                add(texts, text);
            }
        }
        add(texts, stream.toString());
        return texts;
    }

    private static void add(List<String> texts, String text) {
        if (!text.isBlank()) {
            texts.add(text.strip());
        }
    }

    private static String text(JsonNode node) {
        if (node.isTextual()) {
            return node.asText();
        }
        StringBuilder text = new StringBuilder();
        node.forEach(line -> text.append(line.asText()));
        return text.toString();
    }

    /** Without what marks recorded outputs. */
    static List<String> unmarked(List<String> shown) {
        return shown.stream().filter(text -> !text.startsWith("● ")).toList();
    }
}
