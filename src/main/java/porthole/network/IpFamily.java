package porthole.network;

import java.util.Optional;

/** The two versions of the Internet Protocol that a Docker network may have addresses of. */
public enum IpFamily {
    IPV4,
    IPV6;

    /** Of an address in numbers. */
    public static IpFamily of(String address) {
        return address.contains(":") ? IPV6 : IPV4;
    }

    /** As it is written: {@code IPv6}. */
    public String text() {
        return this == IPV4 ? "IPv4" : "IPv6";
    }

    /** The other one. */
    public IpFamily other() {
        return this == IPV4 ? IPV6 : IPV4;
    }

    /** The address of this family at an endpoint; empty if the network gives none, or the container does not run. */
    public Optional<String> of(Endpoint endpoint) {
        return this == IPV4 ? endpoint.address() : endpoint.address6();
    }

    /** The host's own address of this family on a bridge; empty if the network has none. */
    public Optional<String> gateway(Network network) {
        return network.pools().stream()
                .filter(p -> p.subnet().isIPv6() == (this == IPV6))
                .findFirst()
                .flatMap(Pool::gateway);
    }
}
