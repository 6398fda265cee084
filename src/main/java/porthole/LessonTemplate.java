package porthole;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lesson that {@code new} writes.
 *
 * @param name the lesson's, and a part of the names that it gives on the engine
 * @param languages a notebook is written for each
 */
record LessonTemplate(String name, List<String> languages) {
    /** Those that there are templates for. */
    static final List<String> LANGUAGES = List.of("en", "ja");

    private static final String FENCE = "```";

    LessonTemplate {
        languages = List.copyOf(languages);
    }

    /** Writes it, and tells the files. */
    List<Path> write(Path folder) throws IOException {
        List<Path> written = new ArrayList<>();
        Files.createDirectories(folder);
        written.add(Files.writeString(folder.resolve("lesson.yaml"), wordsOf(template("lesson.yaml"))));
        for (String language : languages) {
            Path notebook = folder.resolve(language).resolve(name + ".ipynb");
            Files.createDirectories(folder.resolve(language));
            written.add(Files.writeString(notebook, notebook(template(language + ".md"))));
        }
        return written;
    }

    private String template(String file) throws IOException {
        try (InputStream in = LessonTemplate.class.getResourceAsStream("template/" + file)) {
            if (in == null) {
                throw new FileNotFoundException(file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("NAME", name);
        }
    }

    /** Without the words of languages that are not wanted, each of which has a line of its own. */
    private String wordsOf(String text) {
        StringBuilder kept = new StringBuilder();
        boolean opensItem = false;
        for (String line : text.lines().toList()) {
            String bare = line.strip().replaceFirst("^- ", "");
            boolean unwanted = LANGUAGES.stream().anyMatch(l -> bare.startsWith(l + ": ") && !languages.contains(l));
            if (unwanted) {
                opensItem = line.strip().startsWith("- ");
                continue;
            }
            kept.append(opensItem ? line.replaceFirst("  (\\S)", "- $1") : line).append('\n');
            opensItem = false;
        }
        return kept.toString();
    }

    /** A notebook in Jupyter's format 4.5: fenced lines are code cells, what is between them is Markdown. */
    private String notebook(String text) throws IOException {
        List<Map<String, Object>> cells = new ArrayList<>();
        String[] parts = text.split("(?m)^" + FENCE + "\n", -1);
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isBlank()) {
                cells.add(cell(i % 2 == 1, parts[i].strip(), cells.size() + 1));
            }
        }
        Map<String, Object> notebook = new LinkedHashMap<>();
        notebook.put("cells", cells);
        notebook.put(
                "metadata",
                Map.of(
                        "kernelspec",
                        Map.of("display_name", "Java (Porthole)", "language", "java", "name", "porthole")));
        notebook.put("nbformat", 4);
        notebook.put("nbformat_minor", 5);
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(notebook) + "\n";
    }

    private Map<String, Object> cell(boolean code, String source, int number) {
        Map<String, Object> cell = new LinkedHashMap<>();
        cell.put("cell_type", code ? "code" : "markdown");
        cell.put("id", "cell-" + number);
        cell.put("metadata", Map.of());
        if (code) {
            cell.put("execution_count", null);
            cell.put("outputs", List.of());
        }
        cell.put("source", source);
        return cell;
    }
}
