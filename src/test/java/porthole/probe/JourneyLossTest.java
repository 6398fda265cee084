package porthole.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porthole.probe.JourneyReading.evidence;
import static porthole.probe.JourneyReading.kinds;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
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
import porthole.topology.JourneyStation;
import porthole.topology.JourneyStation.Kind;

/** Calls that get no answer, each for a reason that iptables, ss or ip of the namespace tells as well. */
@Tag("engine")
class JourneyLossTest {
    private final EngineFixture engine = new EngineFixture();
    private final Docker docker = engine.docker;
    private final Probe probe = new Probe(docker);
    private final String shop = engine.name("shop");
    private final String web = engine.name("web");
    private final String test = engine.name("test");

    JourneyLossTest() {
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

    private String in(String container, String script) {
        return docker.guests()
                .run(
                        Guest.of(docker.snapshot().container(container).orElseThrow())
                                .allowed("NET_ADMIN"),
                        script)
                .stdout();
    }

    private static JourneyStation last(Journey journey) {
        return journey.stations().get(journey.stations().size() - 1);
    }

    @Test
    void anAnswerThatIsLostIsToldAsTheAnswerAndAPausedServerAsPaused() {
        docker.network.create(shop, n -> n.subnet(engine.subnet()));
        docker.run(EngineFixture.NGINX, c -> c.name(web).network(shop));
        docker.run(EngineFixture.TOOLS, c -> c.name(test).network(shop).command("sleep", "infinity"));
        in(web, "until ss -Hltn | grep -q ':80 '; do sleep 0.02; done");
        in(web, "iptables -A OUTPUT -p tcp --sport 80 -j DROP");
        Journey dropped = journey(test, web + ":80");
        assertEquals(Ending.ANSWER_LOST, dropped.ending());
        assertEquals(web, last(dropped).where());
        assertEquals(
                "-A OUTPUT -p tcp -m tcp --sport 80 -j DROP",
                evidence(dropped, Kind.FILTER, JourneyEvidence.Counted.class)
                        .get(0)
                        .rule());
        assertEquals(80, last(dropped).before().orElseThrow().sourcePort(), "it is the answer that the rule met");
        in(web, "iptables -F");
        in(test, "iptables -A INPUT -p tcp --sport 80 -j DROP");
        Journey unheard = journey(test, web + ":80");
        assertEquals(Ending.ANSWER_LOST, unheard.ending());
        assertTrue(
                kinds(unheard).containsAll(List.of(Kind.ANSWER, Kind.FILTER)),
                unheard.stations().toString());
        assertEquals(test, unheard.stations(Kind.ANSWER).get(0).where());
        assertTrue(in(test, "iptables -L INPUT -v -x -n").lines().anyMatch(l -> l.matches(" *[1-9]\\d* .*DROP.*")));
        assertEquals(List.of(), unheard.unknown());
        in(test, "iptables -F");

        docker.pause(web);
        Journey paused = journey(test, web + ":80");
        docker.unpause(web);
        assertEquals(Ending.SILENT, paused.ending());
        assertEquals(Kind.PAUSED, last(paused).kind());
    }

    @Test
    void behindAPublishedPortOnWhichNothingListensTheRefusalInTheContainerIsSeen() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        docker.run(EngineFixture.TOOLS, c -> c.name(test).publish(port + ":81").command("sleep", "infinity"));
        Journey closed = journey("host", "localhost:" + port);
        assertEquals(Ending.CLOSED, closed.ending());
        assertEquals(Kind.REFUSAL, last(closed).kind());
        assertEquals(test, last(closed).where());
        assertEquals("", in(test, "ss -Hltn sport = :81"), "ss sees no listener either");
        assertEquals(
                81, last(closed).before().orElseThrow().destinationPort(), "the proxy's own connection is followed");
    }
}
