package porthole.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.engine.EngineFixture;
import porthole.engine.container.RunSpec;
import porthole.engine.sandbox.Guest;
import porthole.probe.why.Ladder;
import porthole.probe.why.Rung.State;
import porthole.probe.why.Rung.Step;

/** Where it is easy to be wrong: both families, datagrams, firewalls of one's own, names with several holders. */
@Tag("engine")
class WhyTruthTest extends ProbeSetup {
    private void run(String name, String network, Consumer<RunSpec> more, String... command) {
        docker.run(EngineFixture.TOOLS, c -> {
            c.name(name).network(network).command(command);
            more.accept(c);
        });
    }

    /** As an administrator of the container's own firewall would. */
    private void rule(String container, String rule) {
        docker.guests()
                .run(
                        Guest.of(docker.snapshot().container(container).orElseThrow())
                                .allowed("NET_ADMIN"),
                        "iptables " + rule);
    }

    /** Neither the missing DNS of the default bridge nor a missing network is the cause. */
    @Test
    void anInterfaceThatIsOffAndAnAddressThatIsGoneAreNamedAsTheCause() {
        run(web, "bridge", c -> c.capAdd("NET_ADMIN"), "sleep", "infinity");
        run(test, "bridge", c -> c.capAdd("NET_ADMIN"), "sleep", "infinity");
        docker.quietly(web, "ip", "link", "set", "eth0", "down");
        for (Ladder off : List.of(probe.why(web, test), probe.why(test, web), probe.why(test, address(web)))) {
            broken(Step.NETWORK, off);
            assertTrue(off.verdict().startsWith("The interface eth0 of " + web + " is off"), off.text());
            assertTrue(off.text().contains("docker exec " + web + " ip addr"), off.text());
        }
        docker.quietly(web, "ip", "link", "set", "eth0", "up");
        docker.quietly(test, "ip", "addr", "flush", "dev", "eth0");
        for (Ladder gone : List.of(probe.why(web, test), probe.why(test, web))) {
            broken(Step.NETWORK, gone);
            assertTrue(
                    gone.verdict()
                            .startsWith(
                                    "The interface eth0 of " + test + " does not have the address " + address(test)),
                    gone.text());
        }
    }

    @Test
    void aServerForOneFamilyIsToldApart() {
        shopOfBothFamilies();
        run(web, shop, c -> {}, "nc", "-4", "-lk", "8080");
        idle(test, shop);
        String address = docker.snapshot()
                .container(web)
                .orElseThrow()
                .endpoints()
                .get(0)
                .address6()
                .orElseThrow();
        Ladder six = probe.why(test, "[" + address + "]:8080");
        broken(Step.LISTENING, six);
        assertTrue(six.verdict().contains("for IPv4 only"), six.text());
        assertFalse(six.rung(Step.LISTENING).seen().startsWith(web + " listens on 0.0.0.0:8080 only, for itself"));
        docker.rm(porthole.engine.flag.Force.FORCE, web);
        nginx(web, shop);
        Ladder both = probe.why(test, web + ":80");
        assertTrue(both.holds(), both.text());
        assertTrue(both.rung(Step.NAME).seen().contains(":"), both.text());
    }

    @Test
    void theHostDoesNotVouchForWhoIsUnreachable() {
        docker.run(EngineFixture.NGINX, c -> c.name(test).network("host"));
        nginx(web, "none");
        Ladder ladder = probe.why("host", web + ":80");
        broken(Step.NETWORK, ladder);
        assertEquals(State.BROKEN, ladder.rung(Step.NETWORK).state());
        assertTrue(ladder.mend().stream().flatMap(m -> m.lines().stream()).noneMatch(l -> l.contains("127.0.0.1")));
    }

