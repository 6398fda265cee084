package porthole.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookCell;

/** {@code ./porthole run} with notebooks of one's own. */
@Tag("jupyter")
class RunNotebooksIT {
    private static final Path SCRIPT = Path.of("kernel", "run_notebooks.py").toAbsolutePath();

    /** A recording of cells that asked an engine for nothing. */
    private static final String EMPTY = """
            {"porthole-recording":1,"notebook":"","date":"2026-11-27","porthole":"0.1.0"}
            {"engine":"28.5.1"}
            {"over":true,"cells":0,"answers":0,"secrets":[]}
            """;

    @TempDir
    static Path installed;

    @TempDir
    Path home;

    @BeforeAll
    static void install() throws Exception {
        Installed.in(installed);
    }

    private Path notebook(String folder, String name, String code) throws Exception {
        Path file = home.resolve(folder).resolve(name + ".ipynb");
        Files.createDirectories(file.getParent());
        Notebook.of("porthole", "Java (Porthole)", List.of(NotebookCell.code("one", code)))
                .write(file);
        return file;
    }

    /**
     * What a page shows of an engine on which other things run too, and of an exercise that is tried. Its pictures show a
     * range of its own: an engine's ranges may differ in length, and so in width.
     */
    private Path everything(String name, String range) throws Exception {
        List<NotebookCell> cells = new ArrayList<>();
        for (String code : List.of(
                "%%writefile note.txt\nhello",
                "%docker network create NAME-pool",
                "%docker run -d --name NAME-pooled --network NAME-pool porthole/nginx",
                "%docker inspect NAME-pooled | grep IPAddress",
                "%docker network inspect NAME-pool | grep Subnet",
                "%docker network create --subnet RANGE NAME",
                "%docker run -d --name NAME-web --network NAME porthole/nginx",
                "%docker run -d --name NAME-me --network NAME porthole/tools sleep infinity",
                "docker.exec(\"NAME-me\", \"curl -si NAME-web\").stdout().lines().limit(4).toList()",
                "docker.exec(\"NAME-me\", \"ping -c 1 NAME-web\")",
                "docker.exec(\"NAME-me\", \"date\")",
                "docker.logs(\"NAME-web\")",
                "exercise(\"made\")",
                "verify(\"made\")",
                "lab.progress()",
                "lab.reset()")) {
            cells.add(NotebookCell.code(
                    "c" + cells.size(), code.replace("NAME", name).replace("RANGE", range)));
        }
        Path file = home.resolve("all").resolve("all.ipynb");
        Files.createDirectories(file.getParent());
        Files.writeString(home.resolve("all/lesson.yaml"), """
                lesson: all
                title: All
                exercises:
                  made:
                    task: Make it.
                    expect: ["network NAME-other exists"]
                """.replace("NAME", name));
        Notebook.of("porthole", "Java (Porthole)", cells).write(file);
        return file;
    }

    private Process start(Object... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", SCRIPT.toString()));
        Stream.of(words).map(Object::toString).forEach(command::add);
        ProcessBuilder run = new ProcessBuilder(command);
        run.environment()
                .putAll(Map.of(
                        "JUPYTER_PATH",
                        installed.resolve("share/jupyter").toString(),
                        "PORTHOLE_LANG",
                        "en",
                        "XDG_STATE_HOME",
                        home.resolve("state").toString()));
        return run.redirectErrorStream(true).start();
    }

    private String run(int code, Object... words) throws Exception {
        Process running = start(words);
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(code, running.waitFor(), said);
        return said;
    }

    private static String printing(String text) {
        return "System.out.println(\"" + text + "\");";
    }

    @Test
    void notebooksOfOneNameHaveAPageEach() throws Exception {
        String course = home.getFileName() + "-course";
        Path one = notebook(course + "/a/en", "same", printing("from the first"));
        Path other = notebook(course + "/b/en", "same", printing("from the second"));
        run(0, one, other);
        for (String page : List.of("a/en|from the first", "b/en|from the second")) {
            String[] parts = page.split("\\|", 2);
            String html = Files.readString(Path.of("target", "book", parts[0], "same.html"));
            assertTrue(html.contains(parts[1]), page);
        }
    }

