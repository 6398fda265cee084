package porthole.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porthole.display.Language;
import porthole.network.Network;

class TopologyTest {
    @Test
    void hostAndNoneAreModesAndNoBands() {
        assertEquals(List.of("bridge"), bands(Topology.of(Lab.engine().snapshot())));
    }

    @Test
    void aContainerOnTwoNetworksHasTwoLegs() {
        Topology topology = Topology.of(Lab.tutorial()
                .connect("test", "downloads_default", "172.28.0.3")
                .snapshot());
        assertEquals(
                List.of("172.17.0.2", "172.28.0.3"),
                box(topology, "test").legs().stream()
                        .map(l -> l.address().orElseThrow())
                        .toList());
    }

    @Test
    void aPortForBothAddressFamiliesIsOnePort() {
        Box web = box(Topology.of(Lab.tutorial().snapshot()), "web");
        assertEquals(List.of(":81"), web.ports().stream().map(Published::socket).toList());
        assertEquals("80", web.ports().get(0).target());
        assertEquals(Optional.of("bridge"), web.ports().get(0).through().map(Network::name));
    }

    @Test
    void aPortOnOneAddressOfTheHostSaysWhich() {
        Topology topology = Topology.of(Lab.engine()
                .run("web", "nginx", "bridge=172.17.0.2")
                .publish("127.0.0.1", 81, 80)
                .snapshot());
        assertEquals("127.0.0.1:81", box(topology, "web").ports().get(0).socket());
    }

    @Test
    void aPortForIPv6AloneSaysSo() {
        Topology topology = Topology.of(Lab.engine()
                .run("web", "nginx", "bridge=172.17.0.2")
                .publish("::", 81, 80)
                .publish(82, 80)
                .snapshot());
        assertEquals(
                List.of("[::]:81", ":82"),
                box(topology, "web").ports().stream().map(Published::socket).toList());
    }

    @Test
    void whatIsPublishedInHostOrNoneModeLeadsNowhere() {
        Topology topology = Topology.of(Lab.engine()
                .run("h", "nginx", "host")
                .publish(82, 80)
                .run("n", "nginx", "none")
                .publish(80, 80)
                .snapshot());
        assertTrue(box(topology, "h").ports().isEmpty());
        assertTrue(box(topology, "n").ports().isEmpty());
        assertEquals(Standing.HOST, box(topology, "h").standing());
        assertEquals(Standing.ALONE, box(topology, "n").standing());
    }

    @Test
    void aSidecarBelongsToItsOwnersBox() {
        Topology topology = Topology.of(Lab.modes().snapshot());
        assertEquals("sidecar", box(topology, "web-b").sidecars().get(0).name());
        assertTrue(topology.boxes().stream().noneMatch(b -> b.name().equals("sidecar")));
    }

    @Test
    void aSidecarOfAStoppedOwnerStandsByItself() {
        Topology topology = Topology.of(Lab.engine()
                .run("owner", "nginx", "bridge=172.17.0.2")
                .state("exited")
                .run("sidecar", "tools", "container:owner")
                .snapshot());
        assertEquals(Standing.BORROWED, box(topology, "sidecar").standing());
    }

    @Test
    void stoppedContainersAreLeftOutAndCountedUnlessNamed() {
        Lab lab = Lab.tutorial().run("old", "ubuntu", "bridge=172.17.0.9").state("exited");
        assertEquals(1, Topology.of(lab.snapshot()).stopped());
        assertEquals(3, Topology.of(lab.snapshot()).boxes().size());
        assertEquals(
                Standing.STOPPED,
                box(Topology.of(lab.snapshot(), List.of("old")), "old").standing());
    }

    @Test
    void aNetworkBringsItsContainersAndAContainerItsNetworks() {
        Lab lab = Lab.tutorial().connect("test", "downloads_default", "172.28.0.3");
        Topology network = Topology.of(lab.snapshot(), List.of("bridge"));
        assertEquals(List.of("bridge"), bands(network));
        assertEquals(List.of("web", "test"), names(network));
        assertEquals(List.of("downloads_default"), box(network, "test").elsewhere());
        Topology container = Topology.of(lab.snapshot(), List.of("test"));
        assertEquals(List.of("bridge", "downloads_default"), bands(container));
        assertEquals(List.of("test"), names(container));
    }

    @Test
    void theNetworkHostBringsTheContainersInHostMode() {
        assertEquals(List.of("web-h"), names(Topology.of(Lab.modes().snapshot(), List.of("host"))));
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNearest() {
        Language.use(Language.ENGLISH);
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> Topology.of(
                                Lab.engine()
                                        .network("shop", "10.1.0.0/24", "10.1.0.1")
                                        .snapshot(),
                                List.of("shpo")))
                .getMessage();
        assertEquals(
                "No network or container \"shpo\" on this engine (networks: bridge, host, none, shop; containers: none)."
                        + " Did you mean \"shop\"?",
                message);
    }

    @Test
    void groupsAreWhatLegsAndBandsHoldTogether() {
        assertEquals(2, Topology.of(Lab.tutorial().snapshot()).groups().size());
        assertEquals(
                1,
                Topology.of(Lab.tutorial()
                                .connect("test", "downloads_default", "172.28.0.3")
                                .snapshot())
                        .groups()
                        .size());
    }

    static Box box(Topology topology, String name) {
        return topology.boxes().stream()
                .filter(b -> b.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> bands(Topology topology) {
        return topology.bands().stream().map(Network::name).toList();
    }

    private static List<String> names(Topology topology) {
        return topology.boxes().stream().map(Box::name).toList();
    }
}
