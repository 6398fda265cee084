package porthole.picture.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** Whether the engine makes it for a swarm: {@code docker_gwbridge} or {@code ingress}. */
    static boolean isOn(Network network) {
        return network.ingress() || network.name().equals(GATEWAY_BRIDGE);
    }

    /** The swarm's own networks that a box has a further interface on: {@code ingress}, {@code docker_gwbridge}. */
    static List<Network> of(Snapshot snapshot, Box box) {
        List<Network> second = new ArrayList<>();
        box.container().endpoints().stream()
                .flatMap(e -> snapshot.network(e.networkId()).stream())
                .filter(n -> isOn(n) && box.leg(n).isEmpty() && Topology.isLive(box.container()))
                .forEach(second::add);
        if (has(snapshot, box)) {
            snapshot.network(GATEWAY_BRIDGE).ifPresent(second::add);
        }
        return second;
    }

    /** A box's address there; empty where the engine's list of containers does not tell it. */
    static Optional<String> address(Box box, Network network) {
        return box.container().endpoints().stream()
                .filter(e -> e.networkId().equals(network.id()))
                .flatMap(e -> e.address().stream())
                .findFirst();
    }

    /** How many boxes have a further interface there. */
    static int count(Topology topology, Network network) {
        return (int) topology.boxes().stream()
                .filter(box -> of(topology.snapshot(), box).contains(network))
                .count();
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
