package porthole.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.NetworkMode;
import porthole.network.Port;
import porthole.network.PortBinding;
import porthole.network.Snapshot;

/** Which part of a snapshot a topology shows, by ids. */
final class Selection {
    private static final Set<String> ALL_OF_IPV4 = Set.of("", "0.0.0.0");

    private final Snapshot snapshot;
    private final Set<String> networks = new LinkedHashSet<>();
    private final Set<String> containers = new LinkedHashSet<>();
    private int stopped;

    private Selection(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    static Selection everything(Snapshot snapshot) {
        Selection all = new Selection(snapshot);
        snapshot.networks().stream().filter(Topology::isBand).forEach(n -> all.networks.add(n.id()));
        for (Container container : snapshot.containers()) {
            if (Topology.isLive(container)) {
                all.containers.add(container.id());
            } else {
                all.stopped++;
            }
        }
        return all;
    }

    static Selection named(Snapshot snapshot, Collection<String> names, boolean strict) {
        Selection some = new Selection(snapshot);
        for (String name : names) {
            Optional<Network> network = snapshot.network(name);
            Optional<Container> container = snapshot.container(name);
            if (strict && network.isEmpty() && container.isEmpty()) {
                throw new IllegalArgumentException(TopologyNames.unknown(snapshot, name));
            }
            network.ifPresent(some::bring);
            container.ifPresent(some::bring);
        }
        return some;
    }

    private void bring(Network network) {
        if (Topology.isBand(network)) {
            networks.add(network.id());
        }
        snapshot.containers().stream()
                .filter(Topology::isLive)
                .filter(c -> isOn(c, network))
                .forEach(c -> containers.add(c.id()));
    }

    private static boolean isOn(Container container, Network network) {
        return switch (network.driver()) {
            case "host" -> container.mode() instanceof NetworkMode.Host;
            case "null" -> container.mode() instanceof NetworkMode.None;
            default ->
                container.endpoints().stream().anyMatch(e -> e.networkId().equals(network.id()));
        };
    }

    private void bring(Container container) {
        containers.add(container.id());
        container.endpoints().forEach(e -> networks.add(e.networkId()));
        owner(container).filter(o -> !containers.contains(o.id())).ifPresent(this::bring);
    }

    private Optional<Container> owner(Container container) {
        return container.mode() instanceof NetworkMode.OfContainer shared
                ? snapshot.container(shared.container())
                : Optional.empty();
    }

    Topology topology() {
        List<Network> bands = snapshot.networks().stream()
                .filter(n -> networks.contains(n.id()) && Topology.isBand(n))
                .toList();
        Map<String, List<Container>> sidecars = sidecars();
        Set<String> joined = new LinkedHashSet<>();
        sidecars.values().forEach(list -> list.forEach(c -> joined.add(c.id())));
        List<Box> boxes = snapshot.containers().stream()
                .filter(c -> containers.contains(c.id()) && !joined.contains(c.id()))
                .map(c -> box(c, bands, sidecars.getOrDefault(c.id(), List.of())))
                .toList();
        return new Topology(snapshot, bands, boxes, stopped);
    }

    /** Owner's id to those who share its sandbox. Who shares with a sharer joins under the same owner. */
    private Map<String, List<Container>> sidecars() {
        Map<String, List<Container>> sidecars = new LinkedHashMap<>();
        for (Container container : snapshot.containers()) {
            Optional<Container> owner = owner(container);
            while (owner.flatMap(this::owner).isPresent()) {
                owner = owner.flatMap(this::owner);
            }
            owner.filter(o -> containers.contains(o.id()))
                    .filter(o -> Topology.isLive(o) && Topology.isLive(container))
                    .ifPresent(o -> sidecars.computeIfAbsent(o.id(), id -> new ArrayList<>())
                            .add(container));
        }
        return sidecars;
    }

    private Box box(Container container, List<Network> bands, List<Container> sidecars) {
        List<Leg> legs = new ArrayList<>();
        for (Network band : bands) {
            container.endpoints().stream()
                    .filter(e -> e.networkId().equals(band.id()))
                    .findFirst()
                    .ifPresent(e -> legs.add(new Leg(band, e)));
        }
        List<String> elsewhere = container.endpoints().stream()
                .filter(e -> bands.stream().noneMatch(b -> b.id().equals(e.networkId())))
                .map(e -> e.network())
                .toList();
        Standing standing = standing(container);
        List<Published> ports = standing == Standing.ATTACHED ? published(container, legs) : List.of();
        return new Box(container, standing, legs, ports, sidecars, elsewhere);
    }

    private static Standing standing(Container container) {
        if (!Topology.isLive(container)) {
            return Standing.STOPPED;
        }
        if (container.mode() instanceof NetworkMode.Host) {
            return Standing.HOST;
        }
        if (container.mode() instanceof NetworkMode.OfContainer) {
            return Standing.BORROWED;
        }
        return container.endpoints().isEmpty() ? Standing.ALONE : Standing.ATTACHED;
    }

    /** A port on all addresses is one for both families; one for IPv6 alone keeps its {@code ::}. */
    private static List<Published> published(Container container, List<Leg> legs) {
        record Key(String address, int hostPort, Port containerPort) {}
        Set<Key> keys = new LinkedHashSet<>();
        for (PortBinding binding : container.ports()) {
            String address = ALL_OF_IPV4.contains(binding.hostAddress()) ? "" : binding.hostAddress();
            keys.add(new Key(address, binding.hostPort(), binding.containerPort()));
        }
        keys.removeIf(k -> k.address().equals(Published.ALL_OF_IPV6)
                && keys.contains(new Key("", k.hostPort(), k.containerPort())));
        Optional<Network> through = gatewayNetwork(legs);
        return keys.stream()
                .sorted(Comparator.comparing(Key::hostPort)
                        .thenComparing(Key::containerPort)
                        .thenComparing(Key::address))
                .map(k -> new Published(
                        Optional.of(k.address()).filter(a -> !a.isEmpty()), k.hostPort(), k.containerPort(), through))
                .toList();
    }

    /**
     * The network whose bridge does a container's port mapping: libnetwork takes the endpoint that gives the default
     * route, which is the first by name among those that are not internal.
     */
    private static Optional<Network> gatewayNetwork(List<Leg> legs) {
        return legs.stream().map(Leg::network).filter(n -> !n.internal()).min(Comparator.comparing(Network::name));
    }
}
