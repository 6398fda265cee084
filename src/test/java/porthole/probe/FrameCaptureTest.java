package porthole.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.display.Language;
import porthole.engine.Docker;
import porthole.engine.EngineFixture;
import porthole.engine.api.EngineException;
import porthole.engine.api.Notices;
import porthole.engine.owner.Owner;
import porthole.network.EthernetFrame;
import porthole.topology.Conversation;
import porthole.topology.RouteDecision;

/** What a container sends is compared with what the engine and the container's own programs say of it. */
@Tag("engine")
class FrameCaptureTest {
    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String alice = "alice-" + unique;
    private final String bob = "bob-" + unique;
    private final Docker docker =
            Docker.connect(Notices.none(), new Owner(unique, "frames", porthole.engine.owner.KernelProcess.current()));
    private final Probe probe = new Probe(docker);

    @BeforeEach
    void two() {
        Language.use(Language.ENGLISH);
        docker.network.create("net-" + unique);
        for (String name : List.of(alice, bob)) {
            docker.run(name.equals(alice) ? EngineFixture.NGINX : EngineFixture.TOOLS, c -> {
                c.name(name).network("net-" + unique);
                if (name.equals(bob)) {
                    c.command("sleep", "infinity");
                }
            });
        }
    }

    @AfterEach
    void away() {
        docker.reset();
        docker.close();
    }

    private String inspected(String name, String what) {
        return docker.inspect(name)
                .get("NetworkSettings.Networks.net-" + unique + "." + what)
                .text();
    }

    @Test
    void aCallIsSeenFromTheNameToThePageWithTheEnginesOwnAddresses() throws Exception {
        Conversation seen = probe.frames(bob, () -> docker.quietly(bob, "curl", "-s", alice));
        List<EthernetFrame> frames = seen.frames();
        String address = inspected(alice, "IPAddress");
        assertTrue(
                frames.stream()
                        .anyMatch(f -> f.protocol().equals("DNS") && f.says().equals("A " + alice + " = " + address)),
                frames.toString());
        EthernetFrame request = frames.stream()
                .filter(f -> f.says().contains("\"GET / HTTP/1.1\""))
                .findFirst()
                .orElseThrow();
        assertEquals(inspected(bob, "MacAddress"), request.sourceMac());
        assertEquals(inspected(alice, "MacAddress"), request.destinationMac());
        assertEquals(inspected(bob, "IPAddress") + " " + address, request.source() + " " + request.destination());
        assertEquals(80, request.destinationPort());
        assertEquals(request, seen.example().orElseThrow());
        assertTrue(
                seen.parties().contains(alice + " " + address), seen.parties().toString());
    }

    @Test
    void theRouteIsTheOneThatTheContainersOwnLinuxTakes() {
        RouteDecision far = probe.route(bob, "192.0.2.1");
        String said = docker.quietly(bob, "ip", "route", "get", "192.0.2.1").stdout();
        assertTrue(
                said.contains(" via " + far.via().orElseThrow() + " dev " + far.device() + " src " + far.source()),
                said);
        assertEquals("default", far.taken().orElseThrow().to());
        RouteDecision near = probe.route(bob, inspected(alice, "IPAddress"));
        assertTrue(near.via().isEmpty());
        assertEquals(
                docker.snapshot()
                        .network("net-" + unique)
                        .orElseThrow()
                        .pool()
                        .orElseThrow()
                        .subnet()
                        .toString(),
                near.taken().orElseThrow().to());
        assertTrue(probe.route(bob, inspected(bob, "IPAddress")).isOwn());
    }

    @Test
    void aContainerWithoutANetworkHasNoRouteAndTheHostIsRefused() {
        docker.run(
                EngineFixture.TOOLS,
                c -> c.name("none-" + unique).network("none").command("sleep", "infinity"));
        assertTrue(probe.route("none-" + unique, "192.0.2.1").isRefused());
        assertTrue(assertThrows(EngineException.class, () -> probe.frames("host", () -> ""))
                .getMessage()
                .contains("uses the host's interfaces"));
        assertTrue(assertThrows(EngineException.class, () -> probe.route(bob, "10.0.0"))
                .getMessage()
                .startsWith("\"10.0.0\" is not a valid IPv4 address"));
    }
}
