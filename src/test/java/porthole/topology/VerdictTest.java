package porthole.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porthole.display.Language;
import porthole.network.Container;
import porthole.network.Inside;
import porthole.network.Inside.Listener;
import porthole.network.Port;
import porthole.network.PortBinding;
import porthole.network.Snapshot;
import porthole.topology.Reachability.Reason;

/** Rules of the prediction; each was seen on a real engine (20.10.24), and PredictionTest looks there again. */
class VerdictTest {
    private static final Port HTTP = Port.tcp(80);

    private static Lab dual() {
        return Lab.engine()
                .network("a", "10.1.0.0/24", "10.1.0.1")
                .range("fd00:1:0:0:0:0:0:0/64", "fd00:1::1")
                .network("b", "10.2.0.0/24", "10.2.0.1")
                .range("fd00:2:0:0:0:0:0:0/64", "fd00:2::1")
                .run("one", "i", "a=10.1.0.2")
                .six("fd00:1::2")
                .run("two", "i", "b=10.2.0.2")
                .six("fd00:2::2");
    }

    private static Verdict call(Snapshot snapshot, Map<String, Inside> inside, String from, String address, Port port) {
        return new Prediction(snapshot, inside).call(snapshot.container(from), address, Optional.of(port));
    }

    private static Verdict echo(Snapshot snapshot, String from, String address) {
        return new Prediction(snapshot, Map.of()).call(snapshot.container(from), address, Optional.empty());
    }

    private static Map<String, Inside> listening(Snapshot snapshot, String name, Listener... sockets) {
        String id = snapshot.container(name).map(Container::id).orElse(Prediction.HOST);
        return Map.of(id, Inside.UNKNOWN.seen(List.of(sockets), false));
    }

    @Test
    void anOldEngineLetsIPv6PassBetweenNetworksAndANewOneDoesNot() {
        Snapshot old = dual().snapshot();
        assertEquals(Reason.ISOLATED, echo(old, "one", "10.2.0.2").reason());
        assertEquals(CallOutcome.REACHED, echo(old, "one", "fd00:2::2").outcome());
        assertEquals(Reason.ROUTED, echo(old, "one", "fd00:2:0:0:0:0:0:2").reason());
        Reachability pair = Reachability.predict(old, "one", "two");
        assertTrue(pair.byAddress());
        assertFalse(pair.byName());
        assertEquals(Optional.of("fd00:2::2"), pair.address());
        Snapshot recent = dual().version("28.5.2").snapshot();
        assertEquals(CallOutcome.DROPPED, echo(recent, "one", "fd00:2::2").outcome());
        assertFalse(Reachability.predict(recent, "one", "two").reaches());
    }

    @Test
    void theTalkOfMembersIsForbiddenOnIPv4Alone() {
        Snapshot old = Lab.engine()
                .network("q", "10.1.0.0/24", "10.1.0.1")
                .range("fd00:1:0:0:0:0:0:0/64", "fd00:1::1")
                .withoutTalk()
                .run("one", "i", "q=10.1.0.2")
                .six("fd00:1::2")
                .run("two", "i", "q=10.1.0.3")
                .six("fd00:1::3")
                .snapshot();
        assertEquals(Reason.FORBIDDEN, echo(old, "one", "10.1.0.3").reason());
        assertEquals(CallOutcome.REACHED, echo(old, "one", "fd00:1::3").outcome());
    }

    @Test
    void anInternalNetworkReachesTheBridgesOwnAddress() {
        Snapshot snapshot = Lab.engine()
                .network("vault", "bridge", "10.8.0.0/24", "10.8.0.1", true)
                .run("safe", "i", "vault=10.8.0.2")
                .run("web", "i", "host")
                .run("open", "i", "bridge=172.17.0.2")
                .publish(81, 80)
                .snapshot();
        Reachability pair = Reachability.predict(snapshot, "safe", "web");
        assertEquals(Reason.TO_HOST, pair.reason());
        assertEquals(Optional.of("10.8.0.1"), pair.address());
        assertEquals(
                Reason.INTERNAL_DOOR,
                call(snapshot, Map.of(), "safe", "10.8.0.1", Port.tcp(81)).reason());
    }

