package porthole.probe.why;

import java.util.List;
import java.util.Optional;
import porthole.engine.Docker;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.Network;
import porthole.network.NetworkMode;
import porthole.network.Snapshot;

/**
 * A container that was started with {@code -p} for a port of the host and has not got it: what it was started with stays in
 * {@code HostConfig.PortBindings}, and {@code docker ps} shows nothing.
 *
 * @param container the container
 * @param networks those that the engine publishes no port on: internal ones and {@code none}; empty where it does not run
 */
record AskedPort(Container container, List<String> networks) {
    /** The first that asked for the port; one that is on a network where the engine publishes is none of these. */
    static Optional<AskedPort> find(Docker docker, Snapshot snapshot, int port, String protocol) {
        return snapshot.containers().stream()
                .filter(c -> c.ports().isEmpty() && !(c.mode() instanceof NetworkMode.Host))
                .filter(c -> asks(docker, c, port, protocol))
                .map(c -> new AskedPort(c, c.running() ? without(snapshot, c) : List.of()))
                .filter(a -> !a.container().running() || !a.networks().isEmpty())
                .findFirst();
    }

    private static boolean asks(Docker docker, Container container, int port, String protocol) {
        return docker.quietly(container.id()).stream()
                .anyMatch(i -> i.hostPorts(protocol).contains(port));
    }

    private static List<String> without(Snapshot snapshot, Container container) {
        if (container.endpoints().isEmpty()) {
            return container.mode() instanceof NetworkMode.None ? List.of("none") : List.of();
        }
        List<Network> networks = container.endpoints().stream()
                .map(Endpoint::network)
                .flatMap(name -> snapshot.network(name).stream())
                .toList();
        return networks.stream().allMatch(Network::internal)
                ? networks.stream().map(Network::name).toList()
                : List.of();
    }
}
