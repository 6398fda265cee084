package porthole.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookCell;

/** {@code ./porthole new}, {@code lesson check} and {@code lesson sync}, as docs/teaching.md has them typed. */
@Tag("notebooks")
class LessonCheckIT {
    private static final String BAD = """
            lesson: NAME
            title: Bad
            questions:
              how-many:
                ask: How many lines are in the long list of NAME?
                choices:
                  few: Three lines
                  many: Fifty lines
                answer: few
              resolve:
                ask: Do names resolve on the default bridge of NAME?
                choices:
                  each: Yes, each of them
                  never: Only an address is of use
                answer: never
                why: "127.0.0.11 is there on a network that you make."
              range:
                ask: Where does the range of a new network come from?
                choices:
                  engine: The engine picks it
                  you: You always type it
                answer: engine
                why: Nothing was typed.
            exercises:
              made:
                task: Make the network.
                scene: {networks: [NAME-net]}
                expect: ["network NAME-net exists"]
                solution: "%docker network create NAME-other"
              done:
                task: Do nothing.
                expect: ["container NAME-none gone"]
                solution: "1 + 1"
            """;

    private final String name =
            "lesson-" + Integer.toHexString(ThreadLocalRandom.current().nextInt(0x1000, 0xffff));

    @TempDir
    Path folder;

