package porthole.topology;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import porthole.network.Container;
import porthole.network.IpFamily;
import porthole.network.Literal;
import porthole.network.NetworkMode;
import porthole.network.Port;
import porthole.network.PortBinding;
import porthole.network.Snapshot;

/** The published ports of an engine. */
final class Doors {
    private static final Set<String> ALL_OF_IPV4 = Set.of("", "0.0.0.0");

    /** One binding, and the container to which it leads. */
    record Door(PortBinding binding, Container container) {
        Port port() {
            return binding.containerPort();
        }

        /**
         * Where it leads: to the container's address on the network of its default route. An IPv6 binding leads to the
         * IPv6 address where there is one, else to the IPv4 one, by docker-proxy.
         */
        Optional<String> behind(Sandbox target, IpFamily family, Rules rules) {
            return target.plugs().stream()
                    .filter(p -> Rules.isBridge(p.network()))
                    .filter(p -> rules.internalHasRoute() || !p.network().internal())
                    .findFirst()
                    .flatMap(p -> family.of(p.endpoint()).or(() -> p.endpoint().address()));
        }

        boolean takes(String address, Port wanted) {
            IpFamily family = IpFamily.of(address);
            String own = binding.hostAddress();
            boolean any = own.isEmpty() || own.equals(family == IpFamily.IPV4 ? "0.0.0.0" : "::");
            return binding.hostPort() == wanted.number()
                    && port().protocol().equals(wanted.protocol())
                    && (any || Literal.canonical(own).equals(Literal.canonical(address)));
        }
    }

    private final List<Door> doors = new ArrayList<>();

    Doors(Snapshot snapshot) {
        for (Container container : snapshot.containers()) {
            // The engine keeps no binding in host mode, whatever was asked for.
            if (Topology.isLive(container) && !(container.mode() instanceof NetworkMode.Host)) {
                container.ports().forEach(binding -> doors.add(new Door(binding, container)));
            }
        }
    }

    Optional<Door> at(String address, Port port) {
        return doors.stream().filter(d -> d.takes(address, port)).findFirst();
    }

    List<Published> of(List<Container> some) {
        Set<Published> all = new LinkedHashSet<>();
        for (Door door : doors) {
            if (some.stream().anyMatch(c -> c.id().equals(door.container().id()))) {
                all.add(published(door));
            }
        }
        return List.copyOf(all);
    }

    /**
     * As it is told. A port for IPv6 that has no twin for IPv4 keeps its address: another container may have the same
     * number for IPv4, since 20.10 draws a host port for each family.
     */
    private Published published(Door door) {
        String own = door.binding().hostAddress();
        boolean both = own.equals(Published.ALL_OF_IPV6) && doors.stream().anyMatch(other -> twins(door, other));
        Optional<String> address = Optional.of(own).filter(a -> !both && !ALL_OF_IPV4.contains(a));
        return new Published(address, door.binding().hostPort(), door.port(), Optional.empty());
    }

    private static boolean twins(Door six, Door four) {
        return ALL_OF_IPV4.contains(four.binding().hostAddress())
                && four.container().id().equals(six.container().id())
                && four.binding().hostPort() == six.binding().hostPort()
                && four.port().equals(six.port());
    }

    private Stream<Door> behind(Published published) {
        return doors.stream().filter(d -> published(d).equals(published));
    }

    /** Whose published port it is. */
    Optional<Container> owner(Published published) {
        return behind(published).map(Door::container).findFirst();
    }

    /** For which families a published port has a binding. */
    List<IpFamily> families(Published published) {
        return behind(published)
                .map(d -> IpFamily.of(d.binding().hostAddress()))
                .distinct()
                .sorted()
                .toList();
    }

    /** The host's own addresses for a port that is published on all. */
    List<String> loopbacks(Published published) {
        return families(published).stream()
                .map(family -> family == IpFamily.IPV4 ? "127.0.0.1" : "::1")
                .toList();
    }
}
