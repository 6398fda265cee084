package porthole.picture.story;

import porthole.network.Container;
import porthole.network.Network;
import porthole.network.Snapshot;
import porthole.topology.Box;
import porthole.topology.Leg;
import porthole.topology.Topology;

/**
 * The interface that the engine's list of containers does not tell: a container on an overlay that is not internal has
 * one more, on {@code docker_gwbridge}, through which it leaves the host, unless another of its networks is a way out
 * (libnetwork, {@code needDefaultGW}).
 */
final class SecondLegs {
    static final String GATEWAY_BRIDGE = "docker_gwbridge";

    private SecondLegs() {}

    static boolean has(Snapshot snapshot, Box box) {
        Container container = box.container();
        return Topology.isLive(container)
                && box.legs().stream().map(Leg::network).anyMatch(SecondLegs::needsGateway)
                && snapshot.network(GATEWAY_BRIDGE).isPresent()
                && container.endpoints().stream()
                        .flatMap(e -> snapshot.network(e.networkId()).stream())
                        .noneMatch(n -> n.driver().equals("bridge") && !n.internal());
    }

    private static boolean needsGateway(Network network) {
        return network.driver().equals("overlay") && !network.internal() && !network.ingress();
    }

    /** Whether a network would be drawn as empty though second legs are on it. */
    static boolean onlySecond(Topology topology, Network network) {
        return network.name().equals(GATEWAY_BRIDGE)
                && topology.on(network).isEmpty()
                && topology.boxes().stream().anyMatch(box -> has(topology.snapshot(), box));
    }
}