    @Test
    void macvlanMayKeepItsMembersApartOrLeaveItToTheSwitch() {
        assertEquals(CallOutcome.DROPPED, lan("private").outcome());
        assertEquals(CallOutcome.REACHED, lan("bridge").outcome());
        assertEquals(CallOutcome.UNKNOWN, lan("vepa").outcome());
    }

    private static Reachability lan(String mode) {
        Snapshot snapshot = Lab.engine()
                .network("lan", "macvlan", "192.168.1.0/24", "192.168.1.1", false)
                .option("macvlan_mode", mode)
                .run("one", "i", "lan=192.168.1.2")
                .run("two", "i", "lan=192.168.1.3")
                .snapshot();
        return Reachability.predict(snapshot, "one", "two");
    }

    @Test
    void aPortIsRefusedWhereNothingListens() {
        Snapshot snapshot = Lab.tutorial().snapshot();
        Map<String, Inside> inside = listening(snapshot, "web", new Listener("0.0.0.0", HTTP, false));
        assertEquals(
                CallOutcome.REACHED,
                call(snapshot, inside, "test", "172.17.0.3", HTTP).outcome());
        Verdict other = call(snapshot, inside, "test", "172.17.0.3", Port.tcp(81));
        assertEquals(CallOutcome.REFUSED, other.outcome());
        assertEquals(Reason.NOTHING_LISTENS, other.reason());
        assertEquals(
                CallOutcome.UNKNOWN,
                call(snapshot, Map.of(), "test", "172.17.0.3", HTTP).outcome());
    }

    @Test
    void anAddressOnANetworkOfTheCalledAloneIsElsewhereThoughTheyMeet() {
        Snapshot snapshot = Lab.engine()
                .network("front", "10.1.0.0/24", "10.1.0.1")
                .network("back", "10.2.0.0/24", "10.2.0.1")
                .run("proxy", "i", "front=10.1.0.2")
                .run("app", "i", "front=10.1.0.3", "back=10.2.0.3")
                .run("db", "i", "back=10.2.0.4")
                .snapshot();
        Verdict elsewhere = echo(snapshot, "proxy", "10.2.0.3");
        assertEquals(CallOutcome.DROPPED, elsewhere.outcome());
        assertEquals(Reason.ADDRESS_ELSEWHERE, elsewhere.reason());
        assertTrue(elsewhere.because("proxy", "app").startsWith("proxy is not on back, the network of that address"));
        assertEquals(Reason.ISOLATED, echo(snapshot, "proxy", "10.2.0.4").reason());
        assertTrue(Reachability.predict(snapshot, "proxy", "app").byName());
    }

    @Test
    void aPublishedPortWithNobodyBehindItIsClosedByWhoeverTakesTheConnection() {
        Snapshot snapshot = Lab.tutorial().snapshot();
        Map<String, Inside> inside = listening(snapshot, "web");
        Prediction prediction = new Prediction(snapshot, inside);
        Optional<Port> door = Optional.of(Port.tcp(81));
        assertEquals(
                new Verdict(CallOutcome.REFUSED, Reason.PROXY_CLOSES, Optional.empty()),
                prediction.call(Optional.empty(), "127.0.0.1", door));
        assertEquals(
                Reason.PROXY_CLOSES,
                prediction.call(snapshot.container("test"), "172.17.0.1", door).reason());
    }

    @Test
    void aSocketOnLoopbackIsForItsOwnNamespaceAlone() {
        Snapshot snapshot = Lab.tutorial().snapshot();
        Map<String, Inside> inside = listening(snapshot, "web", new Listener("127.0.0.1", HTTP, false));
        assertEquals(
                CallOutcome.REFUSED,
                call(snapshot, inside, "test", "172.17.0.3", HTTP).outcome());
        assertEquals(
                CallOutcome.REACHED,
                call(snapshot, inside, "web", "127.0.0.1", HTTP).outcome());
    }