    @Test
    void aPageLoadsNothingSpeaksItsLanguageAndLeadsToTheOthers() throws Exception {
        String course = home.getFileName() + "-pages";
        Path one = home.resolve(course).resolve("ja/one.ipynb");
        Files.createDirectories(one.getParent());
        String text = "# 一 <b>\n\n$x^2$ と `echo $A$`。[次](two.ipynb#end) [なし](lost.ipynb)";
        Notebook.of(
                        "porthole",
                        "Java (Porthole)",
                        List.of(NotebookCell.markdown("m", text), NotebookCell.code("c", "1 + 1")))
                .write(one);
        Path two = notebook(course + "/ja", "two", "2");
        run(0, one, two);
        String html = Files.readString(Path.of("target", "book", "ja", "one.html"));
        assertTrue(html.contains("<html lang=\"ja\">") && html.contains("<title>一 &lt;b&gt;</title>"));
        assertFalse(html.matches("(?s).*\\b(src|href)=\"(file|https?):.*"), "it loads from elsewhere");
        assertTrue(html.contains("<msup>") && html.contains("echo $A$"), "a formula, and code that is none");
        assertTrue(html.contains("href=\"two.html#end\"") && html.contains("href=\"lost.ipynb\""));
        String index = Files.readString(Path.of("target", "book", "index.html"));
        assertTrue(index.contains("<a href=\"ja/one.html\">一 &lt;b&gt;</a>"), index);
    }

    @Test
    @Tag("engine")
    void executedTwiceANotebookDiffersInNothing() throws Exception {
        int number = ThreadLocalRandom.current().nextInt(1000, 9999);
        String name = "twice" + number;
        Path notebook = everything(name, "10.231." + number % 256 + ".0/24");
        Path page = Path.of("target", "book", "all", "all.ipynb");
        run(0, "--stable", notebook);
        String first = Files.readString(page);
        docker(true, "network", "create", name + "-elses");
        docker(true, "run", "-d", "--name", name + "-else", "--network", name + "-elses", "porthole/nginx");
        try {
            run(0, "--stable", notebook);
        } finally {
            docker(false, "rm", "-f", name + "-else");
            docker(false, "network", "rm", name + "-elses");
        }
        assertIterableEquals(first.lines().toList(), Files.readAllLines(page));
        assertTrue(first.contains("attempt 1") && first.contains("Wrote note.txt") && first.contains("172.18.0.0/16"));
        assertFalse(Files.exists(home.resolve("state/porthole/progress")), "the learner's progress was written");
    }

    private static void docker(boolean must, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(words));
        Process docker = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(docker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(docker.waitFor() == 0 || !must, said);
    }

    /** Each of the first two waits for a file that the other writes. */
    private List<Path> recorded() throws Exception {
        String meet = """
                java.nio.file.Files.writeString(java.nio.file.Path.of("MINE"), "");
                for (long end = System.nanoTime() + 60_000_000_000L; !java.nio.file.Files.exists(java.nio.file.Path.of("OTHERS"));)
                    if (System.nanoTime() > end) throw new IllegalStateException("alone");
                """;
        List<Path> all = List.of(
                notebook("at-once", "a", meet.replace("MINE", "a").replace("OTHERS", "b")),
                notebook("at-once", "b", meet.replace("MINE", "b").replace("OTHERS", "a")),
                notebook("at-once", "c", "int nothing = 1 / 0;"),
                notebook("at-once", "d", printing("the last")));
        try (GZIPOutputStream out =
                new GZIPOutputStream(Files.newOutputStream(home.resolve("at-once/a.recording.jsonl.gz")))) {
            out.write(EMPTY.getBytes(StandardCharsets.UTF_8));
        }
        for (String name : List.of("b", "c", "d")) {
            Files.copy(
                    home.resolve("at-once/a.recording.jsonl.gz"),
                    home.resolve("at-once/" + name + ".recording.jsonl.gz"));
        }
        return all;
    }

