package porthole.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.engine.EngineFixture;
import porthole.engine.EngineSetup;
import porthole.engine.flag.All;
import porthole.engine.owner.Owner;
import porthole.network.Endpoint;
import porthole.network.Network;

@Tag("engine")
class NetworksTest extends EngineSetup {
    @Test
    void everyEngineHasThreeNetworksAndTheDefaultBridgeComesFirst() {
        List<String> names = docker.network.ls().stream().map(Network::name).toList();
        assertEquals("bridge", names.get(0));
        assertTrue(names.containsAll(List.of("host", "none")), names.toString());
        assertTrue(docker.network.get("bridge").pool().orElseThrow().gateway().isPresent());
        assertEquals("docker network ls", engine.commands.get(0));
    }

    @Test
    void aNetworkHasWhatItWasCreatedWith() {
        Network made = docker.network.create(
                engine.name("shop"),
                n -> n.driver("bridge")
                        .subnet(engine.subnet())
                        .gateway(engine.address(254))
                        .ipRange(engine.address(128) + "/25")
                        .internal()
                        .attachable()
                        .label("floor", "2")
                        .option("com.docker.network.bridge.name", engine.prefix));
        assertEquals(engine.subnet(), made.pool().orElseThrow().subnet().toString());
        assertEquals(Optional.of(engine.address(254)), made.pool().orElseThrow().gateway());
        assertTrue(made.internal() && made.attachable());
        assertEquals("2", made.labels().get("floor"));
        assertEquals(engine.owner.session(), made.labels().get(Owner.SESSION));
        assertEquals(Optional.of(engine.prefix), made.device());
        assertTrue(engine.commands.get(0).startsWith("docker network create --driver bridge --subnet "));
        assertEquals(List.of(made.name()), docker.network.rm(made.name()));
        assertTrue(refusal(() -> docker.network.get(made.name())).startsWith("No network \"" + made.name() + "\""));
    }

    @Test
    void aContainerIsPluggedInWithAnAliasAndAnAddressAndOutAgain() {
        docker.network.create(engine.name("shop"), n -> n.subnet(engine.subnet()));
        String test = engine.idle("test").name();
        docker.network.connect(engine.name("shop"), test, c -> c.alias("till").ip(engine.address(9)));
        Endpoint endpoint = docker.snapshot()
                .container(test)
                .orElseThrow()
                .endpoint(engine.name("shop"))
                .orElseThrow();
        assertEquals(Optional.of(engine.address(9)), endpoint.address());
        assertEquals(Optional.of("eth1"), endpoint.interfaceName());
        assertEquals(
                engine.address(9),
                docker.exec(test, "getent ahostsv4 till")
                        .stdout()
                        .lines()
                        .findFirst()
                        .orElse("")
                        .replaceFirst(" .*", ""));
        assertEquals(
                "Container \"" + test + "\" is on network \"" + engine.name("shop") + "\" already.",
                refusal(() -> docker.network.connect(engine.name("shop"), test)));
        assertTrue(refusal(() -> docker.network.rm(engine.name("shop"))).contains("is in use by " + test));
        docker.network.disconnect(engine.name("shop"), test);
        assertEquals(
                1, docker.snapshot().container(test).orElseThrow().endpoints().size());
        assertTrue(refusal(() -> docker.network.disconnect(engine.name("shop"), test))
                .contains("but on bridge"));
    }

    @Test
    void pruneTakesOnlyWhatThisSessionMade() {
        docker.network.create(engine.name("mine"), n -> n.subnet(engine.subnet()));
        try (EngineFixture other = new EngineFixture()) {
            other.docker.network.create(other.name("theirs"), n -> n.subnet(other.subnet()));
            assertEquals(List.of(engine.name("mine")), docker.network.prune());
            assertEquals(
                    other.name("theirs"),
                    docker.network.get(other.name("theirs")).name());
        }
    }

    @Test
    void anUnknownNetworkIsToldWithTheNearestName() {
        docker.network.create(engine.name("shop"), n -> n.subnet(engine.subnet()));
        assertTrue(refusal(() -> docker.network.rm(engine.name("shpo")))
                .endsWith("Did you mean \"" + engine.name("shop") + "\"?"));
        assertTrue(refusal(() -> docker.network.inspect("brdige")).endsWith("Did you mean \"bridge\"?"));
        assertTrue(refusal(() ->
                        docker.network.connect("brdige", engine.idle("test").name()))
                .contains("Did you mean \"bridge\"?"));
    }

    @Test
    void whatEveryEngineHasStays() {
        assertEquals(
                "Network \"host\" belongs to the engine itself and cannot be removed.",
                refusal(() -> docker.network.rm("host")));
        assertTrue(refusal(() -> docker.network.create(engine.name("x"), n -> n.driver("host")))
                .contains("exactly one network of driver \"host\""));
    }

    @Test
    void anOverlapNamesTheOtherNetwork() {
        docker.network.create(engine.name("shop"), n -> n.subnet(engine.subnet()));
        assertEquals(
                "Subnet \"" + engine.address(0) + "/25\" overlaps with that of network \"" + engine.name("shop")
                        + "\" (" + engine.subnet() + "). Choose a range that is free, or leave the subnet out.",
                refusal(() -> docker.network.create(engine.name("mall"), n -> n.subnet(engine.address(0) + "/25"))));
        assertFalse(docker.network.ls().stream().anyMatch(n -> n.name().equals(engine.name("mall"))));
    }

    @Test
    void aSecondNetworkOfTheSameNameIsRefused() {
        docker.network.create(engine.name("shop"), n -> n.subnet(engine.subnet()));
        assertTrue(refusal(() -> docker.network.create(engine.name("shop")))
                .startsWith("A network \"" + engine.name("shop") + "\" exists already (driver bridge, subnet "));
    }

    @Test
    void nonsenseIsToldApart() {
        assertTrue(refusal(() -> docker.network.create(engine.name("x"), n -> n.driver("bridg")))
                .endsWith("Did you mean \"bridge\"?"));
        assertTrue(refusal(() -> docker.network.create(engine.name("x"), n -> n.subnet("10.9.0.7/24")))
                .endsWith("Did you mean \"10.9.0.0/24\"?"));
        assertTrue(refusal(() -> docker.network.create(engine.name("x"), n -> n.subnet("lots")))
                .startsWith("\"lots\" is not a valid subnet"));
        assertTrue(refusal(() -> docker.network.create(
                        engine.name("x"), n -> n.subnet("10.9.0.0/24").gateway("10.8.0.1")))
                .startsWith("Gateway \"10.8.0.1\" is not in the subnet"));
        assertTrue(refusal(() -> docker.network.create("a b")).startsWith("\"a b\" is not a valid network name"));
    }

    @Test
    void aFixedAddressNeedsASubnetOfOnesOwn() {
        docker.network.create(engine.name("shop"), n -> n.subnet(engine.subnet()));
        String test = engine.idle("test").name();
        assertTrue(refusal(() -> docker.network.connect(engine.name("shop"), test, c -> c.ip("10.1.2.3")))
                .contains("is not in the subnet of network"));
        assertTrue(refusal(() -> docker.run(
                        EngineFixture.TOOLS, c -> c.name(engine.name("b")).ip("172.17.0.77")))
                .contains("not on the default bridge"));
        assertTrue(docker.ps(All.ALL).stream().noneMatch(c -> c.name().equals(engine.name("b"))));
    }
}
