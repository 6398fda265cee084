package porthole.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./porthole run} with notebooks of one's own. */
@Tag("jupyter")
class RunNotebooksIT {
    private static final Path SCRIPT = Path.of("kernel", "run_notebooks.py").toAbsolutePath();

    @TempDir
    Path home;

    private Path notebook(String folder, String printed) throws Exception {
        String cell = """
                {"cells": [{"cell_type": "code", "execution_count": null, "id": "one", "metadata": {}, "outputs": [],
                 "source": ["System.out.println(\\"%s\\");"]}], "nbformat": 4, "nbformat_minor": 5,
                 "metadata": {"kernelspec": {"name": "porthole", "display_name": "Java", "language": "java"}}}
                """.formatted(printed);
        Path file = home.resolve(folder).resolve("same.ipynb");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, cell);
    }

    @Test
    void notebooksOfOneNameHaveAPageEach() throws Exception {
        String course = home.getFileName() + "-course";
        Path one = notebook(course + "/a/en", "from the first");
        Path other = notebook(course + "/b/en", "from the second");
        ProcessBuilder run =
                new ProcessBuilder("/usr/bin/python3", SCRIPT.toString(), one.toString(), other.toString());
        run.environment().put("JUPYTER_PATH", Installed.in(home).toString());
        Process running = run.redirectErrorStream(true).start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, running.waitFor(), said);
        for (String page : List.of("a/en|from the first", "b/en|from the second")) {
            String[] parts = page.split("\\|", 2);
            String html = Files.readString(Path.of("target", "book", parts[0], "same.html"));
            assertTrue(html.contains(parts[1]), page);
        }
    }
}
