package porthole.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porthole.probe.JourneyReading.evidence;
import static porthole.probe.JourneyReading.kinds;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.display.Language;
import porthole.engine.Docker;
import porthole.engine.EngineFixture;
import porthole.engine.sandbox.Guest;
import porthole.picture.JourneyPicture;
import porthole.topology.Journey;
import porthole.topology.Journey.Ending;
import porthole.topology.JourneyEvidence;
import porthole.topology.JourneyStation.Kind;

/** Journeys over IPv6, by a name with several addresses, over macvlan, and to an address that nobody has. */
@Tag("engine")
class JourneyFamiliesTest {
    /** Answers on both families: {@code nc} takes one connection at a time. */
    private static final String SERVER =
            "while :; do printf 'HTTP/1.0 200 OK\\r\\n\\r\\n' | nc -6 -l -N -p 80 >/dev/null; done";

    private final EngineFixture engine = new EngineFixture();
    private final Docker docker = engine.docker;
    private final Probe probe = new Probe(docker);
    private final String shop = engine.name("shop");
    private final String test = engine.name("test");
    private final String web = engine.name("web");
    private final String both = engine.name("both");

    JourneyFamiliesTest() {
        Language.use(Language.ENGLISH);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Journey journey(String from, String target) {
        Journey journey = probe.journey(from, target);
        System.out.println(JourneyPicture.of(journey).text() + "\n");
        return journey;
    }

    private String address6(String container) {
        return docker.snapshot()
                .container(container)
                .flatMap(c -> c.endpoint(shop))
                .flatMap(e -> e.address6())
                .orElseThrow();
    }

    private void awaitServer(String container) {
        docker.guests()
                .run(
                        Guest.of(docker.snapshot().container(container).orElseThrow()),
                        "until ss -Hltn | grep -q ':80 '; do sleep 0.02; done");
    }

    @Test
    void overIPv6TheCallIsFollowedAndANameLeadsWhereTheProgramCurlGetsItsAnswer() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        docker.network.create(
                shop,
                n -> n.subnet(engine.subnet())
                        .subnet("fd0d:" + Integer.toHexString(port) + "::/64")
                        .ipv6());
        docker.run(EngineFixture.NGINX, c -> c.name(web).network(shop));
        docker.run(EngineFixture.TOOLS, c -> c.name(test).network(shop).command("sleep", "infinity"));
        docker.run(
                EngineFixture.TOOLS,
                c -> c.name(both).network(shop).publish(port + ":80").command("bash", "-c", SERVER));
        awaitServer(web);
        awaitServer(both);
        assertEquals(
                "200",
                docker.exec(test, "curl -sS -o /dev/null -w %{http_code} " + web)
                        .stdout());

        Journey name = journey(test, web + ":80"); // nginx listens on IPv4 alone here, IPv6 comes first
        assertEquals(Ending.ANSWERED, name.ending());
        assertEquals(
                List.of(new JourneyEvidence.Tried("[" + address6(web) + "]:80", Ending.REFUSED)),
                evidence(name, Kind.LOOKUP, JourneyEvidence.Tried.class));
        assertTrue(docker.logs(web).toString().contains(name.seenAs().orElseThrow() + " - "), name.toString());

        Journey six = journey(test, "[" + address6(both) + "]:80");
        assertEquals(Ending.ANSWERED, six.ending());
        assertEquals(Optional.of(address6(test)), six.seenAs());
        assertEquals(
                List.of(Kind.INTERFACE, Kind.CABLE, Kind.BRIDGE, Kind.CABLE, Kind.INTERFACE, Kind.SERVER), kinds(six));

        Journey local = journey("host", "[::1]:" + port);
        assertEquals(Ending.ANSWERED, local.ending());
        assertEquals(
                "[::]:" + port,
                evidence(local, Kind.PROXY, JourneyEvidence.Listening.class)
                        .get(0)
                        .socket());
    }

    @Test
    void overMacvlanThePacketMeetsNoBridgeAndAnAddressThatNobodyHasIsNamed() {
        String subnet = engine.subnet();
        // A bridge to which nothing is connected is down, and so is what lies on it.
        docker.run(EngineFixture.TOOLS, c -> c.name(both).command("sleep", "infinity"));
        docker.network.create(shop, n -> n.driver("macvlan").subnet(subnet).option("parent", "docker0"));
        docker.run(EngineFixture.NGINX, c -> c.name(web).network(shop));
        docker.run(EngineFixture.TOOLS, c -> c.name(test).network(shop).command("sleep", "infinity"));
        awaitServer(web);
        Journey straight = journey(test, web + ":80");
        assertEquals(Ending.ANSWERED, straight.ending());
        assertEquals(List.of(Kind.LOOKUP, Kind.INTERFACE, Kind.PARENT, Kind.INTERFACE, Kind.SERVER), kinds(straight));
        assertEquals(shop, straight.stations(Kind.PARENT).get(0).belongs());
        JourneyEvidence.Captured passed =
                evidence(straight, Kind.PARENT, JourneyEvidence.Captured.class).get(0);
        assertTrue(passed.there() > 0 && passed.back() > 0, "both directions pass there: " + passed);

        String nobody = engine.address(99);
        Journey lost = journey(test, nobody + ":80");
        assertEquals(Ending.NO_NEIGHBOUR, lost.ending());
        assertEquals(List.of(Kind.NEIGHBOUR), kinds(lost));
        assertEquals(nobody, lost.stations().get(0).belongs());
        assertTrue(
                docker.guests()
                        .run(Guest.of(docker.snapshot().container(test).orElseThrow()), "ip neigh show " + nobody)
                        .stdout()
                        .matches("(?s).*(INCOMPLETE|FAILED).*"),
                "Linux says the same");
    }
}
