package porthole.lesson.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookCell;
import porthole.lesson.enclosure.EnclosureNeeds;

/** The commands of docs/teaching.md, as they stand there, and Ctrl-C amid them. */
@Tag("engine")
class GradingGuideTest {
    @TempDir
    Path folder;

    /** Ctrl-C reaches it even where who started the tests ignores it, as a shell's background does. */
    private Process porthole(List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(GateLesson.program().command());
        command.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("PORTHOLE_LANG", "en");
        return builder.start();
    }

    private String said(String... words) throws Exception {
        Process process = porthole(List.of(words));
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    /** The words of a line of the guide, behind {@code ./porthole}. */
    private static String[] guide(String command) throws IOException {
        String line = "sudo ./porthole " + command;
        assertTrue(Files.readString(Path.of("docs/teaching.md")).lines().anyMatch(line::equals), line);
        return command.split(" ", -1);
    }

    @Test
    void theGuidesCommandsHandOutAndGradeAndAnInterruptKeepsWhatIsDone() throws Exception {
        assumeTrue(
                EnclosureNeeds.missing("").isEmpty(), EnclosureNeeds.missing("").orElse(""));
        said("new", "two-tier", "--lang", "en");
        said(guide("handout two-tier"));
        Path handout = folder.resolve("two-tier-handout/en/two-tier.ipynb");
        assertTrue(!Files.readString(folder.resolve("two-tier-handout/lesson.yaml"))
                .contains("solution"));
        submit(handout, "bob", "%docker network connect two-tier-back two-tier-client");
        Files.writeString(folder.resolve("submissions/ada.ipynb"), "dear teacher");
        interruptedAfterTheFirst();
        String rest = said(guide("grade two-tier submissions/"));
        assertTrue(rest.startsWith("Submissions: 2, of which 1 have not changed"), rest);
        assertEquals(
                List.of("ada,ada.ipynb,,0,0,2,ada.ipynb is not a notebook.", "bob,bob.ipynb,en,2,2,2,"),
                Files.readAllLines(folder.resolve("grades/grades.csv")).stream()
                        .skip(1)
                        .toList());
    }

    private void submit(Path handout, String student, String answer) throws IOException {
        Notebook notebook = Notebook.read(handout);
        List<NotebookCell> cells = notebook.cells().stream()
                .map(cell -> cell.source().equals("// your commands") ? cell.withSource(answer) : cell)
                .toList();
        Files.createDirectories(folder.resolve("submissions"));
        Files.writeString(
                folder.resolve("submissions").resolve(student + ".ipynb"),
                notebook.withCells(cells).text());
    }

    /** Ctrl-C, when what one handed in is known and the other's begins to run. */
    private void interruptedAfterTheFirst() throws Exception {
        Process process = porthole(List.of("grade", "two-tier", "submissions/", "--jobs", "1"));
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith("ada: ")) {
                    new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                            .start()
                            .waitFor();
                }
            }
        }
        assertEquals(130, process.waitFor(), said.toString());
        assertTrue(Files.exists(folder.resolve("grades/results/ada.json")), said.toString());
        assertTrue(!Files.exists(folder.resolve("grades/results/bob.json")), said.toString());
        assertEquals(List.of(), ofProcess(process.pid()), "left behind");
    }

    /** Enclosures in whose notes that process stands. */
    private static List<Path> ofProcess(long pid) throws IOException {
        List<Path> left = new ArrayList<>();
        try (Stream<Path> all = Files.list(Path.of("/var/tmp"))) {
            for (Path each : all.filter(f -> f.getFileName().toString().startsWith("porthole-"))
                    .toList()) {
                if (Files.isReadable(each.resolve("process"))
                        && Files.readString(each.resolve("process")).equals(pid + "\n")) {
                    left.add(each);
                }
            }
        }
        return left;
    }
}
