package porthole.notebook.line;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.display.Language;
import porthole.engine.Docker;
import porthole.engine.EngineFixture;
import porthole.engine.api.ExecResult;
import porthole.engine.api.Notices;
import porthole.probe.Probe;
import porthole.probe.why.Ladder;
import porthole.probe.why.Remedy;

/** What {@code why} advises, typed as it stands, mends what was broken. */
@Tag("engine")
class MendsTest {
    private final EngineFixture engine = new EngineFixture();
    private final Docker docker = engine.docker;
    private final DockerLine line = new DockerLine(docker, Notices.none());
    private final Probe probe = new Probe(docker);
    private final String web = engine.name("web");
    private final String test = engine.name("test");
    private final String shop = engine.name("shop");

    MendsTest() {
        Language.use(Language.ENGLISH);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private void pair(String ofWeb, String ofTest) {
        docker.network.create(shop, n -> n.subnet(engine.subnet()));
        docker.run(EngineFixture.NGINX, c -> c.name(web).network(ofWeb));
        docker.run(EngineFixture.TOOLS, c -> c.name(test).network(ofTest).command("sleep", "infinity"));
    }

    /** Types what is advised. Where that is another way to ask, its answer counts; else the first call made again. */
    private void advised(String target) throws Exception {
        Ladder broken = probe.why(test, target);
        assertFalse(broken.holds(), broken.text());
        Remedy mend = broken.mend().orElseThrow(() -> new AssertionError(broken.text()));
        Object last = null;
        for (String each : mend.lines()) {
            last = line.run(each.replaceFirst("^docker ", ""));
        }
        if (last instanceof ExecResult answer) {
            assertTrue(answer.success(), broken.text() + "\n" + answer.text());
            return;
        }
        Ladder mended = probe.why(test, target);
        assertTrue(mended.holds(), () -> broken.text() + "\n" + mended.text());
    }

    @Test
    void networksApart() throws Exception {
        pair(shop, "bridge");
        advised(web + ":80");
    }

    @Test
    void theOtherOnTheDefaultBridge() throws Exception {
        pair("bridge", shop);
        advised(web + ":80");
    }

    @Test
    void noneOnEitherSide() throws Exception {
        pair("none", shop);
        advised(web + ":80");
        docker.rm(porthole.engine.flag.Force.FORCE, web, test);
        docker.run(EngineFixture.NGINX, c -> c.name(web).network(shop));
        docker.run(EngineFixture.TOOLS, c -> c.name(test).network("none").command("sleep", "infinity"));
        advised(web + ":80");
    }

    @Test
    void bothOnNone() throws Exception {
        pair("none", "none");
        advised(web + ":80");
    }

    @Test
    void theDefaultBridgeWithoutNames() throws Exception {
        pair("bridge", "bridge");
        advised(web + ":80");
    }

    @Test
    void stoppedAndPaused() throws Exception {
        pair(shop, shop);
        docker.pause(web);
        advised(web + ":80");
        docker.stop(web);
        advised(web);
    }

    @Test
    void theWrongPortAndHostMode() throws Exception {
        pair(shop, shop);
        advised(web + ":81");
        docker.rm(porthole.engine.flag.Force.FORCE, web);
        docker.run(EngineFixture.NGINX, c -> c.name(web).network("host"));
        advised(web + ":80");
    }

    @Test
    void aNetworkThatForbidsTalk() throws Exception {
        docker.network.create(
                shop, n -> n.subnet(engine.subnet()).option("com.docker.network.bridge.enable_icc", "false"));
        docker.run(EngineFixture.NGINX, c -> c.name(web).network(shop));
        docker.run(EngineFixture.TOOLS, c -> c.name(test).network(shop).command("sleep", "infinity"));
        // The name may lead to either address at first, so the first network is left.
        List<String> lines = probe.why(test, web + ":80").mend().orElseThrow().lines();
        assertTrue(lines.size() >= 3, lines::toString);
        advised(web + ":80");
    }
}
