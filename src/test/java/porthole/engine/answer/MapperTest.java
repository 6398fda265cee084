package porthole.engine.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import porthole.engine.api.EngineJson;
import porthole.engine.sandbox.Interfaces;
import porthole.engine.sandbox.Snapshots;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.Host;
import porthole.network.Network;
import porthole.network.NetworkMode;
import porthole.network.Pool;
import porthole.network.PortBinding;
import porthole.network.Snapshot;

/** Over the lists that real engines gave: one container on two networks and one in every other mode and state. */
@ParameterizedClass
@ValueSource(strings = {"20.10.24", "28.5.2"})
public class MapperTest {
    private final String engine;
    private final Snapshot snapshot;

    MapperTest(String engine) {
        this.engine = engine;
        snapshot = Snapshots.plain(
                new Host("vm", engine, "1.41"),
                Mapper.networks(json(engine + "/networks.json")),
                Mapper.containers(json(engine + "/containers.json")));
    }

    static String text(String name) {
        try (InputStream file = MapperTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public static JsonNode json(String name) {
        try {
            return EngineJson.MAPPER.readTree(text(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Container container(String name) {
        return snapshot.container(name).orElseThrow();
    }

    @Test
    void theDefaultBridgeComesFirstAndHasAGatewayAlthoughTheListTellsNone() {
        Network bridge = snapshot.networks().get(0);
        assertEquals("bridge", bridge.name());
        Pool pool = bridge.pool().orElseThrow();
        assertEquals(
                pool.subnet().address().replaceFirst("0$", "1"), pool.gateway().orElseThrow());
        assertEquals(Optional.of("docker0"), bridge.device());
        assertTrue(bridge.predefined());
    }

    @Test
    void aNetworkKeepsItsRangesAndFlags() {
        Network mall = snapshot.network("rec-mall").orElseThrow();
        assertTrue(mall.internal());
        assertEquals(2, mall.pools().size());
        assertEquals(
                "10.199.2.128/25",
                mall.pool().orElseThrow().range().orElseThrow().toString());
        assertEquals(Optional.of("10.199.2.128"), mall.pool().orElseThrow().gateway());
        assertEquals(
                Map.of("floor", "2"), snapshot.network("rec-shop").orElseThrow().labels());
    }

    @Test
    void aContainerOnTwoNetworksHasTwoEndpoints() {
        Container web = container("rec-web");
        assertEquals(new NetworkMode.Named("rec-shop"), web.mode());
        Endpoint shop = web.endpoint("rec-shop").orElseThrow();
        assertEquals(Optional.of("10.199.1.2"), shop.address());
        assertEquals(Optional.of("10.199.1.1"), shop.gateway());
        assertEquals(snapshot.network("rec-shop").orElseThrow().id(), shop.networkId());
        assertEquals(
                Optional.of("fd00:199::2"),
                web.endpoint("rec-mall").orElseThrow().address6());
        assertEquals(
                List.of("0.0.0.0:38182->53/udp", "127.0.0.1:38181->80/tcp"),
                web.ports().stream()
                        .filter(p -> !p.hostAddress().contains(":"))
                        .map(PortBinding::toString)
                        .toList());
    }

    @Test
    void theRoutesOfAContainerNameItsInterfaces() {
        assertEquals(
                Map.of("rec-shop", "eth0", "rec-mall", "eth1"),
                Interfaces.read(
                        text(engine + "/route.txt"), container("rec-web").endpoints()));
    }

    @Test
    void hostAndNoneAndOthersSandboxesHaveNoEndpoints() {
        assertEquals(new NetworkMode.Host(), container("rec-host").mode());
        assertEquals(new NetworkMode.None(), container("rec-none").mode());
        assertEquals(
                new NetworkMode.OfContainer(container("rec-web").id()),
                container("rec-beside").mode());
        for (String name : List.of("rec-host", "rec-none", "rec-beside")) {
            assertTrue(container(name).endpoints().isEmpty(), name);
        }
    }

    @Test
    void whatDoesNotRunIsThereWithoutAddresses() {
        assertEquals("created", container("rec-created").state());
        assertEquals("exited", container("rec-exited").state());
        Endpoint endpoint = container("rec-created").endpoints().get(0);
        assertEquals("rec-shop", endpoint.network());
        assertEquals("", endpoint.id());
        assertTrue(endpoint.address().isEmpty() && endpoint.gateway().isEmpty());
        assertFalse(container("rec-created").running());
    }

    @Test
    void aContainerMadeFromAStandInShowsTheImageThatWasAskedFor() {
        assertEquals("busybox", container("rec-host").image());
        assertEquals("porthole/nginx", container("rec-web").image());
    }
}
