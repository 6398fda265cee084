package porthole.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.display.Language;
import porthole.engine.Cluster;
import porthole.engine.Docker;
import porthole.engine.EngineFixture;
import porthole.picture.JourneyPicture;
import porthole.topology.Journey;
import porthole.topology.Journey.Ending;
import porthole.topology.JourneyEvidence;
import porthole.topology.JourneyStation;
import porthole.topology.JourneyStation.Kind;

/** A call from host to host: over an overlay, and out by the one's address in by the other's published port. */
@Tag("engine")
class JourneyAcrossHostsTest {
    private final EngineFixture engine = new EngineFixture();
    private final Docker docker = engine.docker;

    JourneyAcrossHostsTest() {
        Language.use(Language.ENGLISH);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static Journey journey(Cluster hosts, String from, String target) {
        Journey journey = Probe.journey(hosts, from, target);
        System.out.println(JourneyPicture.of(journey).text() + "\n");
        return journey;
    }

    private static String logged(Docker host, String container) {
        List<String> lines = host.logs(container).lines().stream()
                .filter(l -> l.contains("\"GET "))
                .toList();
        return lines.get(lines.size() - 1).split(" ", 2)[0];
    }

    @Test
    void theOverlayAddsFiftyBytesAndTheWayOutAndInRewritesBothEnds() {
        Cluster hosts = docker.cluster(2);
        hosts.get(0).network.create("shop", n -> n.driver("overlay").attachable());
        hosts.get(0).run(EngineFixture.NGINX, c -> c.name("web").network("shop").publish("8080:80"));
        hosts.get(1)
                .run(EngineFixture.TOOLS, c -> c.name("client").network("shop").command("sleep", "infinity"));

        Journey overlay = journey(hosts, "client", "web:80");
        assertEquals(Ending.ANSWERED, overlay.ending());
        assertEquals(Optional.of(logged(hosts.get(0), "web")), overlay.seenAs());
        JourneyEvidence.Enclosed wrapped = overlay.stations(Kind.WRAPPED).get(0).evidence().stream()
                .filter(JourneyEvidence.Enclosed.class::isInstance)
                .map(JourneyEvidence.Enclosed.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals(14 + 8 + 8 + 20, wrapped.added());
        assertEquals(hosts.addresses().get(1), wrapped.packet().source());
        assertEquals(hosts.addresses().get(0), wrapped.packet().destination());
        assertEquals("host2", overlay.stations(Kind.WRAPPED).get(0).where());
        assertEquals("host1", overlay.stations(Kind.UNWRAPPED).get(0).where());

        Journey out = journey(hosts, "client", "host1:8080");
        assertEquals(Ending.ANSWERED, out.ending());
        JourneyStation source = out.stations(Kind.SOURCE).get(0);
        assertEquals("host2", source.where());
        assertEquals(hosts.addresses().get(1), source.after().orElseThrow().source());
        JourneyStation destination = out.stations(Kind.DESTINATION).get(0);
        assertEquals("host1", destination.where());
        assertEquals(
                hosts.addresses().get(0) + ":8080",
                destination.before().orElseThrow().to());
        assertTrue(destination.after().orElseThrow().to().endsWith(":80"));
        assertEquals(
                List.of("client", "web"),
                out.stations(Kind.CABLE).stream().map(JourneyStation::belongs).toList());
        assertEquals(Optional.of(hosts.addresses().get(1)), out.seenAs());
        assertEquals(hosts.addresses().get(1), logged(hosts.get(0), "web"));

        Journey nowhere = journey(hosts, "client", "198.51.100.7:80"); // the hosts of a cluster have no way out
        assertEquals(Ending.TURNED_BACK, nowhere.ending(), "nobody has refused it");
        JourneyStation end = nowhere.stations().get(nowhere.stations().size() - 1);
        assertEquals(Kind.ROUTE, end.kind());
        assertEquals("host2", end.where());
        assertTrue(end.evidence().get(0) instanceof JourneyEvidence.Icmp, end.toString());
    }
}
