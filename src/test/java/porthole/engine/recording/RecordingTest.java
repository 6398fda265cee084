package porthole.engine.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.engine.Docker;
import porthole.engine.EngineFixture;
import porthole.engine.api.Api;
import porthole.engine.api.EngineAddress;
import porthole.engine.api.EngineException;
import porthole.engine.api.ExecResult;
import porthole.engine.api.Notices;
import porthole.engine.owner.Owner;
import porthole.network.Container;

/** What the real engine answered, given again where there is none. */
@Tag("engine")
class RecordingTest {
    private static final String NOWHERE = "unix:///nowhere/docker.sock";

    @TempDir
    private Path folder;

    private final String name = new EngineFixture().name("recorded");

    private Path file() {
        return folder.resolve("lesson" + Recording.ENDING);
    }

    /** Records two cells: one starts a container, one asks it something. */
    private ExecResult record() {
        Api api = new Api(() -> EngineAddress.find(System.getenv()));
        try (Docker docker = Docker.connect(Notices.none(), Owner.ofThisProcess("test"), api);
                Recorder recorder = new Recorder(file(), "lesson.ipynb")) {
            api.answerFrom(recorder);
            recorder.begin("start");
            docker.run(
                    EngineFixture.TOOLS,
                    c -> c.name(name).env("DB_PASSWORD=hunter2").command("sleep", "infinity"));
            recorder.end();
            recorder.begin("ask");
            ExecResult said = docker.exec(name, "sh", "-c", "echo one; sleep 0.3; echo two; hostname");
            recorder.end();
            recorder.begin("stop");
            docker.reset();
            recorder.end();
            return said;
        }
    }

    private record Player(Docker docker, Replay replay, Api api) {
        static Player of(Path file) {
            Api api = new Api(EngineAddress.of(NOWHERE));
            Docker docker = Docker.connect(Notices.none(), Owner.ofThisProcess("another"), api);
            Replay replay = new Replay(Recording.read(file));
            api.answerFrom(replay);
            return new Player(docker, replay, api);
        }

        void start(String name) {
            replay.begin("start");
            docker.run(
                    EngineFixture.TOOLS,
                    c -> c.name(name).env("DB_PASSWORD=hunter2").command("sleep", "infinity"));
            replay.end(false);
        }
    }

    @Test
    void aCellAnswersAsItDidAndWhatWasMadeIsThereAfterIt() {
        ExecResult said = record();
        Player player = Player.of(file());
        player.start(name);
        assertTrue(player.docker()
                .snapshot()
                .container(name)
                .filter(Container::running)
                .isPresent());
        player.replay().begin("ask");
        assertEquals(said, player.docker().exec(name, "sh", "-c", "echo one; sleep 0.3; echo two; hostname"));
        assertEquals(List.of(), player.replay().end(false));
        player.replay().begin("stop");
        assertEquals(
                List.of(name),
                player.docker().reset().stream().map(r -> r.name()).toList());
        player.replay().end(false);
        assertTrue(player.docker().snapshot().container(name).isEmpty());
    }

    @Test
    void aChangedCellGetsWhatWasRecordedInTheSameStateAndIsMarkedAsChanged() {
        ExecResult said = record();
        Player player = Player.of(file());
        player.start(name);
        assertTrue(player.replay().begin("ask, but in other words").isEmpty());
        assertEquals(said, player.docker().exec(name, "sh", "-c", "echo one; sleep 0.3; echo two; hostname"));
        assertEquals(
                "running", player.docker().inspect(name).get("State.Status").text());
        List<String> told = player.replay().end(false);
        assertEquals(1, told.size(), told.toString());
        assertTrue(told.get(0).contains(player.docker().version().engine()), told.get(0));
        assertTrue(told.get(0).contains("not recorded"), told.get(0));
    }

    @Test
    void whatWasNotRecordedIsRefusedByNameWithWhatWas() {
        record();
        Player player = Player.of(file());
        player.start(name);
        player.replay().begin("another cell");
        EngineException refusal =
                assertThrows(NotRecordedException.class, () -> player.docker().exec(name, "cat", "/etc/shadow"));
        String sentence = String.valueOf(refusal.getMessage());
        assertTrue(sentence.contains("docker exec " + name + " cat /etc/shadow"), sentence);
        assertThrows(
                NotRecordedException.class, () -> player.docker().network.create("shop-" + name), "a change is real");
        List<String> told = player.replay().end(false);
        assertTrue(told.get(told.size() - 1).contains("docker network create shop-" + name), told.toString());
    }

