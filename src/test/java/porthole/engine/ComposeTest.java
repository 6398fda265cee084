package porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.display.Language;
import porthole.network.Container;

@Tag("engine")
class ComposeTest {
    private final EngineFixture engine = new EngineFixture();
    private final Docker docker = engine.docker;

    @TempDir
    Path folder;

    ComposeTest() {
        Language.use(Language.ENGLISH);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Path write(String yaml) throws IOException {
        Path project = Files.createDirectories(folder.resolve(engine.prefix));
        return Files.writeString(project.resolve("docker-compose.yml"), yaml);
    }

    @Test
    void aProjectComesUpOwnedWithStandInsAndIsTornDownByReset() throws IOException {
        Path file = write("""
                version: '3'
                services:
                  web:
                    container_name: %s
                    image: nginx
                    labels:
                      floor: "2"
                networks:
                  default:
                    ipam:
                      config:
                        - subnet: %s
                """.formatted(engine.name("web"), engine.subnet()));
        Compose compose = docker.compose(file);
        List<Container> made = compose.up();
        assertEquals(
                List.of(engine.name("web")), made.stream().map(Container::name).toList());
        assertEquals("nginx", made.get(0).image());
        assertEquals("2", made.get(0).labels().get("floor"));
        assertEquals(engine.prefix + "_default", made.get(0).endpoints().get(0).network());
        assertEquals(1, compose.ps().size());
        assertEquals(
                List.of(
                        new Removed("container", engine.name("web")),
                        new Removed("network", engine.prefix + "_default")),
                List.copyOf(docker.reset()));
    }

    @Test
    void downRemovesTheProject() throws IOException {
        Path file = write("services:\n  idle:\n    image: porthole/tools\n    command: sleep infinity\n"
                + "    stop_grace_period: 0s\n    networks: [shop]\nnetworks:\n  shop:\n    ipam:\n      config:\n"
                + "        - subnet: " + engine.subnet() + "\n");
        Compose compose = docker.compose(file.toString());
        assertEquals(1, compose.up().size());
        compose.down();
        assertTrue(compose.ps().isEmpty());
        assertTrue(docker.reset().isEmpty());
    }

    @Test
    void whatFailsHalfwayIsTakenDown() throws IOException {
        Path file = write("services:\n  idle:\n    image: porthole/tools\n    command: no-such-program\n"
                + "networks:\n  default:\n    ipam:\n      config:\n        - subnet: " + engine.subnet() + "\n");
        assertThrows(EngineException.class, docker.compose(file)::up);
        assertTrue(docker.reset().isEmpty());
    }

    @Test
    void aFileThatIsMissingOrWrongIsTold() throws IOException {
        Path file = write("services:\n  web:\n    image: [1]\n");
        String wrong =
                assertThrows(EngineException.class, docker.compose(file)::up).getMessage();
        assertTrue(wrong.contains(file + ": line 3 (\"image: [1]\"): services.web.image"), wrong);
        Compose missing = docker.compose(folder.resolve("nothing.yml"));
        assertTrue(assertThrows(EngineException.class, missing::up).getMessage().startsWith("No Compose file"));
    }

    @Test
    void aPortThatIsTakenIsToldWithItsHolderAndAnotherIsUsedInstead() throws IOException {
        try (ServerSocket mine = new ServerSocket(0)) {
            int port = mine.getLocalPort();
            Path file = write("services:\n  web:\n    image: porthole/nginx\n    ports:\n      - \"" + port
                    + ":80\"\nnetworks:\n  default:\n    ipam:\n      config:\n        - subnet: " + engine.subnet()
                    + "\n");
            String taken = assertThrows(EngineException.class, docker.compose(file)::up)
                    .getMessage();
            assertTrue(taken.startsWith("Port " + port + " of the host is taken by java (process "), taken);
            int other = free();
            docker.usePorts(Map.of(port, other));
            List<Container> made = docker.compose(file).up();
            assertEquals(other, made.get(0).ports().get(0).hostPort());
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
