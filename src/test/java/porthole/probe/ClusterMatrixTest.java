package porthole.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.display.Language;
import porthole.engine.Cluster;
import porthole.engine.Docker;
import porthole.engine.EngineFixture;
import porthole.network.Port;
import porthole.picture.MatrixPicture;
import porthole.probe.why.Ladder;
import porthole.probe.why.Rung;
import porthole.topology.CallOutcome;
import porthole.topology.Matrix;
import porthole.topology.Matrix.Call;
import porthole.topology.Reachability.Reason;

/** Who reaches whom on several hosts, each a real engine, over a real overlay. */
@Tag("engine")
class ClusterMatrixTest {
    private final EngineFixture engine = new EngineFixture();
    private final Docker docker = engine.docker;

    ClusterMatrixTest() {
        Language.use(Language.ENGLISH);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Cluster shop() {
        Cluster hosts = docker.cluster(2);
        hosts.get(0).network.create("shop", n -> n.driver("overlay").attachable());
        hosts.get(0).run(EngineFixture.NGINX, c -> c.name("web").network("shop").publish("8080:80"));
        hosts.get(0).run(EngineFixture.NGINX, c -> c.name("own").publish("127.0.0.1:8081:80"));
        idle(hosts.get(1), "client", "shop");
        idle(hosts.get(1), "alone", "bridge");
        idle(hosts.get(1), "dark", "none");
        return hosts;
    }

    private static void idle(Docker host, String name, String network) {
        host.run(EngineFixture.TOOLS, c -> c.name(name).network(network).command("sleep", "infinity"));
    }

    private static Call call(Matrix matrix, String from, String to) {
        return matrix.call(from, to)
                .orElseThrow(() -> new AssertionError(
                        from + " " + to + "\n" + MatrixPicture.of(matrix).text()));
    }

    @Test
    void itTellsWhoReachesWhomAcrossHosts() throws Exception {
        Cluster hosts = shop();
        Matrix matrix = Probe.matrix(hosts, List.of());
        String text = MatrixPicture.of(matrix).text();
        assertEquals(
                Set.of("web@host1", "own@host1", "host1", "client@host2", "alone@host2", "dark@host2", "host2"),
                Set.copyOf(matrix.names()), // of what was made within one second the engine's order is chance
                text);
        assertEquals(7, matrix.names().size(), text);
        assertEquals(
                Set.of("host1:8080", "127.0.0.1:8081@host1"),
                Set.copyOf(matrix.targets().subList(7, matrix.targets().size())),
                text);
        assertEquals(9, matrix.targets().size(), text);
        assertEquals(List.of(), matrix.surprises(), text);
        Call overlay = call(matrix, "client@host2", "web@host1");
        assertTrue(overlay.byName() && overlay.byAddress(), text);
        assertTrue(
                overlay.ports()
                        .anyMatch(t -> t.port().equals(java.util.Optional.of(Port.tcp(80)))
                                && t.outcome() == CallOutcome.REACHED),
                text);
        assertTrue(call(matrix, "web@host1", "client@host2").byName(), text);
        Call apart = call(matrix, "alone@host2", "web@host1");
        assertEquals(Reason.OTHER_HOST, apart.predicted().reason(), text);
        assertFalse(apart.reaches(), text);
        assertTrue(text.contains("no overlay network that both are on"), text);
        assertTrue(call(matrix, "alone@host2", "host1").reaches(), text);
        assertFalse(call(matrix, "dark@host2", "host1").reaches(), text);
        assertEquals(
                Reason.NO_NETWORK,
                call(matrix, "dark@host2", "web@host1").predicted().reason(),
                text);
        assertTrue(call(matrix, "client@host2", "host2").reaches(), text);
        assertTrue(call(matrix, "web@host1", "host1:8080").reaches(), text);
        assertTrue(call(matrix, "alone@host2", "host1:8080").reaches(), text);
        assertTrue(call(matrix, "host2", "host1:8080").reaches(), text);
        assertTrue(call(matrix, "host1", "127.0.0.1:8081@host1").reaches(), text);
        Call local = call(matrix, "host2", "127.0.0.1:8081@host1");
        assertEquals(Reason.LOCAL_DOOR, local.predicted().reason(), text);
        assertFalse(local.reaches(), text);
        json(matrix);
        chosen(hosts);
    }

    @Test
    void whyLooksAtBothHosts() {
        Cluster hosts = shop();
        Ladder overlay = Probe.why(hosts, "client", "web:80");
        assertTrue(overlay.holds(), overlay.text());
        assertTrue(overlay.rung(Rung.Step.LISTENING).seen().startsWith("web listens on"), overlay.text());
        Ladder deaf = Probe.why(hosts, "client@host2", "web@host1:81");
        assertEquals(Rung.Step.LISTENING, deaf.broken().orElseThrow().step(), deaf.text());
        Ladder apart = Probe.why(hosts, "alone", "web:80");
        assertEquals(Rung.Step.NETWORK, apart.broken().orElseThrow().step(), apart.text());
        assertTrue(apart.verdict().startsWith("alone is on host2, web on host1"), apart.text());
        assertEquals(
                List.of("docker network connect shop alone"),
                apart.mend().orElseThrow(() -> new AssertionError(apart.text())).lines());
        hosts.get(1).network.connect("shop", "alone");
        Ladder joined = Probe.why(hosts, "alone", "web:80");
        assertTrue(joined.holds(), joined.text());
        assertTrue(Probe.why(hosts, "host2", "host1:8080").holds());
        Ladder fromHost = Probe.why(hosts, "host2", "web:80");
        assertFalse(fromHost.holds(), fromHost.text());
        assertTrue(fromHost.verdict().contains("overlay"), fromHost.text());
        hosts.get(0).stop(s -> s.timeout(0), "web");
        assertEquals(
                Rung.Step.RUNNING,
                Probe.why(hosts, "client", "web:80").broken().orElseThrow().step());
        String unknown = org.junit.jupiter.api.Assertions.assertThrows(
                        porthole.engine.api.EngineException.class, () -> Probe.why(hosts, "clinet", "web:80"))
                .getMessage();
        assertTrue(unknown.contains("client"), unknown);
    }

    private static void json(Matrix matrix) throws Exception {
        JsonNode json = new ObjectMapper().readTree(matrix.json());
        assertEquals(matrix.targets().size(), json.path("targets").size());
        assertEquals(matrix.calls().size(), json.path("calls").size());
        for (JsonNode call : json.path("calls")) {
            if (call.path("from").asText().equals("client@host2")
                    && call.path("to").asText().equals("web@host1")) {
                assertEquals("reached", call.path("outcome").asText());
                assertTrue(call.path("byName").asBoolean());
                assertEquals(
                        "shared-network", call.path("predicted").path("reason").asText());
                JsonNode first = call.path("tries").get(0);
                assertEquals("web", first.path("name").asText());
                assertTrue(first.path("port").isNull());
                return;
            }
        }
        throw new AssertionError(matrix.json());
    }

    private static void chosen(Cluster hosts) {
        Matrix matrix = Probe.matrix(hosts, List.of(Port.tcp(81)));
        Call refused = call(matrix, "client@host2", "web@host1");
        assertEquals(
                List.of(CallOutcome.REFUSED),
                refused.ports().map(Matrix.Try::outcome).toList());
        assertEquals(List.of(), matrix.surprises(), MatrixPicture.of(matrix).text());
    }
}
