package porthole.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porthole.probe.JourneyReading.evidence;
import static porthole.probe.JourneyReading.kinds;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.display.Language;
import porthole.engine.Docker;
import porthole.engine.EngineFixture;
import porthole.engine.api.EngineException;
import porthole.engine.container.RunSpec;
import porthole.engine.sandbox.Guest;
import porthole.picture.JourneyPicture;
import porthole.topology.Journey;
import porthole.topology.Journey.Ending;
import porthole.topology.JourneyEvidence;
import porthole.topology.JourneyEvidence.Nameless.Reply;
import porthole.topology.JourneyStation;
import porthole.topology.JourneyStation.Kind;

/** What a journey tells is compared with the server's log and with counters that {@code iptables -L} lists. */
@Tag("engine")
class JourneyTest {
    private final EngineFixture engine = new EngineFixture();
    private final Docker docker = engine.docker;
    private final Probe probe = new Probe(docker);
    private final String web = engine.name("web");
    private final String test = engine.name("test");
    private final String shop = engine.name("shop");

    JourneyTest() {
        Language.use(Language.ENGLISH);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Nginx, when it listens. */
    private void serve(Consumer<RunSpec> more) {
        docker.run(EngineFixture.NGINX, c -> more.accept(c.name(web)));
        docker.guests()
                .run(
                        Guest.of(docker.snapshot().container(web).orElseThrow()),
                        "until ss -Hltn | grep -q ':80 '; do sleep 0.02; done");
    }

    /** Somebody else who calls the same server all the time. */
    private void noise() {
        docker.run(
                EngineFixture.TOOLS,
                c -> c.name(engine.name("noise"))
                        .network(shop)
                        .command("bash", "-c", "while :; do curl -s -o /dev/null " + web + "; sleep 0.02; done"));
    }

    private Journey journey(String from, String target) {
        Journey journey = probe.journey(from, target);
        System.out.println(JourneyPicture.of(journey).text() + "\n");
        return journey;
    }

    /** The address that nginx has written down for the last request. */
    private String logged() {
        List<String> lines = docker.logs(web).lines().stream()
                .filter(l -> l.contains("\"GET "))
                .toList();
        return lines.get(lines.size() - 1).split(" ", 2)[0];
    }

    private String addressOf(String container, String network) {
        return docker.snapshot()
                .container(container)
                .flatMap(c -> c.endpoint(network))
                .flatMap(e -> e.address())
                .orElseThrow();
    }

    /** Chain and rule to packets, of the rules with that target, as {@code iptables -L -v -x} lists them. */
    private Map<String, Long> listed(String target) {
        String script = """
                for t in nat filter raw; do for i in iptables-nft iptables-legacy iptables; do
                command -v $i >/dev/null && { echo "table $t"; $i -t $t -L -v -x -n 2>/dev/null; }; done; done
                """;
        Map<String, Long> packets = new TreeMap<>();
        String chain = "";
        String said =
                docker.guests().run(Guest.ofHost().allowed("NET_ADMIN"), script).stdout();
        for (String line : said.lines().toList()) {
            String[] words = line.strip().split("\\s+", -1);
            if (words[0].equals("Chain")) {
                chain = words[1];
            } else if (words.length > 3 && words[0].matches("\\d+")) {
                if (words[2].equals(target)) {
                    String rule = String.join(" ", List.of(words).subList(2, words.length));
                    packets.put(chain + " " + rule, Long.valueOf(words[0]));
                }
            }
        }
        return packets;
    }

    private static Map<String, Long> risen(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> risen = new TreeMap<>();
        after.forEach((rule, packets) -> {
            if (packets > before.getOrDefault(rule, 0L)) {
                risen.put(rule, packets - before.getOrDefault(rule, 0L));
            }
        });
        return risen;
    }

    @Test
    void aNeighbourSeesTheCallersOwnAddressWhileOthersCallTheSameServer() {
        docker.network.create(shop, n -> n.subnet(engine.subnet()));
        serve(c -> c.network(shop));
        docker.run(EngineFixture.TOOLS, c -> c.name(test).network(shop).command("sleep", "infinity"));
        noise();
        Journey journey = journey(test, web + ":80");
        assertEquals(Ending.ANSWERED, journey.ending());
        assertEquals(200, journey.status());
        assertEquals(
                List.of(Kind.LOOKUP, Kind.INTERFACE, Kind.CABLE, Kind.BRIDGE, Kind.CABLE, Kind.INTERFACE, Kind.SERVER),
                kinds(journey));
        assertEquals(
                List.of(test, test, "host", "host", "host", web, web),
                journey.stations().stream().map(JourneyStation::where).toList());
        assertTrue(journey.stations().stream().noneMatch(JourneyStation::rewrites));
        assertEquals(Optional.of(addressOf(test, shop)), journey.seenAs());
        JourneyEvidence.Logged line =
                evidence(journey, Kind.SERVER, JourneyEvidence.Logged.class).get(0);
        assertTrue(line.line().startsWith(addressOf(test, shop) + " "), line.line());
        assertEquals(
                1,
                journey.stations().stream()
                        .flatMap(s -> Stream.concat(s.before().stream(), s.after().stream()))
                        .distinct()
                        .count());
        assertTrue(evidence(journey, Kind.INTERFACE, JourneyEvidence.Captured.class).stream()
                .allMatch(c -> c.there() < 10 && c.back() > 0));
        assertEquals(
                docker.network.get(shop).device().orElseThrow(),
                journey.stations(Kind.BRIDGE).get(0).name());

        Journey nobody = journey(test, web + ":81");
        assertEquals(Ending.REFUSED, nobody.ending());
        assertEquals(web, nobody.stations(Kind.REFUSAL).get(0).where());

        Journey nameless = journey(test, "no.such.name.invalid:80");
        assertEquals(Ending.NO_NAME, nameless.ending());
        assertEquals(List.of(Kind.LOOKUP), kinds(nameless));
        Reply reply = evidence(nameless, Kind.LOOKUP, JourneyEvidence.Nameless.class)
                .get(0)
                .reply();
        assertTrue(
                Set.of(Reply.NO_SUCH_NAME, Reply.FAILED, Reply.REFUSED, Reply.NOTHING)
                        .contains(reply),
                "the DNS outside says which, and it has no such name: " + reply);
    }

    @Test
    void betweenTwoBridgesTheRuleThatDropsItCountsOne() {
        docker.network.create(shop, n -> n.subnet(engine.subnet()));
        serve(c -> c.network(shop));
        docker.run(EngineFixture.TOOLS, c -> c.name(test).command("sleep", "infinity"));
        Map<String, Long> before = listed("DROP");
        Journey journey = journey(test, addressOf(web, shop) + ":80");
        Map<String, Long> risen = risen(before, listed("DROP"));
        assertEquals(Ending.LOST, journey.ending());
        JourneyStation rule = journey.stations(Kind.FILTER).get(0);
        assertEquals(rule, journey.stations().get(journey.stations().size() - 1));
        JourneyEvidence.Counted counted =
                evidence(journey, Kind.FILTER, JourneyEvidence.Counted.class).get(0);
        assertEquals(1, counted.gained());
        assertTrue(counted.alone());
        assertTrue(
                risen.entrySet().stream().anyMatch(r -> r.getKey().startsWith(rule.name() + " ") && r.getValue() == 1),
                risen + " " + counted);
        assertEquals(Optional.empty(), journey.arrived());
    }

    @Test
    void betweenMembersOfANetworkThatForbidsThemToTalkTheRuleOfItsBridgeCountsOne() {
        docker.network.create(
                shop, n -> n.subnet(engine.subnet()).option("com.docker.network.bridge.enable_icc", "false"));
        serve(c -> c.network(shop));
        docker.run(EngineFixture.TOOLS, c -> c.name(test).network(shop).command("sleep", "infinity"));
        Map<String, Long> before = listed("DROP");
        Journey journey = journey(test, web + ":80");
        Map<String, Long> risen = risen(before, listed("DROP"));
        assertEquals(Ending.LOST, journey.ending());
        JourneyStation rule = journey.stations().get(journey.stations().size() - 1);
        assertEquals(Kind.FILTER, rule.kind(), JourneyPicture.of(journey).text());
        JourneyEvidence.Counted counted =
                evidence(journey, Kind.FILTER, JourneyEvidence.Counted.class).get(0);
        String bridge = docker.network.get(shop).device().orElseThrow();
        assertTrue(counted.rule().contains("-i " + bridge + " -o " + bridge + " "), counted.rule());
        assertEquals(1, counted.gained());
        assertTrue(
                risen.entrySet().stream().anyMatch(r -> r.getKey().startsWith(rule.name() + " ") && r.getValue() == 1),
                risen + " " + counted);
        assertEquals(List.of(), journey.unknown());
    }

    @Test
    void aPublishedPortIsReachedByDockerProxyOrByRewritingAndTheServerSeesWhich() throws IOException {
        int port = freePort();
        docker.network.create(shop, n -> n.subnet(engine.subnet()));
        serve(c -> c.network(shop).publish(port + ":80"));
        Map<String, Long> before = listed("DNAT");
        Journey local = journey("host", "localhost:" + port);
        assertEquals(Map.of(), risen(before, listed("DNAT")));
        assertEquals(Ending.ANSWERED, local.ending());
        assertTrue(local.stations(Kind.PROXY).get(0).name().startsWith("docker-proxy (PID "), local.toString());
        assertEquals(Optional.of(engine.address(1)), local.seenAs());
        assertEquals(engine.address(1), logged());
        assertEquals(
                0,
                evidence(local, Kind.PROXY, JourneyEvidence.Counted.class)
                        .get(0)
                        .gained());

        before = listed("DNAT");
        Journey own = journey("host", engine.address(1) + ":" + port);
        assertTrue(risen(before, listed("DNAT")).containsValue(1L));
        assertEquals(Ending.ANSWERED, own.ending());
        JourneyStation rewriting = own.stations(Kind.DESTINATION).get(0);
        assertEquals(
                engine.address(1) + ":" + port, rewriting.before().orElseThrow().to());
        assertEquals(
                addressOf(web, shop) + ":80", rewriting.after().orElseThrow().to());
        assertEquals(
                1,
                evidence(own, Kind.DESTINATION, JourneyEvidence.Counted.class)
                        .get(0)
                        .gained());
        assertEquals(Optional.of(logged()), own.seenAs());

        String other = docker.snapshot()
                .network("bridge")
                .orElseThrow()
                .pools()
                .get(0)
                .gateway()
                .orElseThrow();
        Journey rewritten = journey("host", other + ":" + port);
        assertEquals(1, rewritten.stations(Kind.SOURCE).size(), rewritten.toString());
        List<JourneyEvidence.Captured> seen = evidence(rewritten, Kind.BRIDGE, JourneyEvidence.Captured.class);
        assertTrue(seen.stream().allMatch(c -> c.back() > 2) && !seen.isEmpty(), rewritten.toString());
    }

    @Test
    void withoutANetworkNothingIsSentAndInHostModeThereIsNoCable() {
        docker.run(EngineFixture.TOOLS, c -> c.name(test).network("none").command("sleep", "infinity"));
        Journey nowhere = journey(test, "192.0.2.1:80");
        assertEquals(Ending.NO_ROUTE, nowhere.ending());
        assertEquals(List.of(Kind.ROUTE), kinds(nowhere));

        serve(c -> c.network("host"));
        String caller = engine.name("caller");
        docker.run(EngineFixture.TOOLS, c -> c.name(caller).command("sleep", "infinity"));
        Journey host = journey(
                caller,
                docker.network.get("bridge").pool().flatMap(p -> p.gateway()).orElseThrow() + ":80");
        assertEquals(Ending.ANSWERED, host.ending());
        assertEquals(List.of(Kind.INTERFACE, Kind.CABLE, Kind.BRIDGE, Kind.SERVER), kinds(host));
        assertEquals(web, host.stations(Kind.SERVER).get(0).belongs());
        assertEquals(Optional.of(logged()), host.seenAs());
        assertFalse(host.stations().stream().anyMatch(JourneyStation::rewrites));
    }

    @Test
    void whatJourneyDoesNotFollowIsRefused() {
        assertTrue(refusal("host", "127.0.0.1:53/udp").contains("journey does not follow"));
        assertTrue(refusal("host", "nobody-here:80").contains("nobody-here"));
        assertTrue(refusal("nobody-here", "127.0.0.1:80").contains("nobody-here"));
    }

    private String refusal(String from, String target) {
        return assertThrows(EngineException.class, () -> probe.journey(from, target))
                .getMessage();
    }
}
