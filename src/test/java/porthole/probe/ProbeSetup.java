package porthole.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import porthole.engine.EngineFixture;
import porthole.engine.EngineSetup;
import porthole.probe.why.Ladder;
import porthole.probe.why.Rung;

/** What a test of the probe begins with: the real engine, and names for two containers and a network. */
public abstract class ProbeSetup extends EngineSetup {
    protected final Probe probe = new Probe(docker);
    protected final String web = engine.name("web");
    protected final String test = engine.name("test");
    protected final String shop = engine.name("shop");
    /** The first 32 bits of an IPv6 range that is likely free, such as {@code fd12:3456:}. */
    protected final String range =
            "fd%02x:%x:".formatted(engine.prefix.hashCode() & 0xff, engine.prefix.hashCode() >>> 16);

    /** The network "shop", with IPv4 alone. */
    protected void shop() {
        docker.network.create(shop, n -> n.subnet(engine.subnet()));
    }

    /** The network "shop", with IPv4 and IPv6. */
    protected void shopOfBothFamilies() {
        docker.network.create(shop, n -> n.subnet(engine.subnet()).ipv6().subnet(range + ":/64"));
    }

    protected void nginx(String name, String network) {
        docker.run(EngineFixture.NGINX, c -> c.name(name).network(network));
    }

    /** A container with all tools that does nothing. */
    protected void idle(String name, String network) {
        docker.run(EngineFixture.TOOLS, c -> c.name(name).network(network).command("sleep", "infinity"));
    }

    /** The IPv4 address that the engine assigned on the container's first network. */
    protected String address(String container) {
        return docker.snapshot()
                .container(container)
                .orElseThrow()
                .endpoints()
                .get(0)
                .address()
                .orElseThrow();
    }

    /** The ladder's broken rung is that of {@code step}. */
    protected static void broken(Rung.Step step, Ladder ladder) {
        assertEquals(
                step,
                ladder.broken()
                        .orElseThrow(() -> new AssertionError(ladder.text()))
                        .step(),
                ladder::text);
    }
}
