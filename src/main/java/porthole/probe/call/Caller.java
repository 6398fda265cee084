package porthole.probe.call;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.engine.api.EngineException;
import porthole.engine.sandbox.Guest;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.NetworkMode;
import porthole.network.Snapshot;
import porthole.topology.TopologyNames;

/**
 * Who calls.
 *
 * @param name the container's name, or {@link #HOST}
 * @param container empty for the engine's host
 */
public record Caller(String name, Optional<Container> container) {
    /** The word for the engine's own machine. */
    public static final String HOST = "host";

    /**
     * The container of that name, or the host.
     *
     * @throws EngineException where there is none, with the nearest that is
     */
    public static Caller of(Snapshot snapshot, String name) {
        Optional<Container> container = snapshot.container(name);
        if (container.isEmpty() && name.equals(HOST)) {
            return new Caller(HOST, container);
        }
        return new Caller(container.map(Container::name).orElseThrow(() -> unknown(snapshot, name)), container);
    }

    public static EngineException unknown(Snapshot snapshot, String name) {
        return new EngineException(TopologyNames.unknownContainer(snapshot, name));
    }

    /** Of a name to call that is neither a container's nor an alias. */
    public static EngineException unknownCallee(Snapshot snapshot, String name) {
        return new EngineException(TopologyNames.unknownCallee(snapshot, name));
    }

    /** Whether it uses the host's own interfaces. */
    public boolean onHost(Snapshot snapshot) {
        return container
                .map(c -> sandbox(snapshot, c).mode() instanceof NetworkMode.Host)
                .orElse(true);
    }

    public Guest guest() {
        return container.map(Guest::of).orElseGet(Guest::ofHost);
    }

    /** The container itself, or the one whose sandbox it shares. */
    public static Container sandbox(Snapshot snapshot, Container container) {
        return container.mode() instanceof NetworkMode.OfContainer shared
                ? snapshot.container(shared.container())
                        .filter(owner -> !owner.id().equals(container.id()))
                        .map(owner -> sandbox(snapshot, owner))
                        .orElse(container)
                : container;
    }

    /** The networks that a container is plugged into, by way of its sandbox. */
    public static List<Network> networks(Snapshot snapshot, Container container) {
        return sandbox(snapshot, container).endpoints().stream()
                .flatMap(e -> snapshot.network(e.networkId()).stream())
                .toList();
    }

    /** Networks that lead out of the host. */
    public Stream<Network> waysOut(Snapshot snapshot) {
        return container.stream().flatMap(c -> networks(snapshot, c).stream()).filter(n -> !n.internal());
    }
}
