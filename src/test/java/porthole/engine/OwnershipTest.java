package porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.network.Container;

@Tag("engine")
class OwnershipTest {
    private final EngineFixture engine = new EngineFixture();
    private final Docker docker = engine.docker;

    @AfterEach
    void close() {
        engine.close();
    }

    private boolean exists(String name) {
        return docker.ps(All.ALL).stream().anyMatch(c -> c.name().equals(name));
    }

    @Test
    void resetRemovesTheNewestFirstAndUnplugsOthers() {
        docker.network.create(engine.name("shop"), n -> n.subnet(engine.subnet()));
        docker.run(
                EngineFixture.TOOLS,
                c -> c.name(engine.name("one"))
                        .network(engine.name("shop"))
                        .volume(engine.name("box") + ":/box")
                        .command("sleep", "infinity"));
        try (EngineFixture other = new EngineFixture()) {
            String foreign = other.idle("foreign").name();
            other.docker.network.connect(engine.name("shop"), foreign);
            assertEquals(
                    List.of(
                            new Removed("container", engine.name("one")),
                            new Removed("endpoint", foreign + " – " + engine.name("shop")),
                            new Removed("network", engine.name("shop")),
                            new Removed("volume", engine.name("box"))),
                    List.copyOf(docker.reset()));
            Container left = other.docker.snapshot().container(foreign).orElseThrow();
            assertTrue(left.running());
            assertEquals(1, left.endpoints().size());
        }
        assertTrue(docker.reset().isEmpty());
    }

    @Test
    void aVolumeThatAMountNamesIsRemovedToo() {
        docker.run(
                EngineFixture.TOOLS,
                c -> c.name(engine.name("one"))
                        .mount("type=volume,source=" + engine.name("box") + ",target=/box")
                        .command("sleep", "infinity"));
        assertTrue(docker.reset().contains(new Removed("volume", engine.name("box"))));
    }

    @Test
    void resetWaitsForContainersThatAreJustRemovingThemselves() {
        docker.network.create(engine.name("shop"), n -> n.subnet(engine.subnet()));
        docker.run(
                EngineFixture.TOOLS,
                c -> c.name(engine.name("brief"))
                        .rm()
                        .network(engine.name("shop"))
                        .command("true"));
        docker.reset();
        assertFalse(docker.network.ls().stream().anyMatch(n -> n.name().equals(engine.name("shop"))));
    }

    @Test
    void sweepRemovesWhatADeadKernelLeftAndNothingElse() {
        String mine = engine.idle("mine").name();
        KernelProcess me = KernelProcess.current();
        KernelProcess dead = new KernelProcess(me.machine(), me.boot(), me.namespace(), me.pid(), "1");
        KernelProcess elsewhere = new KernelProcess("another-machine", me.boot(), me.namespace(), 1, "1");
        Docker ofDead = as(dead);
        Docker ofElsewhere = as(elsewhere);
        try {
            ofDead.run(EngineFixture.TOOLS, c -> c.name(engine.name("dead")).command("sleep", "infinity"));
            ofElsewhere.run(
                    EngineFixture.TOOLS, c -> c.name(engine.name("else")).command("sleep", "infinity"));
            List<Removed> swept = List.copyOf(docker.sweep());
            assertTrue(swept.contains(new Removed("container", engine.name("dead"))), swept.toString());
            assertTrue(exists(mine));
            assertTrue(exists(engine.name("else")));
        } finally {
            ofDead.reset();
            ofElsewhere.reset();
        }
    }

    private static Docker as(KernelProcess process) {
        return Docker.connect(Notices.none(), new Owner(UUID.randomUUID().toString(), "test", process));
    }
}
