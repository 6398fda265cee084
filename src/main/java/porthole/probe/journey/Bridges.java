package porthole.probe.journey;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.network.Container;
import porthole.network.Network;

/**
 * Which bridge is which network's. Docker's lists tell it; of Podman, which names its bridges otherwise, the containers do
 * whose cables are plugged into them.
 */
record Bridges(List<Following.Side> sides, List<Lookout> lookouts) {
    /** The network whose bridge a device of a host is; empty where that is not known. */
    Optional<Network> network(Lookout host, String device) {
        return networks(host)
                .filter(n -> n.device().filter(device::equals).isPresent())
                .findFirst()
                .or(() -> only(networks(host)
                        .filter(n -> !isToldOf(host, n) && isPluggedInto(host, device, n))
                        .toList()));
    }

    /** The bridge behind which an address is; empty text where that is not known. */
    String device(Lookout host, String address) {
        Optional<Network> network = networks(host)
                .filter(n -> n.pools().stream()
                        .anyMatch(p -> p.subnet().isIPv6() == address.contains(":")
                                && p.subnet().contains(address)))
                .findFirst();
        return network.flatMap(Network::device)
                .filter(name -> hasLink(host, name))
                .or(() -> network.flatMap(n -> host.state().links().values().stream()
                        .map(NamespaceState.Link::master)
                        .filter(master -> !master.isEmpty())
                        .filter(master -> network(host, master).equals(Optional.of(n)))
                        .findFirst()))
                .orElse("");
    }

    private Stream<Network> networks(Lookout host) {
        return sides.stream().filter(s -> s.docker() == host.docker()).flatMap(s -> s.snapshot().networks().stream());
    }

    private static Optional<Network> only(List<Network> networks) {
        return networks.size() == 1 ? Optional.of(networks.get(0)) : Optional.empty();
    }

    private static boolean isToldOf(Lookout host, Network network) {
        return network.device().filter(name -> hasLink(host, name)).isPresent();
    }

    private static boolean hasLink(Lookout host, String name) {
        return host.state().links().values().stream().anyMatch(l -> l.name().equals(name));
    }

    /** Whether each container that is looked into and plugged into the device is on the network, and there is one. */
    private boolean isPluggedInto(Lookout host, String device, Network network) {
        List<Container> plugged = lookouts.stream()
                .filter(l -> !l.host && l.docker() == host.docker() && isPlugged(l, host, device))
                .flatMap(l -> container(l).stream())
                .toList();
        return !plugged.isEmpty()
                && plugged.stream().allMatch(c -> c.endpoint(network.name()).isPresent());
    }

    private static boolean isPlugged(Lookout container, Lookout host, String device) {
        return container.state().links().entrySet().stream().anyMatch(own -> {
            NamespaceState.Link end = host.state().link(own.getValue().peer());
            return end.peer() == own.getKey() && end.master().equals(device);
        });
    }

    private Optional<Container> container(Lookout lookout) {
        return sides.stream()
                .filter(s -> s.docker() == lookout.docker())
                .flatMap(s -> s.snapshot().container(lookout.where).stream())
                .findFirst();
    }
}
