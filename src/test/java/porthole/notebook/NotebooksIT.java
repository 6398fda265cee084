package porthole.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole course, run top to bottom on the real engine, which is afterwards as it was. The other language, whose code cells
 * are the same, runs beside another engine: {@code ./porthole test --engine 28.5} runs both there, at the same time.
 */
@Tag("notebooks")
@Tag("engine")
class NotebooksIT {
    private static final List<List<String>> ALL_OF_THE_ENGINE =
            List.of(List.of("ps", "-aq"), List.of("network", "ls", "-q"), List.of("volume", "ls", "-q"));

    @TempDir
    Path home;

    @Test
    void everyNotebookLeavesTheEngineAsItWasAndReplaysWithoutEngineOrPrograms() throws Exception {
        CourseCopy course = CourseCopy.in(home.resolve("course"), "ja");
        Path jupyter = Installed.in(home);
        String before = engine();
        System.out.print(run(jupyter, course.notebooks(), List.of("--record"), Map.of()));
        assertEquals(before, engine());
        look("ja");
        Map<String, List<String>> live = course.shown();
        course.removeWritten();
        Map<String, String> nowhere = Map.of("DOCKER_HOST", "unix:///nowhere/docker.sock", "PATH", "/nowhere");
        System.out.print(run(jupyter, course.notebooks(), List.of("--replay"), nowhere));
        assertEquals(before, engine());
        Map<String, List<String>> replayed = course.shown();
        live.forEach((cell, shown) -> assertEquals(
                String.join("\n", shown), String.join("\n", CourseCopy.unmarked(replayed.get(cell))), cell));
    }

    private String run(Path jupyter, List<String> notebooks, List<String> options, Map<String, String> environment)
            throws Exception {
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", "kernel/run_notebooks.py", "--keep-going"));
        command.addAll(options);
        command.addAll(notebooks);
        ProcessBuilder run = new ProcessBuilder(command);
        run.environment().put("JUPYTER_PATH", jupyter.toString());
        run.environment().put("HOME", home.toString());
        run.environment().putAll(environment);
        Process running = run.redirectErrorStream(true).start();
        String printed = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, running.waitFor(), printed);
        return printed;
    }

    private static void look(String language) throws Exception {
        String notebook = "target/book/" + language + "/5.1.3_compose.ipynb";
        String chapter = Files.readString(Path.of(notebook));
        assertTrue(chapter.contains("image/svg+xml"), "no picture in the executed chapter");
        assertEquals(List.of(), surprises());
        String page = convertedByOthers(notebook);
        assertTrue(page.contains("src=\"data:image/svg+xml;base64,"), "nbconvert alone loses the pictures");
    }

    private static String convertedByOthers(String notebook) throws Exception {
        Process nbconvert = new ProcessBuilder(
                        "/usr/bin/python3", "-m", "nbconvert", "--to", "html", "--stdout", notebook)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String page = new String(nbconvert.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, nbconvert.waitFor());
        return page;
    }

    /** Cells where the engine did not do what the course says that engines do. */
    private static List<String> surprises() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> book = Files.walk(Path.of("target/book"))) {
            for (Path page : book.filter(p -> p.toString().endsWith(".ipynb")).toList()) {
                for (String line : Files.readAllLines(page)) {
                    if (line.contains("believe the engine") || line.contains("エンジンの答えを信じて")) {
                        found.add(page.getFileName() + ": " + line.strip());
                    }
                }
            }
        }
        return found;
    }

    private static String engine() throws IOException, InterruptedException {
        StringBuilder all = new StringBuilder();
        for (List<String> words : ALL_OF_THE_ENGINE) {
            ProcessBuilder docker = new ProcessBuilder("docker");
            docker.command().addAll(words);
            Process process = docker.redirectErrorStream(true).start();
            all.append(words)
                    .append('\n')
                    .append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertEquals(0, process.waitFor(), all.toString());
        }
        return all.toString();
    }
}