    @Test
    void aRuleOfTheContainersOwnIsNamedWithWhatItCounted() {
        shop();
        nginx(web, shop);
        idle(test, shop);
        rule(web, "-A INPUT -p tcp --dport 80 -j REJECT");
        Ladder rejected = probe.why(test, web + ":80");
        broken(Step.PORT, rejected);
        assertTrue(rejected.verdict().contains("rejected by a rule of the namespace of " + web), rejected.text());
        assertTrue(rejected.verdict().contains("--dport 80"), rejected.text());
        assertFalse(rejected.verdict().contains("meanwhile: 0"), rejected.text());
        rule(web, "-F");
        rule(web, "-A INPUT -p tcp --dport 80 -j DROP");
        Ladder dropped = probe.why(test, web + ":80");
        broken(Step.PORT, dropped);
        assertTrue(dropped.verdict().contains("dropped by a rule of the namespace of " + web), dropped.text());
        rule(web, "-F");
        rule(test, "-P OUTPUT DROP");
        Ladder silent = probe.why(test, web + ":80");
        assertTrue(silent.text().contains("-P OUTPUT DROP")
                || silent.broken().orElseThrow().step() == Step.NAME);
    }

    /** Whatever swallows answers and is no rule of iptables. */
    @Test
    void whereNoRuleOfIptablesCountedItIsSaidHowThoseOfNftablesAreSeen() {
        shop();
        nginx(web, shop);
        idle(test, shop);
        String caller = docker.snapshot()
                .container(test)
                .orElseThrow()
                .endpoints()
                .get(0)
                .address()
                .orElseThrow();
        docker.guests()
                .run(
                        Guest.of(docker.snapshot().container(web).orElseThrow()).allowed("NET_ADMIN"),
                        "ip route add blackhole " + caller + "/32");
        String verdict = probe.why(test, web + ":80").verdict();
        assertTrue(verdict.contains("No rule of iptables counted the packets"), verdict);
        assertTrue(verdict.endsWith("on the host, sudo nft list ruleset shows those."), verdict);
    }

    @Test
    void anAddressOutsideIsNotBlamedOnARule() {
        shop();
        idle(test, shop);
        Ladder silent = probe.why(test, "192.0.2.99:80");
        broken(Step.ADDRESS, silent);
        assertTrue(silent.verdict().contains("not an address of this engine"), silent.text());
        Ladder free = probe.why(test, engine.address(99) + ":80");
        assertTrue(free.verdict().contains("no container has it"), free.text());
        assertEquals(
                "the address is in the range of " + shop,
                free.rung(Step.NETWORK).seen());
    }

    @Test
    void aRouterThatKnowsNoWayIsNoServerThatRefuses() {
        shop();
        idle(test, shop);
        String nowhere = "198.51.100.99";
        docker.guests().run(Guest.ofHost().allowed("NET_ADMIN"), "ip route add unreachable " + nowhere);
        try {
            Ladder outside = probe.why(test, nowhere + ":80");
            broken(Step.ADDRESS, outside);
            assertTrue(outside.verdict().contains("says that there is no way to " + nowhere), outside.text());
            assertTrue(outside.verdict().contains("not an address of this engine"), outside.text());
        } finally {
            docker.guests().run(Guest.ofHost().allowed("NET_ADMIN"), "ip route del unreachable " + nowhere);
        }
    }

    @Test
    void datagramsAreCountedWhereNobodyAnswers() throws IOException {
        int port = freePort();
        shop();
        run(web, shop, c -> c.publish(port + ":5353/udp"), "nc", "-luk", "5353");
        idle(test, shop);
        Ladder arrives = probe.why(test, web + ":5353/udp");
        assertTrue(arrives.holds(), arrives.text());
        assertTrue(arrives.rung(Step.PORT).seen().contains("took in what was sent"), arrives.text());
        Ladder published = probe.why("host", "localhost:" + port + "/udp");
        assertTrue(published.holds(), published.text());
        Ladder tcp = probe.why("host", "localhost:" + port);
        assertTrue(tcp.verdict().contains("/udp, not for tcp"), tcp.text());
        Ladder deaf = probe.why(test, web + ":5354/udp");
        broken(Step.LISTENING, deaf);
        rule(web, "-A INPUT -p udp --dport 5353 -j DROP");
        Ladder lost = probe.why(test, web + ":5353/udp");
        broken(Step.PORT, lost);
        assertTrue(lost.verdict().contains("--dport 5353"), lost.text());
    }

