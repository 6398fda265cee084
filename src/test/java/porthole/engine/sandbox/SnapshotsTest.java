package porthole.engine.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.engine.Docker;
import porthole.engine.EngineFixture;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.Snapshot;

@Tag("engine")
class SnapshotsTest {
    private final EngineFixture engine = new EngineFixture();
    private final Docker docker = engine.docker;

    @AfterEach
    void close() {
        engine.close();
    }

    private List<Optional<String>> interfaces(String container, String... networks) {
        Container seen = docker.snapshot().container(container).orElseThrow();
        return Stream.of(networks)
                .map(network -> seen.endpoint(network).flatMap(Endpoint::interfaceName))
                .toList();
    }

    @Test
    void eachPlugHasTheInterfaceThatTheContainerItselfKnows() {
        docker.network.create(engine.name("shop"), n -> n.subnet(engine.subnet()));
        String test = engine.idle("test").name();
        assertEquals(List.of(Optional.of("eth0")), interfaces(test, "bridge"));
        docker.network.connect(engine.name("shop"), test);
        assertEquals(
                List.of(Optional.of("eth0"), Optional.of("eth1")), interfaces(test, "bridge", engine.name("shop")));
        docker.network.disconnect("bridge", test);
        assertEquals(List.of(Optional.of("eth1")), interfaces(test, engine.name("shop")));
        docker.network.connect("bridge", test);
        String routes = docker.exec(test, "ip -o -4 addr").stdout();
        String now = interfaces(test, "bridge").get(0).orElseThrow();
        String address = docker.snapshot()
                .container(test)
                .orElseThrow()
                .endpoint("bridge")
                .flatMap(Endpoint::address)
                .orElseThrow();
        assertTrue(
                routes.lines().anyMatch(l -> l.contains(" " + now + " ") && l.contains(address + "/")),
                now + " in " + routes);
    }

    @Test
    void stoppedAndCreatedContainersAreInThePicture() {
        docker.run(EngineFixture.TOOLS, c -> c.name(engine.name("ended")).command("true"));
        docker.kill(engine.idle("killed").name());
        Snapshot snapshot = docker.snapshot();
        assertEquals(
                "exited",
                snapshot.container(engine.name("killed")).orElseThrow().state());
        assertTrue(snapshot.container(engine.name("ended")).isPresent());
        assertEquals(docker.version().engine(), snapshot.host().engineVersion());
    }

    @Test
    void oneConnectionServesManyThreads() {
        String test = engine.idle("test").name();
        List<CompletableFuture<String>> answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> docker.exec(test, "hostname").stdout()))
                .limit(8)
                .toList();
        List<CompletableFuture<Snapshot>> snapshots = Stream.generate(
                        () -> CompletableFuture.supplyAsync(docker::snapshot))
                .limit(8)
                .toList();
        assertEquals(1, answers.stream().map(CompletableFuture::join).distinct().count());
        snapshots.forEach(s -> assertTrue(s.join().container(test).isPresent()));
    }
}