    @Test
    void recordingsAreReplayedAtOnceAndToldInOrder() throws Exception {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "needs two processors");
        List<Path> all = recorded();
        String said = run(1, "--replay", "--keep-going", all.get(0), all.get(1), all.get(2), all.get(3));
        String told = said.replaceAll("(?m)^(ok|failed) +[0-9.]+ s +.*/(.)\\.ipynb$", "$1 $2")
                .lines()
                .filter(line -> line.matches("(ok|failed) .|\\d of .*"))
                .collect(Collectors.joining(", "));
        assertEquals("ok a, ok b, failed c, ok d, 1 of 4 notebooks failed.", told, said);
        assertTrue(
                run(1, "--replay", all.get(2), all.get(2), all.get(2), all.get(3))
                        .contains("failed"),
                said);
    }

    @Test
    void theNextKernelStartsWhileCellsRunAndItsOwnCellsWaitForTheirs() throws Exception {
        String first = """
                import java.nio.file.*;
                import java.time.Duration;
                var runner = ProcessHandle.current().parent().orElseThrow();
                Duration next() {
                    return runner.children().filter(p -> !p.equals(ProcessHandle.current()))
                        .map(p -> p.info().totalCpuDuration().orElse(Duration.ZERO)).findAny().orElse(Duration.ZERO);
                }
                Duration before = Duration.ZERO;
                for (int i = 0; next().isZero() || !before.equals(next()); i++) { // until it has started, and waits
                    if (i > 120) throw new IllegalStateException("alone");
                    before = next();
                    Thread.sleep(500);
                }
                Files.writeString(Path.of("a"), "");
                """;
        String second = """
                import java.nio.file.*;
                if (!Files.exists(Path.of("a"))) throw new IllegalStateException("too early");
                var kernels = ProcessHandle.current().parent().orElseThrow().children().toList();
                if (kernels.size() != 1) throw new IllegalStateException("while another runs: " + kernels);
                """;
        Path one = notebook("in-turn", "one", first);
        Path two = notebook("in-turn", "two", second);
        run(0, one, two);
    }

    @Test
    void afterAFailureTheNextOneIsNotBegun() throws Exception {
        Path fails = notebook("fails", "a", "int nothing = 1 / 0;");
        Path next = notebook("fails", "b", "java.nio.file.Files.writeString(java.nio.file.Path.of(\"b\"), \"\");");
        String said = run(1, fails, next);
        assertFalse(Files.exists(home.resolve("fails/b")), said);
        assertEquals(
                1,
                said.lines()
                        .filter(line -> line.matches("(ok|failed) .*s .*ipynb"))
                        .count(),
                said);
        assertTrue(said.contains("1 of 2 notebooks failed."), said);
    }

    @Test
    void ctrlCEndsTheRunAndItsKernels() throws Exception {
        Path endless = notebook(
                "endless",
                "a",
                "java.nio.file.Files.writeString(java.nio.file.Path.of(\"begun\"), \"\");\nwhile (true) {}");
        Process running = start("--keep-going", endless, endless);
        assertTrue(begun(running), "the cell did not begin within 60 s");
        List<ProcessHandle> kernels = running.descendants().toList();
        assertFalse(kernels.isEmpty());
        new ProcessBuilder("kill", "-INT", String.valueOf(running.pid()))
                .start()
                .waitFor();
        assertTrue(running.waitFor(20, TimeUnit.SECONDS), "the run goes on");
        for (ProcessHandle kernel : kernels) {
            kernel.onExit().get(20, TimeUnit.SECONDS);
        }
    }

    private boolean begun(Process running) throws Exception {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60); System.nanoTime() < end; ) {
            if (Files.exists(home.resolve("endless/begun"))) {
                return true;
            }
            assertFalse(running.waitFor(100, TimeUnit.MILLISECONDS), "the run has ended");
        }
        return false;
    }
}
