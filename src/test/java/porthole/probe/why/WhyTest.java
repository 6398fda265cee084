package porthole.probe.why;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.engine.EngineFixture;
import porthole.engine.api.EngineException;
import porthole.probe.ProbeSetup;
import porthole.probe.why.Rung.State;
import porthole.probe.why.Rung.Step;

/** Each rung broken for real, and what is said and advised then. */
@Tag("engine")
class WhyTest extends ProbeSetup {
    private Ladder why(String target) {
        return probe.why(test, target);
    }

    private void mends(String line, Ladder ladder) {
        assertEquals(
                List.of(line),
                ladder.mend()
                        .orElseThrow(() -> new AssertionError(ladder.text()))
                        .lines());
    }

    @Test
    void aHealthyPairHoldsOnEveryRung() {
        shop();
        nginx(web, shop);
        docker.run(EngineFixture.NGINX, c -> c.name(test).network(shop));
        Ladder ladder = why(web + ":80");
        assertTrue(ladder.holds(), ladder.text());
        assertEquals(
                List.of(State.HOLDS),
                ladder.rungs().stream().map(Rung::state).distinct().toList());
        assertTrue(
                ladder.rung(Step.HTTP).seen().contains("HTTP 200"),
                ladder.rung(Step.HTTP).seen());
        assertEquals("All holds: " + test + " reaches " + web + ":80.", ladder.verdict());
    }

    @Test
    void withoutAPortTheOpenOneIsTaken() {
        shop();
        nginx(web, shop);
        idle(test, shop);
        Ladder ladder = why("http://" + web + "/nothing-here");
        assertTrue(ladder.rung(Step.HTTP).seen().contains("HTTP 404"), ladder.text());
        assertTrue(why(web).rung(Step.PORT).seen().contains(":80"));
    }

    @Test
    void onTheDefaultBridgeTheNameIsMissing() {
        nginx(web, "bridge");
        idle(test, "bridge");
        Ladder ladder = why(web + ":80");
        broken(Step.NAME, ladder);
        assertEquals(
                List.of("docker.network.create(\"shared\")"),
                ladder.mend().orElseThrow().calls().subList(0, 1));
        assertEquals(State.HOLDS, ladder.rung(Step.HTTP).state());
    }

    @Test
    void networksApartAreJoinedByOneCommand() {
        shop();
        nginx(web, shop);
        idle(test, "bridge");
        Ladder ladder = why(web + ":80");
        broken(Step.NETWORK, ladder);
        mends("docker network connect " + shop + " " + test, ladder);
        docker.network.connect(shop, test);
        assertTrue(why(web + ":80").holds());
    }

    /** Of several networks that would do, the one where the fewest others come into reach: not the database's. */
    @Test
    void theNetworkThatOpensTheLeastIsProposed() {
        shop();
        String front = engine.name("front");
        String middle = engine.name("middle");
        docker.network.create(front);
        docker.network.create(middle);
        nginx(web, shop);
        idle(engine.name("db"), shop);
        idle(engine.name("audit"), front);
        idle(test, front);
        docker.network.connect(middle, test);
        Ladder ladder = why(web + ":80");
        broken(Step.NETWORK, ladder);
        mends("docker network connect " + middle + " " + web, ladder);
    }

    @Test
    void onNoneThereIsNoNetwork() {
        shop();
        nginx(web, "none");
        idle(test, shop);
        Ladder ladder = why(web + ":80");
        broken(Step.NETWORK, ladder);
        assertEquals(
                List.of("docker network disconnect none " + web, "docker network connect " + shop + " " + web),
                ladder.mend().orElseThrow().lines());
        docker.network.disconnect("none", web);
        docker.network.connect(shop, web);
        assertTrue(why(web + ":80").holds(), () -> why(web + ":80").text());
    }

    @Test
    void whatIsStoppedOrPausedIsStarted() {
        shop();
        nginx(web, shop);
        idle(test, shop);
        docker.pause(web);
        Ladder paused = why(web + ":80");
        broken(Step.RUNNING, paused);
        mends("docker unpause " + web, paused);
        docker.unpause(web);
        docker.stop(web);
        Ladder stopped = why(web + ":80");
        mends("docker start " + web, stopped);
        assertEquals(State.UNTRIED, stopped.rung(Step.PORT).state());
        docker.start(web);
        assertTrue(why(web).rung(Step.RUNNING).state() == State.HOLDS);
    }