    @Test
    void aPortPublishedOnLoopbackIsForTheHostAlone() {
        Snapshot snapshot = Lab.engine()
                .run("web", "i", "bridge=172.17.0.2")
                .publish("127.0.0.1", 8080, 80)
                .publish(new PortBinding("0.0.0.0", 53, new Port(53, "udp")))
                .run("test", "i", "bridge=172.17.0.3")
                .snapshot();
        Map<String, Inside> inside = Map.of(
                snapshot.container("web").orElseThrow().id(),
                Inside.UNKNOWN.seen(
                        List.of(new Listener("::", HTTP, true), new Listener("0.0.0.0", new Port(53, "udp"), false)),
                        false),
                Prediction.HOST,
                Inside.UNKNOWN.seen(List.of(), false));
        Prediction prediction = new Prediction(snapshot, inside);
        Optional<Port> door = Optional.of(Port.tcp(8080));
        assertEquals(
                CallOutcome.REACHED,
                prediction.call(Optional.empty(), "127.0.0.1", door).outcome());
        assertEquals(
                CallOutcome.REFUSED,
                prediction.call(snapshot.container("test"), "172.17.0.1", door).outcome());
        assertEquals(
                CallOutcome.SILENT,
                call(snapshot, inside, "test", "172.17.0.1", new Port(53, "udp"))
                        .outcome());
        assertEquals(
                CallOutcome.REFUSED,
                call(snapshot, inside, "test", "172.17.0.1", Port.tcp(53)).outcome());
    }

    @Test
    void aPortIsTriedForTheFamiliesForWhichItIsPublished() {
        Snapshot snapshot = Lab.engine()
                .run("four", "i", "bridge=172.17.0.2")
                .publish("0.0.0.0", 32768, 80)
                .publish("::", 32769, 80)
                .run("six", "i", "bridge=172.17.0.3")
                .publish("::", 32768, 80)
                .publish("0.0.0.0", 32769, 80)
                .run("both", "i", "bridge=172.17.0.4")
                .publish(32770, 80)
                .snapshot();
        Prediction prediction = new Prediction(snapshot, Map.of());
        List<Published> doors = prediction.published(snapshot.containers());
        assertEquals(
                List.of(":32768", "[::]:32769", "[::]:32768", ":32769", ":32770"),
                doors.stream().map(Published::socket).toList());
        Optional<Container> test = snapshot.container("both");
        assertEquals(List.of("172.17.0.1"), prediction.at(test, doors.get(0)));
        assertEquals(List.of(), prediction.at(test, doors.get(2)));
        assertEquals(Reason.NO_SIX, prediction.untried(test, doors.get(2)).reason());
        assertEquals(List.of("::1"), prediction.at(Optional.empty(), doors.get(2)));
        assertEquals(List.of("127.0.0.1", "::1"), prediction.at(Optional.empty(), doors.get(4)));
        assertEquals(snapshot.container("six"), prediction.owner(doors.get(2)));
    }

    /** The engine rewrites for the host and for who comes from outside; for each bridge there is docker-proxy. */
    @Test
    void dockerProxyKeepsARefusedDatagramFromEveryBridge() {
        Port dns = new Port(53, "udp");
        for (String version : List.of("20.10.24", "28.5.2")) {
            Snapshot snapshot = dual().publish(new PortBinding("0.0.0.0", 53, dns))
                    .publish(new PortBinding("::", 53, dns))
                    .version(version)
                    .snapshot();
            Map<String, Inside> inside = listening(snapshot, "two");
            for (String from : List.of("one", "two")) {
                for (String gateway : List.of("10.1.0.1", "fd00:1::1", "10.2.0.1", "fd00:2::1")) {
                    assertEquals(
                            CallOutcome.SILENT,
                            call(snapshot, inside, from, gateway, dns).outcome(),
                            version + " " + from + " " + gateway);
                }
            }
            Prediction prediction = new Prediction(snapshot, inside);
            assertEquals(
                    CallOutcome.REFUSED,
                    prediction
                            .call(Optional.empty(), "10.2.0.1", Optional.of(dns))
                            .outcome());
            assertEquals(
                    CallOutcome.SILENT,
                    prediction
                            .call(Optional.empty(), "127.0.0.1", Optional.of(dns))
                            .outcome());
        }
    }

