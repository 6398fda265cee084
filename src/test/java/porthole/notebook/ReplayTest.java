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
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.engine.recording.Recording;

/** Cells that were recorded with the real engine, replayed in a process that finds no engine and no program. */
@Tag("engine")
class ReplayTest {
    private static final String MARK = "● Recorded on ";

    private final int number = ThreadLocalRandom.current().nextInt(1000, 9999);
    private final String name = "rec" + number;
    private final String port = String.valueOf(20_000 + number);

    @TempDir
    private Path folder;

    private List<String> lesson() {
        return List.of(
                "docker.network.create(\"" + name + "\")",
                "docker.run(\"porthole/nginx\", c -> c.name(\"" + name + "-web\").network(\"" + name + "\").publish(\""
                        + port + ":80\"))",
                "%docker run -d --name " + name + "-me --network " + name + " porthole/tools sleep infinity",
                "topology(\"" + name + "\")",
                "docker.exec(\"" + name + "-me\", \"curl -sS " + name + "-web\")",
                "curl(\"localhost:" + port + "\")",
                "who(\"localhost:" + port + "\")",
                "why(\"" + name + "-me\", \"" + name + "-web:80\")",
                "matrix(\"" + name + "-me\", \"" + name + "-web\")",
                "!echo from the shell; echo and its complaint >&2; exit 3",
                "6 * 7",
                "%docker inspect " + name + "-web | grep -i ipaddress",
                "docker.run(\"porthole/tools\", c -> c.name(\"" + name + "-far\").command(\"sleep\", \"infinity\"))",
                "journey(\"" + name + "-me\", address(\"" + name + "-far\") + \":80\")",
                "docker.run(\"nicolaka/netshoot\", c -> c.name(\"" + name
                        + "-late\").command(\"sleep\", \"infinity\"))",
                "var hand = byHand(); hand.onHost(\"ip link add \" + hand.veth() + \" type veth peer name \" + hand.peer())",
                "change(() -> docker.network.disconnect(\"" + name + "\", \"" + name + "-me\"))",
                "lab.reset()");
    }

