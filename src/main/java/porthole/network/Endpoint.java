package porthole.network;

import java.util.List;
import java.util.Optional;

/**
 * The connection of one container to one network. Addresses are in numbers, without a prefix length.
 *
 * @param id the endpoint's id; empty text while the container does not run
 * @param networkId the network's id
 * @param network the network's name
 * @param address the IPv4 address, as in {@code 172.17.0.2}; empty with {@code host} and {@code none}, while the
 *     container does not run, and on a network without IPv4
 * @param address6 the IPv6 address in the form of RFC 5952, as in {@code fd00::2}; empty if there is none
 * @param gateway the IPv4 address through which packets leave the network here; empty if there is none
 * @param mac the interface's hardware address, as in {@code 02:42:ac:11:00:02}
 * @param interfaceName the interface in the container's namespace, as in {@code eth0}; empty if it is not known
 * @param aliases further names under which the network's DNS knows the container
 * @param seen what its interface is like in the container's namespace; empty if that was not looked at
 */
public record Endpoint(
        String id,
        String networkId,
        String network,
        Optional<String> address,
        Optional<String> address6,
        Optional<String> gateway,
        Optional<String> mac,
        Optional<String> interfaceName,
        List<String> aliases,
        Optional<LinkState> seen) {
    public Endpoint {
        address6 = address6.map(Literal::canonical);
        aliases = List.copyOf(aliases);
    }

    /** Makes an endpoint whose interface was not looked at. */
    public Endpoint(
            String id,
            String networkId,
            String network,
            Optional<String> address,
            Optional<String> address6,
            Optional<String> gateway,
            Optional<String> mac,
            Optional<String> interfaceName,
            List<String> aliases) {
        this(id, networkId, network, address, address6, gateway, mac, interfaceName, aliases, Optional.empty());
    }

    /**
     * Gives the same endpoint with what its interface is like.
     *
     * @param state what a look into the container's namespace says
     */
    public Endpoint seenAs(LinkState state) {
        return new Endpoint(
                id, networkId, network, address, address6, gateway, mac, interfaceName, aliases, Optional.of(state));
    }

    /** Whether its interface is as the engine has set it up, or was not looked at. */
    public boolean works() {
        return seen.map(LinkState::works).orElse(true);
    }

    /**
     * Makes an endpoint with an IPv4 address and without an id, as tests need it.
     *
     * @param network the network, whose IPv4 gateway it takes over
     * @param address the IPv4 address in numbers
     * @param interfaceName as in {@code eth0}
     */
    public static Endpoint of(Network network, String address, String interfaceName) {
        return new Endpoint(
                "",
                network.id(),
                network.name(),
                Optional.of(address),
                Optional.empty(),
                network.pool().flatMap(Pool::gateway),
                Optional.empty(),
                Optional.of(interfaceName),
                List.of());
    }
}
