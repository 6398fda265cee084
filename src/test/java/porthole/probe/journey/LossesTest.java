package porthole.probe.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porthole.topology.Journey;
import porthole.topology.JourneyEvidence;
import porthole.topology.JourneyEvidence.Counted;
import porthole.topology.JourneyStation;
import porthole.topology.JourneyStation.Kind;

class LossesTest {
    private static final Counted RULE = new Counted("filter", "-A FORWARD -j DROP", 1, 1);

    private static Journey journey(Kind kind, Journey.Gap gap) {
        JourneyStation station = new JourneyStation(
                kind, "host", true, "FORWARD", "", false, Optional.empty(), Optional.empty(), List.of(RULE));
        return new Journey("a", "b", List.of(station), Journey.Ending.LOST, 0, Optional.empty(), List.of(gap));
    }

    @Test
    void aWayThatEndsAtAKnownPlaceCannotEndAtAnUnknownOneToo() {
        Journey.Gap loss = new Journey.Loss("host", false, List.of());
        for (Kind kind : Kind.values()) {
            if (kind.ends()) {
                assertThrows(IllegalArgumentException.class, () -> journey(kind, loss), kind.toString());
            }
        }
        assertEquals(1, journey(Kind.BRIDGE, loss).unknown().size());
        assertThrows(
                IllegalArgumentException.class,
                () -> new Journey.Undecided("host", false, List.of(RULE)),
                "one rule that fits is the end of the way");
    }

    @Test
    void linuxTellsWhatItDroppedByItself() {
        List<String> before = List.of(
                "Ip: Forwarding InAddrErrors OutNoRoutes",
                "Ip: 1 0 4",
                "TcpExt: IPReversePathFilter ListenDrops",
                "TcpExt: 0 0");
        List<String> after = List.of(
                "Ip: Forwarding InAddrErrors OutNoRoutes",
                "Ip: 1 0 5",
                "TcpExt: IPReversePathFilter ListenDrops",
                "TcpExt: 0 9");
        assertEquals(
                List.of(new JourneyEvidence.Dropped("OutNoRoutes", 1)),
                KernelDrops.read(after).risen(KernelDrops.read(before)));
    }

    @Test
    void aLinkIsOffIfItsFlagsSaySo() {
        NamespaceState state = NamespaceState.read(List.of(
                "@part links",
                "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN mode DEFAULT",
                "2: eth0@if9: <BROADCAST,MULTICAST> mtu 1500 qdisc noqueue state DOWN mode DEFAULT group default",
                "3: eth1@if7: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue master br-a state UP mode DEFAULT",
                "@part end"));
        assertFalse(state.link(1).isOff());
        assertTrue(state.link(2).isOff());
        assertFalse(state.link(3).isOff());
        assertEquals("br-a", state.link(3).master());
        assertEquals(
                "eth0@if9: <BROADCAST,MULTICAST> mtu 1500 state DOWN",
                state.link(2).told());
    }

    @Test
    void theKindOfARouteThatForbidsIsTakenFromWhatLinuxAnswers() {
        assertEquals("blackhole", call("RTNETLINK answers: Invalid argument").kindOfRoute());
        assertEquals("prohibit", call("RTNETLINK answers: Permission denied").kindOfRoute());
        assertEquals("", call("RTNETLINK answers: Network is unreachable").kindOfRoute());
        assertTrue(call("RTNETLINK answers: Invalid argument").nowhere());
        assertEquals("eth0", call("10.9.0.2 dev eth0 src 10.9.0.3 uid 0").device());
    }

    private static CallMade call(String route) {
        return new CallMade(route, 7, false, 0, "");
    }
}
