package porthole.network;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One engine's networks and containers at one moment.
 *
 * @param host whose
 * @param networks the default bridge first, then by creation, then by name
 * @param containers by creation, then by name
 */
public record Snapshot(Host host, List<Network> networks, List<Container> containers) {
    private static final Comparator<Network> NETWORK_ORDER = Comparator.comparing((Network n) -> !n.defaultBridge())
            .thenComparing(Network::created)
            .thenComparing(Network::name)
            .thenComparing(Network::id);
    private static final Comparator<Container> CONTAINER_ORDER = Comparator.comparing(Container::created)
            .thenComparing(Container::name)
            .thenComparing(Container::id);

    public Snapshot {
        networks = networks.stream().sorted(NETWORK_ORDER).toList();
        containers = containers.stream().sorted(CONTAINER_ORDER).toList();
    }

    /** The same, of a machine that is called by another name than its hostname. */
    public Snapshot called(String name) {
        return new Snapshot(new Host(name, host.engineVersion(), host.apiVersion()), networks, containers);
    }

    /** The same with the container of that id in another state. */
    public Snapshot with(String id, String state) {
        return new Snapshot(
                host,
                networks,
                containers.stream()
                        .map(c -> c.id().equals(id) ? c.in(state) : c)
                        .toList());
    }

    /** The network of that name, id, or beginning of an id. */
    public Optional<Network> network(String nameOrId) {
        return networks.stream()
                .filter(n -> n.name().equals(nameOrId))
                .findFirst()
                .or(() -> networks.stream().filter(n -> isId(nameOrId, n.id())).findFirst());
    }

    /** The container of that name, id, or beginning of an id. */
    public Optional<Container> container(String nameOrId) {
        return containers.stream()
                .filter(c -> c.name().equals(nameOrId))
                .findFirst()
                .or(() ->
                        containers.stream().filter(c -> isId(nameOrId, c.id())).findFirst());
    }

    /** The containers that have a plug on the network of that id. */
    public List<Container> on(Network network) {
        return containers.stream()
                .filter(c -> c.endpoints().stream().anyMatch(e -> e.networkId().equals(network.id())))
                .toList();
    }

    private static boolean isId(String given, String id) {
        return !given.isEmpty() && id.startsWith(given);
    }
}