    private String porthole(int code, String... words) throws Exception {
        return said(
                code,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Path.of("target/porthole.jar").toAbsolutePath().toString()),
                words);
    }

    private String said(int code, List<String> program, String... words) throws Exception {
        List<String> command = new ArrayList<>(program);
        command.addAll(Arrays.asList(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("PORTHOLE_LANG", "en");
        builder.environment().put("PORTHOLE_PYTHON", "/usr/bin/python3");
        builder.environment()
                .put("JUPYTER_PATH", folder.resolve("share/jupyter").toString());
        Process running = builder.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(code, running.waitFor(), String.join(" ", words) + "\n" + said);
        return said;
    }

    /** The lines of the guide that call a command of Porthole, for a lesson of this name. */
    private List<String[]> guide(String command) throws Exception {
        List<String[]> lines = Files.readString(Path.of("docs/teaching.md"))
                .lines()
                .filter(line -> line.startsWith("./porthole " + command))
                .map(line -> line.replaceFirst("./porthole ", "")
                        .replace("two-tier", name)
                        .split(" "))
                .toList();
        assertTrue(!lines.isEmpty(), "docs/teaching.md has no line with ./porthole " + command);
        return lines;
    }

    @Test
    void theGuidesOwnCommandsMakeALessonWithoutAFindingInAllLanguages() throws Exception {
        Installed.in(folder);
        porthole(0, guide("new").get(0));
        String good = porthole(0, guide("lesson check").get(0));
        assertTrue(good.contains("Nothing was found in 2 notebooks."), good);
        String times = porthole(0, "lesson", "time", name);
        assertTrue(
                times.lines().anyMatch(line -> line.matches(name + "/ja/" + name + "[.]ipynb +\\d .*text .* 5 \\+ 5")),
                times);

        Path english = folder.resolve(name).resolve("en").resolve(name + ".ipynb");
        Notebook notebook = Notebook.read(english);
        List<NotebookCell> cells = new ArrayList<>(notebook.cells());
        cells.add(1, NotebookCell.markdown("new-text", "The next cell makes all ready."));
        cells.replaceAll(cell -> cell.source().equals("lab.reset()") ? cell.withSource("lab.reset();") : cell);
        notebook.withCells(cells).write(english);
        String found = porthole(1, "lesson", "check", name, "--no-run");
        assertTrue(
                Pattern.compile("ja/" + name + ".ipynb:\\d+: The code is not that of")
                        .matcher(found)
                        .find(),
                found);
        String synced = porthole(0, guide("lesson sync").get(0));
        assertTrue(synced.contains("cell 2 is new: a text to translate"), synced);
        String left = porthole(1, "lesson", "check", name, "--no-run");
        assertTrue(left.contains("ja/" + name + ".ipynb:2: This text still waits for its translation."), left);
        assertTrue(left.contains("Found: 2 in 2 notebooks."), left);
    }

    @Test
    void theLauncherChecksALessonWhereThePersonStands() throws Exception {
        List<String> launcher = List.of(Path.of("porthole").toAbsolutePath().toString());
        said(0, launcher, "new", name);
        String good = said(0, launcher, "lesson", "check", name, "--no-run", "--yes");
        assertTrue(good.contains("Nothing was found in "), good);
        Path file = folder.resolve(name).resolve("lesson.yaml");
        Files.writeString(file, Files.readString(file).replaceFirst("(?m)^title:", "titel:"));
        String bad = said(1, launcher, "lesson", "check", name, "--no-run");
        assertTrue(bad.contains("lesson.yaml:4: \"titel\""), bad);
        assertTrue(said(2, launcher, "lesson", "chekc", name).contains("chekc"));
    }

    @Test
    void whatOnlyARunShowsIsFound() throws Exception {
        Installed.in(folder);
        Files.writeString(folder.resolve("lesson.yaml"), BAD.replace("NAME", name));
        List<NotebookCell> cells = new ArrayList<>();
        Files.writeString(folder.resolve("figure.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        for (String code : List.of(
                "chapter(\"NAME\").ready()",
                "System.out.println(\"the long list of NAME: fifty lines\")",
                "predict(\"how-many\")",
                "for (int i = 0; i < 50; i++) System.out.println(i);",
                "check(\"how-many\", () -> docker.info() == null ? \"few\" : \"many\")",
                "int nothing = 1 / 0;",
                "\"x\".repeat(200)",
                "exercise(\"made\")",
                "verify(\"made\")",
                "exercise(\"done\")",
                "verify(\"done\")",
                "System.out.println(\"⚠ On a default bridge, names do not resolve.\")",
                "predict(\"resolve\")",
                "check(\"resolve\", () -> docker.info() == null ? \"each\" : \"never\")",
                "# Each network gets a range\n![](figure.svg)",
                "predict(\"range\")",
                "check(\"range\", () -> docker.info() == null ? \"you\" : \"engine\")",
                "lab.reset()")) {
            String id = "c" + cells.size();
            cells.add(
                    code.startsWith("# ")
                            ? NotebookCell.markdown(id, code)
                            : NotebookCell.code(id, code.replace("NAME", name)));
        }
        Notebook.of("porthole", "Java (Porthole)", cells).write(folder.resolve("bad.ipynb"));
        String found = porthole(1, "lesson", "check");
        for (String part : List.of(
                "bad.ipynb:3: The answer to \"how-many\" stands above it, in cell 2: “the long list of NAME: fifty lines”",
                "bad.ipynb:4: The output has 50 lines, more than the 40 of a screen.",
                "bad.ipynb:5: The engine answers \"many\" to \"how-many\", and the lesson file says \"few\".",
                "bad.ipynb:6: The cell fails: ",
                "bad.ipynb:7: The output is about ",
                "bad.ipynb:11: The exercise \"done\" has all points before anything is done.",
                "bad.ipynb:13: A warning in cell 12 speaks of what \"resolve\" asks: “⚠ On a default bridge,",
                "bad.ipynb:15: The image figure.svg has no alternative text.",
                "bad.ipynb:16: The heading above \"range\" tells instead of asking (cell 15): “Each network gets a range”",
                "lesson.yaml:29: The solution of \"made\" does not solve it: ✗ goal not met: network NAME-net exists: There is no network \"NAME-net\".",
                "lesson.yaml:32: \"container NAME-none gone\" names the container \"NAME-none\", which no line")) {
            assertTrue(found.contains(part.replace("NAME", name)), part + " is not in:\n" + found);
        }
        assertTrue(found.contains("Found: 11 in 1 notebooks."), found);
    }
}
