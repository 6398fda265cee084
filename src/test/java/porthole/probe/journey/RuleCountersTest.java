package porthole.probe.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porthole.probe.journey.RuleCounters.Rule;
import porthole.topology.JourneyEvidence;
import porthole.topology.PacketFlow;

class RuleCountersTest {
    private static final PacketFlow CALL = new PacketFlow("172.17.0.3", 23456, "10.9.0.2", 80);

    private static Rule rule(String text) {
        return new Rule("filter", text);
    }

    @Test
    void aRuleFitsIfAddressesPortsAndDevicesDo() {
        assertTrue(rule("-A DOCKER-ISOLATION-STAGE-2 -o br-shop -j DROP").fits(CALL, "docker0", "br-shop"));
        assertFalse(rule("-A DOCKER-ISOLATION-STAGE-2 -o br-other -j DROP").fits(CALL, "docker0", "br-shop"));
        assertTrue(rule("-A PREROUTING -d 10.9.0.2/32 ! -i br-shop -j DROP").fits(CALL, "docker0", ""));
        assertFalse(rule("-A PREROUTING -d 10.9.0.2/32 ! -i br-shop -j DROP").fits(CALL, "br-shop", ""));
        assertTrue(rule("-A X -s 172.17.0.0/16 -p tcp -m tcp --dport 79:81 -j DROP")
                .fits(CALL, "", ""));
        assertFalse(rule("-A X -p tcp -m tcp --dport 81 -j DROP").fits(CALL, "", ""));
        assertFalse(rule("-A X -p udp -j DROP").fits(CALL, "", ""));
    }

    @Test
    void aRuleOfADeviceThatIsNotKnownIsNotTakenForTheOne() {
        assertFalse(rule("-A DOCKER-ISOLATION-STAGE-2 -o br-other -j DROP").fits(CALL, "eth0", ""));
        assertTrue(
                rule("-A DOCKER ! -i br-shop -p tcp -m tcp --dport 80 -j DNAT").fits(CALL, "", ""));
    }

    @Test
    void whatHasCountedMoreIsFound() {
        RuleCounters before = RuleCounters.read(List.of("*filter", ":FORWARD DROP [3:180]", "[1:60] -A X -j DROP"));
        RuleCounters after = RuleCounters.read(List.of("*filter", ":FORWARD DROP [3:180]", "[3:180] -A X -j DROP"));
        assertEquals(List.of(rule("-A X -j DROP")), after.risen(before));
        assertEquals(2, after.gained(before, rule("-A X -j DROP")));
    }

    @Test
    void theEntryOfAConnectionTellsBothDirections() {
        List<String> lines = List.of(
                "ipv4     2 tcp      6 117 TIME_WAIT src=172.17.0.3 dst=192.168.1.5 sport=23456 dport=8080 src=10.9.0.2"
                        + " dst=172.17.0.3 sport=80 dport=23456 [ASSURED] mark=0 use=1");
        PacketFlow original = new PacketFlow("172.17.0.3", 23456, "192.168.1.5", 8080);
        JourneyEvidence.Tracked entry = Conntrack.of(lines, original).orElseThrow();
        assertEquals("10.9.0.2:80 → 172.17.0.3:23456", entry.reply().toString());
        assertEquals(Optional.empty(), Conntrack.of(lines, CALL));
    }
}
