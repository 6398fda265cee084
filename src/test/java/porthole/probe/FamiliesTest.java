package porthole.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.engine.EngineFixture;
import porthole.network.Port;
import porthole.probe.why.Ladder;
import porthole.probe.why.Rung;
import porthole.probe.wiring.Trace;
import porthole.topology.CallOutcome;
import porthole.topology.Matrix;

/** A network of both families and of macvlan, in every word that looks at the wiring. */
@Tag("engine")
class FamiliesTest extends ProbeSetup {
    @Test
    void bothFamiliesArePingedTracedAndBuiltByHand() {
        docker.network.create(
                shop,
                n -> n.subnet(engine.subnet())
                        .ipv6()
                        .subnet(range + ":/64")
                        .option("com.docker.network.bridge.name", "br" + engine.prefix)
                        .option("com.docker.network.driver.mtu", "1400"));
        idle(web, shop);
        idle(test, shop);
        String six = docker.snapshot()
                .container(web)
                .orElseThrow()
                .endpoints()
                .get(0)
                .address6()
                .orElseThrow();
        Ping ping = probe.ping(test, six);
        assertEquals(six, ping.address().orElse(""), ping.text());
        assertTrue(ping.answered(), ping.text());
        Trace trace = probe.trace(test, "[" + six + "]:80");
        assertEquals(
                List.of(test, "host", "host", "host", web),
                trace.stations().stream().map(Trace.Station::where).toList(),
                trace.text());
        String cable = probe.wiring(web).cables().get(0).address();
        assertTrue(cable.contains(six + "/64") && cable.startsWith(engine.address(2) + "/24"), cable);
        String linux = probe.asLinux(shop).text();
        assertTrue(linux.contains("ip link add br" + engine.prefix + " mtu 1400 type bridge"), linux);
        assertTrue(linux.contains(" mtu 1400 type veth peer name eth0 mtu 1400 netns "), linux);
        assertTrue(linux.contains("addr add " + six + "/64 dev eth0"), linux);
        assertEquals(
                range + ":/64",
                docker.network.get(shop).pools().stream()
                        .map(p -> p.subnet().toString())
                        .filter(s -> s.contains(":"))
                        .findFirst()
                        .orElseThrow());
    }

    /** As docker-proxy of an engine from 28 on has them: one port, two holders. */
    @Test
    void aSocketForIPv6AloneIsNotTakenForOneOfBothFamilies() {
        String servers = """
                use Socket; my @held;
                sub serve {
                  my ($type, $only, $address) = @_;
                  my $six = $address =~ /:/;
                  socket(my $s, $six ? PF_INET6 : PF_INET, $type, 0) or die;
                  setsockopt($s, 41, 26, $only) if $six;
                  my $bytes = Socket::inet_pton($six ? AF_INET6 : AF_INET, $address);
                  bind($s, $six ? Socket::pack_sockaddr_in6($_[3], $bytes) : pack_sockaddr_in($_[3], $bytes)) or die "$address $!";
                  listen($s, 9) if $type == SOCK_STREAM;
                  push @held, $s;
                }
                for my $type (SOCK_STREAM, SOCK_DGRAM) {
                  serve($type, 0, "127.0.0.1", 7001); serve($type, 1, "::", 7001); serve($type, 0, "::", 7002);
                }
                sleep 1000;
                """;
        docker.network.create(shop, n -> n.subnet(engine.subnet()));
        docker.run(EngineFixture.TOOLS, c -> c.name(web).network(shop).command("perl", "-e", servers));
        idle(test, shop);
        Matrix matrix = probe.matrix(test, web);
        for (Port port : List.of(Port.tcp(7001), Port.tcp(7002), new Port(7001, "udp"), new Port(7002, "udp"))) {
            Matrix.Try asked = matrix.call(test, web).orElseThrow().tries().stream()
                    .filter(t -> t.port().filter(port::equals).isPresent())
                    .findFirst()
                    .orElseThrow();
            CallOutcome taken = port.protocol().equals("tcp") ? CallOutcome.REACHED : CallOutcome.SILENT;
            CallOutcome expected = port.number() == 7001 ? CallOutcome.REFUSED : taken;
            assertEquals(expected, asked.outcome(), port::toString);
            assertEquals(expected, asked.predicted().outcome(), port::toString);
        }
        Ladder ladder = probe.why(test, web + ":7001");
        assertEquals(
                Rung.Step.LISTENING,
                ladder.broken()
                        .orElseThrow(() -> new AssertionError(ladder.text()))
                        .step(),
                ladder::text);
        assertTrue(ladder.verdict().contains("for IPv6 only"), ladder.text());
    }

    @Test
    void aParentDeviceIsNamedOnce() {
        engine.idle("up"); // docker0 is up while something is plugged in
        docker.network.create(
                shop, n -> n.driver("macvlan").subnet(engine.subnet()).option("parent", "docker0"));
        docker.run(EngineFixture.NGINX, c -> c.name(web).network(shop));
        idle(test, shop);
        Trace trace = probe.trace(test, web);
        assertEquals(
                List.of(test, "host", web),
                trace.stations().stream().map(Trace.Station::where).toList(),
                trace.text());
        Ladder ladder = probe.why("host", web + ":80");
        assertTrue(ladder.verdict().contains("the host never reaches " + web), ladder.text());
        assertTrue(ladder.mend().isEmpty() || !ladder.mend().get().leads().isEmpty(), ladder.text());
    }
}
