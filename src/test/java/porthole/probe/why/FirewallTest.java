package porthole.probe.why;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FirewallTest {
    @Test
    void countersAreReadPerTableAndRule() {
        String said = """
                *nat
                :OUTPUT ACCEPT [5:300]
                *filter
                :INPUT DROP [7:420]
                [3:180] -A INPUT -p tcp -m tcp --dport 80 -j REJECT --reject-with icmp-port-unreachable
                [9:180] -A INPUT -p tcp -j ACCEPT
                [4:1] -A DOCKER-USER -s 10.0.0.0/8 -j DROP
                """;
        assertEquals(
                Map.of(
                        List.of("filter", "-P INPUT DROP"), 7L,
                        List.of(
                                        "filter",
                                        "-A INPUT -p tcp -m tcp --dport 80 -j REJECT --reject-with"
                                                + " icmp-port-unreachable"),
                                3L,
                        List.of("filter", "-A DOCKER-USER -s 10.0.0.0/8 -j DROP"), 4L),
                Firewall.read(said));
    }
}
