package porthole.probe.journey;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.network.Network;

/** Which bridge is which network's, as the engines tell it. */
record Bridges(List<Following.Side> sides) {
    /** The network whose bridge a device of a host is; empty where that is not known. */
    Optional<Network> network(Lookout host, String device) {
        return networks(host)
                .filter(n -> n.device().filter(device::equals).isPresent())
                .findFirst();
    }

    /** The bridge behind which an address is; empty text where that is not known. */
    String device(Lookout host, String address) {
        return networks(host)
                .filter(n -> n.pools().stream()
                        .anyMatch(p -> p.subnet().isIPv6() == address.contains(":")
                                && p.subnet().contains(address)))
                .findFirst()
                .flatMap(Network::device)
                .filter(name -> hasLink(host, name))
                .orElse("");
    }

    private Stream<Network> networks(Lookout host) {
        return sides.stream().filter(s -> s.docker() == host.docker()).flatMap(s -> s.snapshot().networks().stream());
    }

    private static boolean hasLink(Lookout host, String name) {
        return host.state().links().values().stream().anyMatch(l -> l.name().equals(name));
    }
}
