package porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import porthole.display.Language;
import porthole.engine.api.EngineException;
import porthole.engine.api.Notices;
import porthole.engine.flag.All;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.Network;
import porthole.network.Snapshot;
import porthole.probe.Probe;
import porthole.topology.Journey;
import porthole.topology.JourneyStation;

/** Podman's Docker socket: what is told of it is true, and what it has not got is said by name. */
@Tag("engine")
class PodmanTest {
    private final List<String> notes = new CopyOnWriteArrayList<>();

    private final Notices notices = (Notices) Proxy.newProxyInstance(
            Notices.class.getClassLoader(), new Class<?>[] {Notices.class}, (p, m, a) -> {
                if (m.getName().equals("note")) {
                    notes.add(String.valueOf(a[0]));
                }
                return m.getReturnType() == boolean.class ? false : null;
            });

    @Test
    void whatPodmanTellsIsTrueAndWhatItHasNotGotIsSaid() throws Exception {
        Language.use(Language.ENGLISH);
        try (OwnPodman podman = new OwnPodman(EngineFixture.NGINX, EngineFixture.TOOLS);
                Docker docker = podman.connect(notices)) {
            Network shop = docker.network.create("shop", n -> n.subnet("10.99.1.0/24"));
            docker.network.create("back", n -> n.internal());
            docker.run(EngineFixture.NGINX, c -> c.name("web").network("shop").ip("10.99.1.10"));
            docker.run(EngineFixture.TOOLS, c -> c.name("box").network("shop").command("sleep", "600"));
            docker.network.connect("back", "box");
            Snapshot seen = docker.snapshot();
            assertEquals(List.of("back", "shop"), networks(seen, "box"));
            assertEquals(
                    "10.99.1.10", docker.exec("web", "hostname", "-i").stdout().strip());
            String bridge = podman.deviceAt("10.99.1.1");
            assertEquals(Optional.of(bridge), shop.device());
            assertEquals(Optional.of(bridge), seen.network("shop").orElseThrow().device());
            Network back = seen.networks().stream()
                    .filter(n -> n.name().equals("back"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(back.internal());
            assertEquals(Optional.of("10.89.0.1"), back.pools().get(0).gateway(), "Podman's list writes <nil>");
            follow(docker);
            docker.network.disconnect("back", "box");
            assertEquals(List.of("shop"), networks(docker.snapshot(), "box"));
            docker.pause("box");
            assertTrue(docker.ps(p -> {}).stream().anyMatch(c -> c.name().equals("box")), "a paused one is there");
            docker.unpause("box");
            assertEquals(
                    1,
                    notes.stream()
                            .filter(n -> n.startsWith("This engine is Podman"))
                            .count(),
                    notes::toString);
            for (Executable missing : List.<Executable>of(
                    () -> docker.swarm.init(),
                    () -> docker.service.ls(),
                    () -> docker.node.ls(),
                    () -> docker.update(u -> u.memory("64m"), "web"))) {
                String said = assertThrows(EngineException.class, missing).getMessage();
                assertTrue(
                        said.matches("This engine is Podman [\\d.]+, whose Docker socket does not support docker .*"),
                        said);
            }
            docker.reset();
            assertEquals(
                    List.of(), docker.ps(All.ALL).stream().map(Container::name).toList());
        }
    }

    /** Podman names its bridges otherwise than Docker. */
    private static void follow(Docker docker) {
        docker.network.create("far", n -> n.subnet("10.99.2.0/24"));
        docker.run(EngineFixture.TOOLS, c -> c.name("stranger").network("far").command("sleep", "600"));
        Probe probe = new Probe(docker);
        Journey near = probe.journey("box", "10.99.1.10:80");
        assertEquals(Journey.Ending.ANSWERED, near.ending());
        assertEquals("shop", near.stations(JourneyStation.Kind.BRIDGE).get(0).belongs());
        Journey dropped = probe.journey("stranger", "10.99.1.10:80");
        assertEquals(Journey.Ending.LOST, dropped.ending());
        assertTrue(
                dropped.stations(JourneyStation.Kind.FILTER).toString().contains("CNI-ISOLATION-STAGE-2"),
                dropped.toString());
    }

    private static List<String> networks(Snapshot seen, String container) {
        return seen.containers().stream()
                .filter(c -> c.name().equals(container))
                .flatMap(c -> c.endpoints().stream())
                .map(Endpoint::network)
                .sorted()
                .toList();
    }
}
