package porthole.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import porthole.display.Language;
import porthole.topology.Reachability.Reason;

class ReachabilityTest {
    @Test
    void onAUsersNetworkNamesResolve() {
        Reachability verdict = predict(
                Lab.engine()
                        .network("shop", "10.1.0.0/24", "10.1.0.1")
                        .run("a", "i", "shop=10.1.0.2")
                        .run("b", "i", "shop=10.1.0.3"),
                "a",
                "b");
        assertEquals(Reason.SHARED_NETWORK, verdict.reason());
        assertTrue(verdict.byName());
        assertEquals(Optional.of("10.1.0.3"), verdict.address());
    }

    @Test
    void onTheDefaultBridgeOnlyAddressesLeadThere() {
        Reachability verdict = predict(Lab.tutorial(), "test", "web");
        assertEquals(Reason.DEFAULT_BRIDGE, verdict.reason());
        assertFalse(verdict.byName());
        assertTrue(verdict.byAddress());
    }

    @Test
    void betweenNetworksNothingArrivesButThePublishedPortIsNamed() {
        Language.use(Language.ENGLISH);
        Reachability verdict = predict(Lab.tutorial(), "test", "docker_compose_nginx");
        assertEquals(Reason.ISOLATED, verdict.reason());
        assertFalse(verdict.reaches());
        assertEquals(Optional.of("172.17.0.1:8080"), verdict.published());
        assertEquals(
                "test does not reach docker_compose_nginx: they share no network, and the engine drops what goes from one"
                        + " to another. The published port 172.17.0.1:8080 leads there all the same.",
                verdict.sentence());
    }

    @Test
    void fromAnInternalNetworkThePublishedPortIsNoWay() {
        Reachability verdict = predict(
                Lab.engine()
                        .network("vault", "bridge", "10.8.0.0/24", "10.8.0.1", true)
                        .run("safe", "i", "vault=10.8.0.2")
                        .run("web", "i", "bridge=172.17.0.2")
                        .publish(80, 80),
                "safe",
                "web");
        assertEquals(Optional.empty(), verdict.published());
    }

    @Test
    void anIslandReachesNobody() {
        assertEquals(Reason.NO_NETWORK, predict(Lab.modes(), "island", "app").reason());
        assertEquals(Reason.NO_NETWORK, predict(Lab.modes(), "app", "island").reason());
    }

    @Test
    void aSidecarReachesItsOwnerOnLocalhost() {
        Reachability verdict = predict(Lab.modes(), "sidecar", "web-b");
        assertEquals(Reason.SAME_SANDBOX, verdict.reason());
        assertEquals(Optional.of("127.0.0.1"), verdict.address());
    }

    @Test
    void aSidecarStandsWhereItsOwnerStands() {
        assertEquals(Reason.ISOLATED, predict(Lab.modes(), "sidecar", "app").reason());
    }

    @Test
    void theHostReachesItsBridgesAndIsReachedAtTheirGateways() {
        Reachability out = predict(Lab.modes(), "web-h", "app");
        assertEquals(Reason.FROM_HOST, out.reason());
        assertEquals(Optional.of("172.19.0.2"), out.address());
        Reachability in = predict(Lab.modes(), "app", "web-h");
        assertEquals(Reason.TO_HOST, in.reason());
        assertEquals(Optional.of("172.19.0.1"), in.address());
    }

    @Test
    void theHostHasNoWayIntoMacvlan() {
        Reachability verdict = predict(
                Lab.engine()
                        .network("lan", "macvlan", "192.168.1.0/24", "192.168.1.1", false)
                        .run("printer", "i", "lan=192.168.1.9")
                        .run("h", "i", "host"),
                "h",
                "printer");
        assertFalse(verdict.reaches());
    }

    @Test
    void aNetworkMayForbidItsMembersToTalk() {
        Reachability verdict = predict(
                Lab.engine()
                        .network("quiet", "10.1.0.0/24", "10.1.0.1")
                        .withoutTalk()
                        .run("a", "i", "quiet=10.1.0.2")
                        .run("b", "i", "quiet=10.1.0.3"),
                "a",
                "b");
        assertEquals(Reason.FORBIDDEN, verdict.reason());
        assertFalse(verdict.reaches());
    }

    @Test
    void whatDoesNotRunIsNotReached() {
        Lab lab = Lab.tutorial().run("old", "i", "bridge=172.17.0.9").state("exited");
        assertEquals(Reason.NOT_RUNNING, predict(lab, "test", "old").reason());
    }

    @Test
    void anUnknownContainerIsAnsweredWithTheNearest() {
        Language.use(Language.ENGLISH);
        String message = assertThrows(IllegalArgumentException.class, () -> predict(Lab.tutorial(), "tets", "web"))
                .getMessage();
        assertTrue(message.endsWith("Did you mean \"test\"?"), message);
    }

    private static Reachability predict(Lab lab, String from, String to) {
        return Reachability.predict(lab.snapshot(), from, to);
    }
}
