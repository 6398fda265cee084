package porthole.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import porthole.network.Network;

class ChangeTest {
    @Test
    void nothingDiffersFromItself() {
        assertTrue(between(Lab.tutorial(), Lab.tutorial()).differences().isEmpty());
    }

    @Test
    void connectIsOneLegMore() {
        Change change = between(Lab.tutorial(), Lab.tutorial().connect("test", "downloads_default", "172.28.0.3"));
        assertEquals(1, change.differences().size());
        Difference.OfLeg leg =
                assertInstanceOf(Difference.OfLeg.class, change.differences().get(0));
        assertEquals(Mark.CAME, leg.mark());
        assertEquals("test", leg.container().name());
        assertEquals("downloads_default", leg.leg().network().name());
    }

    @Test
    void disconnectKeepsTheLegInTheMergedPictureAsGone() {
        Change change = between(Lab.tutorial(), Lab.tutorial().disconnect("test", "bridge"));
        Box test = TopologyTest.box(change.merged(), "test");
        assertEquals(1, test.legs().size());
        assertEquals(Mark.WENT, change.mark(test.container(), test.legs().get(0)));
        assertEquals(Mark.SAME, change.mark(test.container()));
    }

    @Test
    void aNetworkAndItsContainerComeTogether() {
        Change change = between(
                Lab.engine(),
                Lab.engine().network("shop", "10.1.0.0/24", "10.1.0.1").run("till", "i", "shop=10.1.0.2"));
        assertEquals(
                List.of(Mark.CAME, Mark.CAME),
                change.differences().stream().map(Difference::mark).toList());
        Box till = TopologyTest.box(change.merged(), "till");
        assertEquals(Mark.CAME, change.mark(till.container(), till.legs().get(0)));
    }

    @Test
    void aRemovedNetworkStaysInTheMergedPicture() {
        Lab before = Lab.engine().network("shop", "10.1.0.0/24", "10.1.0.1");
        Change change = between(before, Lab.engine());
        assertEquals(
                List.of("bridge", "shop"),
                change.merged().bands().stream().map(Network::name).toList());
        assertEquals(Mark.WENT, change.mark(change.merged().bands().get(1)));
    }

    @Test
    void aContainerThatStopsGoes() {
        Change change = between(
                Lab.engine().run("web", "nginx", "bridge=172.17.0.2"),
                Lab.engine().run("web", "nginx", "bridge=172.17.0.2").state("exited"));
        assertEquals(Mark.WENT, change.mark(change.merged().boxes().get(0).container()));
    }

    @Test
    void anotherAddressOnTheSameNetworkHasMoved() {
        Change change = between(
                Lab.engine().run("web", "nginx", "bridge=172.17.0.2"),
                Lab.engine().run("web", "nginx", "bridge=172.17.0.9"));
        Difference.OfLeg leg =
                assertInstanceOf(Difference.OfLeg.class, change.differences().get(0));
        assertEquals(Mark.MOVED, leg.mark());
        assertEquals("172.17.0.2", leg.was().orElseThrow().address().orElseThrow());
    }

    @Test
    void whatWasThereKeepsItsOrder() {
        Change change = between(Lab.tutorial(), Lab.tutorial().remove("web").run("new", "nginx", "bridge=172.17.0.8"));
        assertEquals(
                List.of("web", "test", "docker_compose_nginx", "new"),
                change.merged().boxes().stream().map(Box::name).toList());
    }

    private static Change between(Lab before, Lab after) {
        return Change.between(Topology.of(before.snapshot()), Topology.of(after.snapshot()));
    }
}
