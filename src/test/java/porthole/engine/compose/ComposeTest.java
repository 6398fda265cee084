package porthole.engine.compose;

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
import porthole.engine.Docker;
import porthole.engine.EngineFixture;
import porthole.engine.answer.Removed;
import porthole.engine.api.EngineException;
import porthole.engine.flag.All;
import porthole.engine.format.Inspection;
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

    private static final String NETWORKS = """
            version: '2.4'
            services:
              db:
                image: porthole/tools
                command: sleep infinity
                stop_grace_period: 0s
                volumes: ["data:/data"]
                networks:
                  back:
                    ipv4_address: ADDRESS
              proxy:
                image: nginx
                networks: [back, front, outer, default]
            networks:
              back:
                internal: true
                ipam:
                  config: [{subnet: "SUBNET"}]
              front:
                name: PREFIX-front
                driver_opts:
                  com.docker.network.bridge.enable_icc: "false"
                  com.docker.network.driver.mtu: "1400"
                ipam:
                  config: [{subnet: "10.212.NUMBER.0/28"}]
              outer:
                external: true
                name: PREFIX-outer
              default:
                ipam:
                  config: [{subnet: "10.212.NUMBER.16/28"}]
            volumes:
              data:
                name: PREFIX-data
                driver_opts: {type: tmpfs, device: tmpfs, o: "size=1m"}
            """;

    private String networks() {
        return NETWORKS.replace("ADDRESS", engine.address(77))
                .replace("SUBNET", engine.subnet())
                .replace("PREFIX", engine.prefix)
                .replace("NUMBER", String.valueOf(Math.floorMod(engine.prefix.hashCode(), 250)));
    }

    @Test
    void allThatAFileSaysOfNetworksAndVolumesHolds() throws IOException {
        docker.network.create(engine.name("outer"), n -> n.internal());
        docker.compose(write(networks())).up();
        Inspection back = docker.network.inspect(engine.prefix + "_back");
        assertEquals("true", back.get("Internal").text());
        assertEquals(engine.subnet(), back.get("IPAM.Config[0].Subnet").text());
        Container db = docker.snapshot().containers().stream()
                .filter(c -> c.name().matches(engine.prefix + "[_-]db[_-]1"))
                .findFirst()
                .orElseThrow();
        assertEquals(engine.address(77), db.endpoints().get(0).address().orElseThrow());
        porthole.network.Network front = docker.network.get(engine.name("front"));
        assertEquals("false", front.options().get("com.docker.network.bridge.enable_icc"));
        assertEquals("1400", front.options().get("com.docker.network.driver.mtu"));
        assertEquals(
                "tmpfs",
                docker.inspect("volume", engine.name("data"))
                        .get("Options.type")
                        .text());
        List<Removed> removed = List.copyOf(docker.reset());
        assertTrue(removed.contains(new Removed("network", engine.name("front"))), removed.toString());
        assertTrue(removed.contains(new Removed("volume", engine.name("data"))), removed.toString());
        assertTrue(docker.network.ls().stream().noneMatch(n -> n.name().startsWith(engine.prefix)));
    }

    @Test
    void anUpThatFailsLeavesNothing() throws IOException {
        docker.network.create(engine.name("outer"), n -> n.internal());
        Path file = write(networks().replace("command: sleep infinity", "command: no-such-program"));
        assertThrows(EngineException.class, docker.compose(file)::up);
        assertEquals(
                List.of(engine.name("outer")),
                docker.network.ls().stream()
                        .map(n -> n.name())
                        .filter(n -> n.startsWith(engine.prefix))
                        .toList());
        assertTrue(docker.ps(All.ALL).stream().noneMatch(c -> c.name().startsWith(engine.prefix)));
        assertThrows(EngineException.class, () -> docker.inspect("volume", engine.name("data")));
    }

    @Test
    void severalFilesAndProfilesAreUsed() throws IOException {
        Path file = write("version: '3.9'\nservices:\n  idle:\n    image: porthole/tools\n    command: sleep infinity\n"
                + "    stop_grace_period: 0s\n  more:\n    image: porthole/tools\n    command: sleep infinity\n"
                + "    profiles: [debug]\n    stop_grace_period: 0s\nnetworks:\n  default:\n    ipam:\n      config:\n"
                + "        - subnet: " + engine.subnet() + "\n");
        Path over = Files.writeString(
                file.resolveSibling("over.yml"),
                "version: '3.9'\nservices:\n  idle:\n    labels:\n      floor: \"2\"\n");
        List<Container> made = docker.compose(file).file(over.toString()).up();
        assertEquals(1, made.size());
        assertEquals("2", made.get(0).labels().get("floor"));
        assertEquals(
                2,
                docker.compose(file).file(over.toString()).profile("debug").up().size());
    }

    @Test
    void aProjectOfAnothersIsLeftToItsOwner() throws IOException {
        Path file = write("services:\n  idle:\n    image: porthole/tools\n    command: sleep infinity\n"
                + "    stop_grace_period: 0s\nnetworks:\n  default:\n    ipam:\n      config:\n        - subnet: "
                + engine.subnet() + "\n");
        try (EngineFixture other = new EngineFixture()) {
            other.docker.compose(file).up();
            docker.compose(file).up();
            assertTrue(engine.notes.stream().anyMatch(n -> n.contains("was there before this notebook")));
            assertTrue(docker.reset().isEmpty());
            assertEquals(1, other.docker.compose(file).ps().size());
        }
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
