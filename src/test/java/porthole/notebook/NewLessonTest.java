package porthole.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import porthole.Main;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookCell;
import porthole.lesson.file.LessonFiles;

/** What "porthole new" writes, run in a process of its own in the folder where it was written. */
class NewLessonTest {
    private final String name =
            "shop-" + Integer.toHexString(ThreadLocalRandom.current().nextInt(0x1000, 0xffff));

    @TempDir
    private Path folder;

    /** Standard output and error of a Java program of this class path; fails where it does, unless that is wanted. */
    private String java(Path where, String language, boolean succeeds, String main, String... words) throws Exception {
        String absolute = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.attach.allowAttachSelf=true",
                "-XX:TieredStopAtLevel=1",
                "--add-exports=jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED",
                "--add-exports=jdk.compiler/com.sun.tools.javac.code=ALL-UNNAMED",
                "--add-exports=jdk.compiler/com.sun.tools.javac.util=ALL-UNNAMED",
                "-cp",
                absolute,
                main));
        command.addAll(List.of(words));
        Path log = Files.createTempFile(folder, "java", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("PORTHOLE_LANG", language);
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        Process process = builder.start();
        assertTrue(process.waitFor(200, TimeUnit.SECONDS), "it did not end within 200 s");
        String said = Files.readString(log, StandardCharsets.UTF_8);
        assertEquals(succeeds, process.exitValue() == 0, said);
        return said;
    }

    private String write(String... words) throws Exception {
        return java(folder, "en", true, Main.class.getName(), words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    @Tag("engine")
    void whatNewWritesRunsAndItsSolutionEarnsAllPoints(String language) throws Exception {
        write("new", name, "--lang", "en,ja");
        Path at = folder.resolve(name).resolve(language);
        String notebook = name + ".ipynb";
        String unsolved = java(at, language, true, NotebookCells.class.getName(), notebook, "1 + 1");
        String missed = language.equals("en") ? "✗ goal not met: " : "✗ 未達成：";
        assertTrue(unsolved.contains("let-in") && unsolved.contains(missed + name + "-client "), unsolved);
        assertEquals(language.equals("ja"), unsolved.contains("-client から "), unsolved);
        assertFalse(unsolved.contains("docker rm --force"), "the scene is not silent: " + unsolved);
        assertTrue(unsolved.contains(language.equals("en") ? "Think first" : "まず考えて"), unsolved);
        assertFalse(unsolved.contains("network connect"), "the solution is given away");
        String open = language.equals("en") ? "A question is open" : "まだ答え合わせをしていない問い";
        int picture = unsolved.indexOf(open);
        assertTrue(
                unsolved.indexOf("> topology(") < picture && picture < unsolved.indexOf("> check("),
                "the picture answers before the check: " + unsolved);
        int kept = unsolved.indexOf(language.equals("en") ? "did not give away" : "伏せていた内容");
        assertTrue(
                unsolved.indexOf("> check(") < kept && kept < unsolved.indexOf("> exercise("),
                "what was kept back is not told with the check: " + unsolved);
        for (String completed : List.of(
                "chapter(\"| [" + name + "]",
                "predict(\"wh| [who-reaches]",
                "check(\"wh| [who-reaches]",
                "verify(\"let| [let-in]",
                "hint(\"| [let-in]")) {
            assertTrue(unsolved.contains(completed), completed + " in " + unsolved);
        }
        String solution = new LessonFiles(at)
                .begin(name)
                .exercises()
                .get("let-in")
                .solution()
                .orElseThrow()
                .cell();
        String solved = java(at, language, true, NotebookCells.class.getName(), notebook, solution);
        assertTrue(solved.contains(language.equals("en") ? "2 of 2 points" : "2 点満点中 2 点"), solved);
        assertFalse(solved.contains("✗"), solved);
    }

    @Test
    void theCodeCellsAreTheSameInAllLanguagesAndUnwantedWordsAreLeftOut() throws Exception {
        write("new", name);
        assertEquals(code(name, "en"), code(name, "ja"));
        write("new", "only-ja", "--lang", "ja");
        assertFalse(Files.exists(folder.resolve("only-ja/en")));
        assertFalse(Files.readString(folder.resolve("only-ja/lesson.yaml")).contains(" en: "));
        var lesson = new LessonFiles(folder.resolve("only-ja/ja")).begin("only-ja");
        assertEquals(1, lesson.goals().size());
        assertTrue(lesson.title().here().startsWith("only-ja"));
    }

    private List<String> code(String lesson, String language) {
        Path notebook = folder.resolve(lesson).resolve(language).resolve(lesson + ".ipynb");
        return Notebook.read(notebook).code().stream()
                .map(NotebookCell::source)
                .map(source ->
                        source.lines().allMatch(l -> l.startsWith("//")) ? "// in the reader's language" : source)
                .toList();
    }

    @Test
    void whatCannotBeWrittenIsRefusedByName() throws Exception {
        write("new", name);
        assertTrue(refused("new", name).contains("exists already"));
        assertTrue(refused("new", "Two Tier").contains("\"Two Tier\" cannot be a lesson's name"));
        assertTrue(refused("new", "other", "--lang", "fr").contains("\"fr\" (en, ja)"));
        assertFalse(Files.exists(folder.resolve("other")));
    }

    private String refused(String... words) throws Exception {
        return java(folder, "en", false, Main.class.getName(), words);
    }
}
