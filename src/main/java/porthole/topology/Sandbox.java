package porthole.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.IpFamily;
import porthole.network.Literal;
import porthole.network.Network;
import porthole.network.NetworkMode;
import porthole.network.Snapshot;

/**
 * Where a container stands: a network namespace with its plugs, its own or another's.
 *
 * @param owner the container whose sandbox it is; empty for the host's namespace
 * @param live whether it is there now
 * @param plugs in the order in which the engine prefers them: libnetwork takes the default route and asks the DNS of the
 *     networks that are not internal first, of these those that lead out for both families, then by name ({@code
 *     endpoint.Less}; seen on 20.10 and 28.5)
 */
record Sandbox(Optional<Container> owner, boolean live, List<Plug> plugs) {
    /** One plug. */
    record Plug(Network network, Endpoint endpoint) {
        boolean has(IpFamily family) {
            return family.of(endpoint).isPresent();
        }

        /** Whether its interface is off, or without its address; as far as it was looked at. */
        boolean isCut(IpFamily family) {
            boolean looked = family == IpFamily.IPV4 || endpoint.address().isEmpty();
            return endpoint.seen()
                    .filter(s -> !s.up() || (looked && !s.addressed()))
                    .isPresent();
        }

        /** Whether packets can leave and arrive there. */
        boolean carries(IpFamily family) {
            return has(family) && !isCut(family);
        }

        /** Whether it has an address and a gateway of both families. */
        private boolean leadsBoth() {
            return has(IpFamily.IPV4)
                    && has(IpFamily.IPV6)
                    && (endpoint.gateway().isPresent()
                            || IpFamily.IPV4.gateway(network).isPresent())
                    && IpFamily.IPV6.gateway(network).isPresent();
        }
    }

    static final Sandbox HOST = new Sandbox(Optional.empty(), true, List.of());

    static Sandbox of(Snapshot snapshot, Container container) {
        Container owner = container;
        Set<String> seen = new HashSet<>();
        boolean live = Topology.isLive(container);
        while (owner.mode() instanceof NetworkMode.OfContainer shared && seen.add(owner.id())) {
            Optional<Container> next = snapshot.container(shared.container());
            if (next.isEmpty() || !Topology.isLive(next.get())) {
                // Whose owner has ended keeps its namespace, but nothing is plugged in there any more.
                return new Sandbox(Optional.of(container), live, List.of());
            }
            owner = next.get();
        }
        return owner.mode() instanceof NetworkMode.Host
                ? new Sandbox(Optional.empty(), live, List.of())
                : new Sandbox(Optional.of(owner), live, plugs(snapshot, owner));
    }

    private static List<Plug> plugs(Snapshot snapshot, Container owner) {
        List<Plug> plugs = new ArrayList<>();
        for (Endpoint endpoint : owner.endpoints()) {
            snapshot.networks().stream()
                    .filter(n -> n.id().equals(endpoint.networkId()))
                    .findFirst()
                    .ifPresent(network -> plugs.add(new Plug(network, endpoint)));
        }
        plugs.sort(Comparator.comparing((Plug p) -> p.network().internal())
                .thenComparing(p -> !p.leadsBoth())
                .thenComparing(p -> p.network().name()));
        return List.copyOf(plugs);
    }

    boolean isHost() {
        return owner.isEmpty();
    }

    boolean same(Sandbox other) {
        return owner.map(Container::id).equals(other.owner.map(Container::id));
    }

    Optional<Plug> on(Network network) {
        return plugs.stream().filter(p -> p.network().id().equals(network.id())).findFirst();
    }

    /** The plug that has this address. */
    Optional<Plug> at(String address) {
        IpFamily family = IpFamily.of(address);
        String wanted = Literal.canonical(address);
        return plugs.stream()
                .filter(p -> family.of(p.endpoint())
                        .map(Literal::canonical)
                        .filter(wanted::equals)
                        .isPresent())
                .findFirst();
    }
}
