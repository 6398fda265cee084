package porthole.probe.why;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.Network;
import porthole.network.NetworkMode;
import porthole.network.Pool;
import porthole.network.Scope;
import porthole.network.Snapshot;

/**
 * Some commands, and what the engine would be after them.
 *
 * @param snapshot the engine then
 * @param mend the commands
 */
record Plan(Snapshot snapshot, Remedy mend) {
    /** Addresses for benchmarks (RFC 2544), which no network of the engine has: they stand for those that it will choose. */
    private static final String RANGE = "198.18.0.";

    static Plan none(Snapshot snapshot) {
        return new Plan(snapshot, Remedy.none());
    }

    private Plan then(Snapshot after, Remedy next) {
        return new Plan(after, mend.then(next));
    }

    private Container now(Container container) {
        return snapshot.container(container.id()).orElse(container);
    }

    /** Whether a container can be plugged in anywhere: not one that shares the host's or another's namespace. */
    static boolean movable(Container container) {
        return !(container.mode() instanceof NetworkMode.Host)
                && !(container.mode() instanceof NetworkMode.OfContainer);
    }

    /** Whether the engine plugs containers into a network on demand. */
    static boolean open(Network network) {
        return switch (network.driver()) {
            case "host", "null" -> false;
            case "overlay" -> network.attachable();
            default -> !network.ingress();
        };
    }

    /** The container joins the network; it leaves none before, which the engine demands. */
    Plan connect(Network network, Container container) {
        Container joining = now(container);
        if (joining.endpoints().stream().anyMatch(e -> e.networkId().equals(network.id()))) {
            return this;
        }
        boolean alone = joining.mode() instanceof NetworkMode.None
                && joining.endpoints().isEmpty();
        Plan before = alone ? then(snapshot, Remedy.disconnect("none", joining.name())) : this;
        List<Endpoint> plugs = new ArrayList<>(joining.endpoints());
        plugs.add(endpoint(network, plugs.size() + snapshot.containers().indexOf(joining)));
        return before.then(with(joining, plugs), Remedy.connect(network.name(), joining.name()));
    }

    Plan disconnect(Network network, Container container) {
        Container leaving = now(container);
        List<Endpoint> plugs = leaving.endpoints().stream()
                .filter(e -> !e.networkId().equals(network.id()))
                .toList();
        return plugs.size() == leaving.endpoints().size()
                ? this
                : then(with(leaving, plugs), Remedy.disconnect(network.name(), leaving.name()));
    }

    /** A new network, and what is then done with it. */
    Plan create(String name, UnaryOperator<Plan> then) {
        Network network = network(name);
        List<Network> networks = new ArrayList<>(snapshot.networks());
        networks.add(network);
        return then.apply(then(new Snapshot(snapshot.host(), networks, snapshot.containers()), Remedy.create(name)));
    }

    static Network network(String name) {
        return new Network(
                "new " + name,
                name,
                "bridge",
                Scope.LOCAL,
                Instant.MAX,
                List.of(Pool.of(RANGE + "0/24", RANGE + "1")),
                false,
                false,
                false,
                Map.of(),
                Map.of());
    }

    /** How many containers meet one that was not on a network with them before. */
    long exposed(Snapshot before) {
        return snapshot.containers().stream()
                .flatMap(c -> c.endpoints().stream()
                        .filter(e -> isNew(e, before.container(c.id())))
                        .flatMap(e -> snapshot.containers().stream()
                                .filter(other -> !other.id().equals(c.id()) && isOn(other, e))))
                .count();
    }

    private static boolean isNew(Endpoint endpoint, Optional<Container> before) {
        return before.stream().noneMatch(c -> isOn(c, endpoint));
    }

    private static boolean isOn(Container container, Endpoint endpoint) {
        return container.endpoints().stream().anyMatch(e -> e.networkId().equals(endpoint.networkId()));
    }

    private Snapshot with(Container container, List<Endpoint> plugs) {
        List<Container> containers = snapshot.containers().stream()
                .map(c -> c.id().equals(container.id()) ? c.on(plugs) : c)
                .toList();
        return new Snapshot(snapshot.host(), snapshot.networks(), containers);
    }

    private static Endpoint endpoint(Network network, int number) {
        Optional<Pool> six =
                network.pools().stream().filter(p -> p.subnet().isIPv6()).findFirst();
        Optional<String> four = network.pool()
                .map(p -> network.id().startsWith("new ")
                        ? RANGE + (2 + number)
                        : p.subnet().last());
        return new Endpoint(
                "new",
                network.id(),
                network.name(),
                four,
                six.map(p -> p.subnet().last()),
                network.pool().flatMap(Pool::gateway),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
