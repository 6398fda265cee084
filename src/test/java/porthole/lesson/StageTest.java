package porthole.lesson;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.display.Language;
import porthole.engine.Docker;
import porthole.engine.api.EngineException;
import porthole.engine.api.Notices;
import porthole.engine.owner.Owner;
import porthole.lesson.file.StartState;
import porthole.notebook.line.DockerLine;

@Tag("engine")
class StageTest {
    private final Docker docker = Docker.connect(Notices.none(), Owner.ofThisProcess("stage.ipynb"));
    private final String name = "stage" + Long.toHexString(System.nanoTime());

    StageTest() {
        Language.use(Language.ENGLISH);
    }

    @AfterEach
    void close() {
        docker.reset();
        docker.close();
    }

    private void run(String line) {
        try {
            new DockerLine(docker, Notices.none()).run(line);
        } catch (Exception e) {
            throw new AssertionError(line, e);
        }
    }

    private void wait(String command) {
        List<String> lines = List.of("run -d --name " + name + " nicolaka/netshoot " + command, "wait " + name);
        StartState state = new StartState(
                List.of(), List.of(), List.of(), List.of(name), List.of(), Optional.empty(), lines, List.of());
        new Stage("shop", state, Path.of("."), docker, Duration.ofMillis(500)).build(this::run);
    }

    @Test
    void aContainerThatShouldHaveEndedAndRunsOnIsNamed() {
        String said = assertThrows(EngineException.class, () -> wait("sleep infinity"))
                .getMessage();
        assertTrue(said.contains('"' + name + '"') && said.contains("still runs"), said);
    }

    @Test
    void aContainerThatEndsIsWaitedFor() {
        assertDoesNotThrow(() -> wait("true"));
    }
}