    @Test
    void theWrongPortIsToldApartFromThePublishedOne() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        shop();
        docker.run(EngineFixture.NGINX, c -> c.name(web).network(shop).publish(port + ":80"));
        idle(test, shop);
        Ladder ladder = why(web + ":" + port);
        broken(Step.LISTENING, ladder);
        mends("docker exec " + test + " curl " + web + ":80", ladder);
        assertTrue(ladder.verdict().contains("is the port of the host"), ladder.verdict());
        assertTrue(probe.why("host", "localhost:" + port).holds());
        Ladder itself = why("localhost:" + port);
        broken(Step.LISTENING, itself);
        mends("docker exec " + test + " curl " + engine.address(1) + ":" + port, itself);
        assertTrue(docker.exec(test, "curl -sS -o /dev/null " + engine.address(1) + ":" + port)
                .success());
        assertTrue(why(engine.address(1) + ":" + port).holds());
    }

    @Test
    void aServerThatListensForItselfOnlyIsFound() {
        shop();
        docker.run(EngineFixture.TOOLS, c -> c.name(web).network(shop).command("nc", "-lk", "127.0.0.1", "8080"));
        idle(test, shop);
        Ladder ladder = why(web + ":8080");
        broken(Step.LISTENING, ladder);
        assertTrue(ladder.verdict().contains("0.0.0.0"), ladder.verdict());
        Ladder deaf = probe.why(web, test + ":80");
        assertTrue(deaf.mend().isEmpty(), deaf.text());
        assertEquals(
                List.of("docker logs " + test), deaf.further().orElseThrow().lines(), deaf.text());
    }

    @Test
    void aServerThatSaysNothingIsBrokenAtTheTop() {
        shop();
        docker.run(
                EngineFixture.TOOLS,
                c -> c.name(web).network(shop).interactive().command("nc", "-lk", "8080"));
        idle(test, shop);
        Ladder ladder = why(web + ":8080");
        broken(Step.HTTP, ladder);
        assertTrue(ladder.rung(Step.HTTP).seen().contains("no answer within 2 s"), ladder.text());
    }

    @Test
    void theHostKnowsNoNamesAndIsReachedByItsGateway() {
        shop();
        docker.run(EngineFixture.NGINX, c -> c.name(web).network("host"));
        idle(test, shop);
        Ladder ladder = why(web + ":80");
        broken(Step.NAME, ladder);
        mends("docker exec " + test + " curl " + engine.address(1) + ":80", ladder);
        Ladder fromHost = probe.why("host", test + ":80");
        assertEquals(State.HOLDS, fromHost.rung(Step.NETWORK).state());
    }

    @Test
    void aNetworkThatForbidsTalkSaysSo() {
        docker.network.create(
                shop, n -> n.subnet(engine.subnet()).option("com.docker.network.bridge.enable_icc", "false"));
        nginx(web, shop);
        idle(test, shop);
        Ladder ladder = why(web + ":80");
        broken(Step.NETWORK, ladder);
        assertTrue(ladder.verdict().contains("enable_icc=false"), ladder.verdict());
        assertFalse(ladder.rung(Step.NETWORK).question().contains("share"), "they do share a network");
    }

    /** The half repair: both join another network, but the name still leads to the address on the first. */
    @Test
    void aNameThatStillLeadsToANetworkThatForbidsTalkSaysSoAndLeavesIt() {
        docker.network.create(
                shop, n -> n.subnet(engine.subnet()).option("com.docker.network.bridge.enable_icc", "false"));
        nginx(web, shop);
        idle(test, shop);
        String shared = engine.name("town"); // by the alphabet, the engine's DNS gives the address on shop first
        docker.network.create(shared);
        docker.network.connect(shared, web);
        docker.network.connect(shared, test);
        Ladder ladder = why(web + ":80");
        assertTrue(ladder.verdict().contains("enable_icc=false"), ladder.verdict());
        mends("docker network disconnect " + shop + " " + test, ladder);
        docker.network.disconnect(shop, test);
        assertTrue(why(web + ":80").holds(), () -> why(web + ":80").text());
    }

    /** As {@code docker run --network internal -p 8090:80}: the engine takes the flag and publishes nothing. */
    @Test
    void aPortThatAContainerOfAnInternalNetworkAskedForIsTracedToIt() throws IOException {
        docker.network.create(shop, n -> n.internal().subnet(engine.subnet()));
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        docker.run(EngineFixture.NGINX, c -> c.name(web).network(shop).publish(port + ":80"));
        Ladder internal = probe.why("host", "localhost:" + port);
        assertTrue(internal.verdict().contains(web + " was started with -p for it"), internal.verdict());
        assertTrue(internal.verdict().contains("only on " + shop), internal.verdict());
        docker.network.connect("bridge", web);
        assertTrue(probe.why("host", "localhost:" + port).holds());
        docker.stop(web);
        Ladder ended = probe.why("host", "localhost:" + port);
        assertTrue(ended.verdict().contains("does not run"), ended.verdict());
        mends("docker start " + web, ended);
    }

    @Test
    void nonsenseAndTheUnknownGetASentence() {
        idle(test, "bridge");
        assertTrue(refusal("tes", "web").contains("No container \"tes\""));
        assertTrue(refusal(test, "wbe-nowhere:80").contains("has \"wbe-nowhere\" as its name or alias (containers: "));
        assertTrue(refusal(test, "web:0").contains("\"0\" is not a valid port"));
        assertTrue(refusal(test, "a b").contains("not a valid target"));
        Ladder outside = why("no-such-host.invalid:80");
        broken(Step.NAME, outside);
    }

    private String refusal(String from, String target) {
        return assertThrows(EngineException.class, () -> probe.why(from, target))
                .getMessage();
    }
}