    @Test
    void whereAContainersOwnRulesDecideNothingIsClaimed() {
        Snapshot snapshot = Lab.tutorial().snapshot();
        Map<String, Inside> inside = Map.of(
                snapshot.container("web").orElseThrow().id(),
                Inside.UNKNOWN.seen(List.of(new Listener("0.0.0.0", HTTP, false)), true));
        Verdict verdict = call(snapshot, inside, "test", "172.17.0.3", HTTP);
        assertEquals(CallOutcome.UNKNOWN, verdict.outcome());
        assertEquals(Reason.OWN_RULES, verdict.reason());
    }

    @Test
    void aNameOfSeveralHoldersHasAllTheirAddresses() {
        Snapshot snapshot = Lab.engine()
                .network("shop", "10.1.0.0/24", "10.1.0.1")
                .run("a", "i", "shop=10.1.0.2")
                .run("b", "i", "shop=10.1.0.3")
                .run("c", "i", "shop=10.1.0.4")
                .snapshot();
        Map<String, Inside> inside = Map.of(
                snapshot.container("b").orElseThrow().id(), alias("db"),
                snapshot.container("c").orElseThrow().id(), alias("db"));
        Prediction prediction = new Prediction(snapshot, inside);
        assertEquals(List.of("10.1.0.3", "10.1.0.4"), prediction.resolve(snapshot.container("a"), "db"));
        assertEquals(List.of(), prediction.resolve(Optional.empty(), "db"));
    }

    private static Inside alias(String name) {
        return new Inside(Map.of("shop", List.of(name)), Map.of(), List.of(), Optional.empty(), false, false, 0);
    }

    @Test
    void aLinkIsANameOnTheDefaultBridgeAndOpensExposedPorts() {
        Snapshot snapshot = Lab.tutorial().snapshot();
        Map<String, Inside> inside = Map.of(
                snapshot.container("test").orElseThrow().id(),
                new Inside(Map.of(), Map.of("shop", "web"), List.of(), Optional.empty(), false, false, 0));
        assertEquals(
                List.of("172.17.0.3"), new Prediction(snapshot, inside).resolve(snapshot.container("test"), "shop"));
    }

    @Test
    void whoseOwnerHasEndedHasNothingButLo() {
        Snapshot snapshot = Lab.engine()
                .run("web", "i", "bridge=172.17.0.2")
                .state("exited")
                .run("side", "i", "container:web")
                .run("test", "i", "bridge=172.17.0.3")
                .snapshot();
        assertEquals(
                Reason.NO_NETWORK,
                Reachability.predict(snapshot, "side", "test").reason());
        assertEquals(
                Reason.NO_NETWORK,
                Reachability.predict(snapshot, "test", "side").reason());
    }

    @Test
    void whatIsBeingRestartedIsReachedByNobody() {
        Language.use(Language.ENGLISH);
        Snapshot snapshot = Lab.tutorial()
                .run("loop", "i", "bridge=172.17.0.9")
                .state("restarting")
                .snapshot();
        assertEquals(
                Reason.NOT_RUNNING,
                Reachability.predict(snapshot, "test", "loop").reason());
        assertEquals(
                Reason.NOT_RUNNING,
                Reachability.predict(snapshot, "loop", "test").reason());
    }
}
