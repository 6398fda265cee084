package porthole;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookCell;

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
            written.add(Files.writeString(notebook, notebook(language, template(language + ".md"))));
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

    /** Fenced lines are code cells, what is between them is Markdown. */
    private static String notebook(String language, String text) {
        List<NotebookCell> cells = new ArrayList<>();
        String[] parts = text.split("(?m)^" + FENCE + "\n", -1);
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isBlank()) {
                String id = "cell-" + (cells.size() + 1);
                String source = parts[i].strip();
                cells.add(i % 2 == 1 ? NotebookCell.code(id, source) : NotebookCell.markdown(id, source));
            }
        }
        return language.equals("ja")
                ? Notebook.of("porthole-ja", "Java (Porthole) 日本語", cells).text()
                : Notebook.of("porthole", "Java (Porthole)", cells).text();
    }
}