    private String run(List<String> cells, Map<String, String> environment) throws Exception {
        String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        Path file = folder.resolve("cells");
        Files.writeString(file, String.join(ToldCells.BETWEEN, cells));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.attach.allowAttachSelf=true",
                "-XX:TieredStopAtLevel=1",
                "--add-exports=jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED",
                "--add-exports=jdk.compiler/com.sun.tools.javac.code=ALL-UNNAMED",
                "--add-exports=jdk.compiler/com.sun.tools.javac.util=ALL-UNNAMED",
                "-cp",
                classes,
                ToldCells.class.getName(),
                file.toString()));
        Path log = Files.createTempFile(folder, "cells", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("PORTHOLE_LANG", "en");
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertTrue(process.waitFor(200, TimeUnit.SECONDS), "it did not end within 200 s");
        String said = Files.readString(log, StandardCharsets.UTF_8);
        assertEquals(0, process.exitValue(), said);
        return said;
    }

    private Path recording() {
        return folder.resolve("lesson" + Recording.ENDING);
    }

    private String record() throws Exception {
        return run(lesson(), Map.of("PORTHOLE_RECORD", recording().toString()));
    }

    /** With no engine at its address, and no program in its path. */
    private Map<String, String> without(String key, String value) {
        return Map.of("DOCKER_HOST", "unix:///nowhere/docker.sock", "PATH", folder.toString(), key, value);
    }

    private static List<String> unmarked(String said) {
        return said.lines().filter(line -> !line.startsWith("display ●")).toList();
    }

    @Test
    void aRecordedNotebookShowsTheSameWithoutAnEngineAndEachOutputIsMarked() throws Exception {
        String live = record();
        assertFalse(live.contains("failed: "), live);
        String replayed = run(lesson(), without("PORTHOLE_REPLAY", recording().toString()));
        assertEquals(String.join("\n", unmarked(live)), String.join("\n", unmarked(replayed)));
        assertEquals(
                lesson().size() - 1, // 6 * 7 asks nothing
                replayed.lines()
                        .filter(line -> line.startsWith("display " + MARK))
                        .count(),
                replayed);
        assertFalse(live.contains("●"), live);
    }

    @Test
    void aSessionThatFoundNoEngineEndsWithoutAFailure() throws Exception {
        String said = run(List.of("docker.ps()"), without("NOTHING", ""));
        assertTrue(said.contains("failed: "), said);
        assertFalse(said.contains("at the end"), said);
    }

    @Test
    void withoutAnEngineTheRecordingIsOfferedAndAnswersInAnyOrder() throws Exception {
        record();
        List<String> all = lesson();
        Files.writeString(folder.resolve("lesson.yaml"), """
                lesson: reach
                title: {en: Reach}
                exercises:
                  names:
                    task: {en: Reach it}
                    expect: [NAME-me -> NAME-web:80 reached]
                  ports:
                    task: {en: Reach it}
                    expect: [NAME-me -> NAME-web:80 reached, curl localhost:1 does not answer]
                """.replace("NAME", name));
        String said = run(
                List.of(
                        "docker.ps()",
                        "lab.replay()",
                        "lab",
                        all.get(0),
                        all.get(1),
                        all.get(2),
                        "docker.exec(\"" + name + "-me\", \"curl -sS " + name + "-web\").exitCode() + 100",
                        "topology(\"" + name + "-web\", \"" + name + "-me\")",
                        "docker.network.create(\"" + name + "-other\")",
                        "!uname -a",
                        "var tens = java.util.stream.IntStream.of(1, 2).map(i -> i * 10).sum(); tens",
                        "verify(\"names\")",
                        "verify(\"ports\")",
                        "lab.progress()",
                        all.get(4),
                        all.get(all.size() - 1),
                        "docker.exec(\"" + name + "-me\", \"curl -sS " + name + "-web\")",
                        "lab.live()",
                        "docker.ps()"),
                without("PORTHOLE_HISTORY", "off"));
        List<String> cells = List.of(said.split("(?m)^> ", -1)).subList(1, 20);
        assertTrue(cells.get(0).contains("failed: ") && cells.get(0).contains("lab.replay()"), cells.get(0));
        assertTrue(cells.get(2).contains(all.size() + " cells, recorded on "), cells.get(2));
        assertTrue(cells.get(6).contains("not recorded;") && cells.get(6).endsWith("100\n"), cells.get(6));
        assertTrue(cells.get(7).contains("2 ") && cells.get(7).contains(name + "-me"), cells.get(7));
        assertTrue(
                cells.get(8).contains("failed: This was not recorded: docker network create " + name + "-other"),
                cells.get(8));
        assertTrue(cells.get(9).contains("not recorded: ! uname -a"), cells.get(9));
        assertTrue(cells.get(10).endsWith("\n30\n"), cells.get(10));
        assertTrue(cells.get(11).contains("1 of 1 point"), cells.get(11));
        assertTrue(cells.get(12).contains("failed: This was not recorded: curl localhost:1."), cells.get(12));
        assertFalse(cells.get(13).contains("ports"), cells.get(13));
        assertTrue(cells.get(14).contains(MARK) && cells.get(14).contains("Welcome to nginx"), cells.get(14));
        assertTrue(cells.get(15).contains("had run before, which have not run now: 13"), cells.get(15));
        assertTrue(cells.get(16).contains("which have run since: " + all.size()), cells.get(16));
        assertTrue(cells.get(16).contains(MARK) && cells.get(16).contains("Welcome to nginx"), cells.get(16));
        assertTrue(cells.get(18).contains("failed: No Docker engine answers"), cells.get(18));
    }

    @Test
    void aRecordingThatCannotBeReadOrWrittenFailsEachCellByNameAndAsksNoEngine() throws Exception {
        Files.writeString(recording(), "damaged");
        String said = run(
                List.of("docker.ps()", "1 + 1"),
                Map.of("PORTHOLE_REPLAY", recording().toString()));
        assertEquals(
                2,
                said.lines()
                        .filter(l -> l.contains("failed: The recording ") && l.contains("damaged"))
                        .count(),
                said);
        said = run(
                List.of("docker.ps()"),
                Map.of("PORTHOLE_RECORD", folder.resolve("no/such/folder.gz").toString()));
        assertTrue(said.contains("failed: The recording ") && said.contains("cannot be written"), said);
    }
}
