package porthole.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.engine.EngineFixture;
import porthole.engine.sandbox.Guest;
import porthole.probe.who.Answerer;

/** Published ports at which nothing answers, for each of the reasons that there are. */
@Tag("engine")
class WhoTruthTest extends ProbeSetup {
    private final int port = freePort();

    private void nginx() {
        docker.run(EngineFixture.NGINX, c -> c.name(web).publish(port + ":80"));
    }

    private void rule(String rule) {
        docker.guests()
                .run(Guest.of(docker.snapshot().container(web).orElseThrow()).allowed("NET_ADMIN"), "iptables " + rule);
    }

    private Answerer who() {
        long begin = System.nanoTime();
        Answerer answerer = probe.who("localhost:" + port);
        System.out.println((System.nanoTime() - begin) / 1_000_000 + " ms: " + answerer.answer());
        return answerer;
    }

    private void names(String part, Answerer answerer) {
        assertEquals(Optional.empty(), answerer.container(), answerer.text());
        assertTrue(answerer.answer().contains("published by " + web + " as 0.0.0.0:" + port + "->"), answerer.text());
        assertTrue(answerer.answer().contains(part), answerer.text());
    }

    @Test
    void whereNothingListens() {
        docker.run(EngineFixture.TOOLS, c -> c.name(web).publish(port + ":80").command("sleep", "infinity"));
        names("nothing in " + web + " listens on port 80", who());
    }

    @Test
    void whereTheContainersOwnRulesDecide() {
        nginx();
        rule("-A INPUT -p tcp --dport 80 -j DROP");
        names("something drops them", who());
    }

    @Test
    void whereTheContainersOwnRulesReject() {
        nginx();
        rule("-A INPUT -p tcp --dport 80 -j REJECT");
        names("a rule rejects them", who());
        assertTrue(probe.why("host", "localhost:" + port).verdict().contains("--dport 80"));
    }

    @Test
    void whereItIsPaused() {
        nginx();
        probe.who("localhost:" + port);
        docker.pause(web);
        Answerer paused = who();
        docker.unpause(web);
        assertEquals(Optional.of(web), paused.container(), paused.text());
        assertTrue(paused.answer().contains("it is paused"), paused.text());
    }

    @Test
    void whoTakesDatagramsIsCounted() {
        docker.run(
                EngineFixture.TOOLS,
                c -> c.name(web).publish(port + ":5353/udp").command("nc", "-luk", "5353"));
        Answerer answerer = probe.who("localhost:" + port + "/udp");
        for (int i = 0; i < 10 && answerer.container().isEmpty(); i++) {
            answerer = probe.who("localhost:" + port + "/udp");
        }
        System.out.println(answerer);
        assertEquals(Optional.of(web), answerer.container(), answerer.text());
        assertEquals(Optional.of(5353), answerer.port());
        Answerer tcp = who();
        assertTrue(tcp.answer().contains("->5353/udp"), tcp.text());
    }
}