    @Test
    void aChangeThatCameLaterIsNotAnsweredInAnEarlierState() {
        record();
        Player player = Player.of(file());
        player.replay().begin("straight to the end");
        String sentence = String.valueOf(
                assertThrows(NotRecordedException.class, () -> player.docker().exec(name, "hostname"))
                        .getMessage());
        assertTrue(sentence.contains("docker run --name " + name + " porthole/tools"), sentence);
        assertTrue(player.docker().snapshot().container(name).isEmpty());
        player.replay().end(false);
        String mark = player.replay().begin("ask").orElseThrow();
        assertTrue(mark.contains("1"), mark);
        assertTrue(mark.contains("had run before"), mark);
    }

    @Test
    void aRecordingNamesTheVariablesThatMayBeSecretAndHoldsNoLabelOfTheSession() throws IOException {
        record();
        String text = text();
        assertTrue(text.endsWith("\"secrets\":[\"DB_PASSWORD\"]}\n"), text.substring(text.length() - 100));
        assertTrue(
                text.lines().filter(line -> line.contains("\"body\"")).noneMatch(l -> l.contains("porthole.session")),
                text);
    }

    @Test
    void aStreamComesBitByBit() {
        record();
        List<Kept> streams = Recording.read(file()).answers().stream()
                .filter(kept ->
                        kept.asked().path().endsWith("/start") && kept.text().contains("two"))
                .toList();
        assertEquals(1, streams.size());
        List<Piece> pieces = streams.get(0).pieces();
        assertTrue(pieces.size() >= 2, streams.toString());
        assertTrue(pieces.get(pieces.size() - 1).milliseconds() >= 250, streams.toString());
    }

    @Test
    void anotherVersionADamagedFileAndACutOneAreRefusedByName() throws IOException {
        record();
        write(text().replaceFirst("\"porthole-recording\":1", "\"porthole-recording\":7"));
        refused("of version 7");
        write(text().replaceFirst("\"porthole-recording\":7", "\"porthole-recording\":1")
                .replaceFirst("\"asked\":\"GET", "\"asked\":GET"));
        refused("damaged at line");
        Files.writeString(file(), "no recording");
        refused("damaged at line 1");
        record();
        write(text().replaceFirst("\\{\"over\".*\n", ""));
        refused("ends after 4 cells");
        Files.delete(file());
        refused("There is no recording");
    }

    @Test
    void whereItCannotBeWrittenItDoesNotBegin() {
        String sentence = String.valueOf(assertThrows(
                        EngineException.class,
                        () -> new Recorder(folder.resolve("missing").resolve("a" + Recording.ENDING), ""))
                .getMessage());
        assertTrue(sentence.contains("cannot be written"), sentence);
    }

    /** As in a kernel that a cell starts, which inherits what is to be recorded. */
    @Test
    void anotherProcessThatRecordsIntoTheSameFileSpoilsNothing() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Api api = new Api(() -> EngineAddress.find(System.getenv()));
        try (Recorder recorder = new Recorder(file(), "lesson.ipynb")) {
            api.answerFrom(recorder);
            recorder.begin("first");
            recorder.end();
            Process other = new ProcessBuilder(
                            java,
                            "-cp",
                            System.getProperty("java.class.path"),
                            OtherRecorder.class.getName(),
                            file().toString())
                    .inheritIO()
                    .start();
            assertEquals(0, other.waitFor());
            recorder.begin("second");
            recorder.end();
        }
        api.close();
        assertEquals(
                List.of("", "first", "second"),
                Recording.read(file()).cells().stream()
                        .map(RecordedCell::source)
                        .toList());
    }

    /** A process that records nothing into a file. */
    static final class OtherRecorder {
        private OtherRecorder() {}

        public static void main(String[] args) {
            new Recorder(Path.of(args[0]), "").close();
        }
    }

    @Test
    void aSwarmsTokenIsNotKept() {
        String kept = new Piece(0, "token SWMTKN-1-0abc-9xyz".getBytes(StandardCharsets.UTF_8))
                .json()
                .toString();
        assertFalse(kept.contains("0abc"), kept);
    }

    private void refused(String why) {
        String sentence = String.valueOf(assertThrows(EngineException.class, () -> Recording.read(file()))
                .getMessage());
        assertTrue(sentence.contains(why) && sentence.contains(file().toString()), sentence);
    }

    private String text() throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void write(String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file()))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
