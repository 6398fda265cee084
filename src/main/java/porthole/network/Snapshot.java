package porthole.network;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The networks and containers of one engine at one moment. It does not change.
 *
 * @param host the engine's machine
 * @param networks the default bridge first, the others by the time when they were created, then by name
 * @param containers those that do not run included, by the time when they were created, then by name
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

    /**
     * Gives the same snapshot of a machine that is shown under another name than its host name.
     *
     * @param name the name to show, as in {@code host1}
     */
    public Snapshot called(String name) {
        return new Snapshot(new Host(name, host.engineVersion(), host.apiVersion()), networks, containers);
    }

    /**
     * Gives the same snapshot with one container in another state.
     *
     * @param id the container's full id
     * @param state a state, as in {@code paused}
     */
    public Snapshot with(String id, String state) {
        return new Snapshot(
                host,
                networks,
                containers.stream()
                        .map(c -> c.id().equals(id) ? c.in(state) : c)
                        .toList());
    }

    /**
     * Finds a network.
     *
     * @param nameOrId its name, its id, or the beginning of its id; a name goes before an id
     * @return the first that fits; empty if there is none
     */
    public Optional<Network> network(String nameOrId) {
        return networks.stream()
                .filter(n -> n.name().equals(nameOrId))
                .findFirst()
                .or(() -> networks.stream().filter(n -> isId(nameOrId, n.id())).findFirst());
    }

    /**
     * Finds a container.
     *
     * @param nameOrId its name, its id, or the beginning of its id; a name goes before an id
     * @return the first that fits; empty if there is none
     */
    public Optional<Container> container(String nameOrId) {
        return containers.stream()
                .filter(c -> c.name().equals(nameOrId))
                .findFirst()
                .or(() ->
                        containers.stream().filter(c -> isId(nameOrId, c.id())).findFirst());
    }

    /**
     * Lists the containers that are connected to a network.
     *
     * @param network one of this snapshot
     * @return the containers in the snapshot's order, those that do not run included
     */
    public List<Container> on(Network network) {
        return containers.stream()
                .filter(c -> c.endpoints().stream().anyMatch(e -> e.networkId().equals(network.id())))
                .toList();
    }

    private static boolean isId(String given, String id) {
        return !given.isEmpty() && id.startsWith(given);
    }
}
