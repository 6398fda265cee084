package porthole.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.display.Language;
import porthole.engine.EngineFixture;
import porthole.engine.EngineSetup;
import porthole.engine.sandbox.Guest;
import porthole.topology.Topology;

/** What a picture says of the ways across, beside curl inside the containers. */
@Tag("engine")
class HeadlineTruthTest extends EngineSetup {
    private final String web = engine.name("web");
    private final String safe = engine.name("safe");
    private final String vault = engine.name("vault");

    @BeforeEach
    void english() {
        Language.use(Language.ENGLISH);
    }

    @AfterEach
    void back() {
        Language.use(Language.of(System.getenv().getOrDefault("PORTHOLE_LANG", "")));
    }

    @Test
    void whoIsSaidNotToReachAPublishedPortDoesNot() {
        int port = freePort();
        docker.network.create(vault, n -> n.subnet(engine.subnet()).internal());
        docker.run(EngineFixture.NGINX, c -> c.name(web).publish(port + ":80"));
        docker.run(EngineFixture.TOOLS, c -> c.name(safe).network(vault).command("sleep", "infinity"));
        String bridge = gateway("bridge");
        assertEquals("lost", call(safe, gateway(vault) + ":" + port), answer());
        assertTrue(answer().endsWith("From an internal network, " + safe + " cannot call a published port."), answer());

        docker.network.disconnect(vault, safe);
        docker.network.connect("bridge", safe);
        assertEquals("arrived", call(safe, bridge + ":" + port), answer());
        docker.network.disconnect("bridge", web);
        docker.network.connect(vault, web);
        assertTrue(answer().endsWith("neither reaches the other."), answer());
        assertEquals("lost", call(safe, bridge + ":" + port), answer());
    }

    private String answer() {
        return Picture.of(Topology.of(docker.snapshot(), List.of(web, safe))).answer();
    }

    private String gateway(String network) {
        return docker.snapshot()
                .network(network)
                .orElseThrow()
                .pool()
                .orElseThrow()
                .gateway()
                .orElseThrow();
    }

    private String call(String from, String where) {
        Guest guest = Guest.of(docker.snapshot().container(from).orElseThrow());
        return docker.guests()
                .run(guest, "curl -s -m 1 -o /dev/null http://" + where + " && echo arrived || echo lost")
                .stdout()
                .strip();
    }
}
