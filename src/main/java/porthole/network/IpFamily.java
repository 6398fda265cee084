package porthole.network;

import java.util.Optional;

/** The two versions of the Internet Protocol that a Docker network may have addresses of. */
public enum IpFamily {
    /** IPv4: 32-bit addresses, as in {@code 172.17.0.2}. */
    IPV4,

    /** IPv6: 128-bit addresses, as in {@code fd00::2}. */
    IPV6;

    /**
     * Tells the family of an address.
     *
     * @param address an IP address in numbers; it is not checked
     * @return {@code IPV6} if it contains a colon, else {@code IPV4}
     */
    public static IpFamily of(String address) {
        return address.contains(":") ? IPV6 : IPV4;
    }

    /** Gives the family's name as it is written: {@code IPv4} or {@code IPv6}. */
    public String text() {
        return this == IPV4 ? "IPv4" : "IPv6";
    }

    /** Gives the other family. */
    public IpFamily other() {
        return this == IPV4 ? IPV6 : IPV4;
    }

    /**
     * Gives the address of this family at an endpoint.
     *
     * @param endpoint a container's connection to a network
     * @return the address in numbers; empty if the network gives none of this family, or the container does not run
     */
    public Optional<String> of(Endpoint endpoint) {
        return this == IPV4 ? endpoint.address() : endpoint.address6();
    }

    /**
     * Gives the address of this family through which a network's members leave it.
     *
     * @param network the network
     * @return the address in numbers, on a bridge the host's own; empty if the network has none
     */
    public Optional<String> gateway(Network network) {
        return network.pools().stream()
                .filter(p -> p.subnet().isIPv6() == (this == IPV6))
                .findFirst()
                .flatMap(Pool::gateway);
    }
}