    @Test
    void aNameWithSeveralHoldersIsSaid() {
        shop();
        String other = engine.name("other");
        docker.run(EngineFixture.NGINX, c -> c.name(web).network(shop));
        run(other, shop, c -> c.networkAlias(web), "sleep", "infinity");
        idle(test, shop);
        Ladder ladder = probe.why(test, web + ":80");
        assertTrue(
                ladder.notes().stream().anyMatch(n -> n.contains("several holders") && n.contains(other)),
                ladder::text);
        assertTrue(ladder.notes().stream().anyMatch(n -> n.contains(other + " does not")), ladder::text);
        docker.network.disconnect(shop, web);
        Ladder elsewhere = probe.why(test, web + ":80");
        broken(Step.LISTENING, elsewhere);
        assertTrue(elsewhere.notes().stream().anyMatch(n -> n.contains("leads to " + other)), elsewhere::text);
    }

    @Test
    void anAliasIsKnownFromOutsideItsNetwork() {
        shop();
        docker.run(EngineFixture.NGINX, c -> c.name(web).network(shop).networkAlias("database"));
        idle(test, "bridge");
        Ladder ladder = probe.why(test, "database:80");
        broken(Step.NETWORK, ladder);
        assertEquals(
                List.of("docker network connect " + shop + " " + test),
                ladder.mend().orElseThrow().lines());
        docker.network.connect(shop, test);
        assertTrue(probe.why(test, "database:80").holds());
    }

    @Test
    void fromAnInternalNetworkTheHostIsReachedAtTheBridge() {
        docker.network.create(shop, n -> n.subnet(engine.subnet()).internal());
        docker.run(EngineFixture.NGINX, c -> c.name(web).network("host"));
        idle(test, shop);
        Ladder ladder = probe.why(test, web + ":80");
        assertEquals(
                List.of("docker exec " + test + " curl " + engine.address(1) + ":80"),
                ladder.mend()
                        .orElseThrow(() -> new AssertionError(ladder.text()))
                        .lines());
        assertTrue(ladder.mend().get().leads().contains("HTTP 200"), ladder.text());
    }

    @Test
    void whoEndsAgainAndAgainIsNotRepairedByItsLog() {
        shop();
        run(web, shop, c -> c.restart("always"), "false");
        idle(test, shop);
        // Between two ends it runs for a moment; whatever is seen of it, its log repairs nothing.
        Ladder ladder;
        do {
            ladder = probe.why(test, web + ":80");
            assertFalse(ladder.holds(), ladder.text());
            assertTrue(ladder.mend().isEmpty(), ladder.text());
            assertEquals(
                    List.of("docker logs " + web),
                    ladder.further().orElseThrow().lines(),
                    ladder.text());
        } while (!ladder.text().contains("restarting"));
        assertEquals(Step.RUNNING, ladder.broken().orElseThrow().step(), ladder.text());
    }

    @Test
    void whoEndsInTheMiddleOfTheQuestionIsSaidToBeRestarting() {
        shop();
        run(web, shop, c -> c.restart("always"), "bash", "-c", "read -t 0.2 < <(sleep 1)");
        idle(test, shop);
        for (int i = 0; i < 6; i++) {
            Ladder ladder = probe.why(test, web + ":80");
            assertFalse(ladder.holds(), ladder.text());
            assertTrue(ladder.mend().isEmpty(), ladder.text());
            assertFalse(ladder.text().contains("docker.start"), ladder.text());
        }
    }
}
