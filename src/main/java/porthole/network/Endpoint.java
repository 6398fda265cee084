package porthole.network;

import java.util.List;
import java.util.Optional;

/**
 * One plug: where a container meets a network.
 *
 * @param id the endpoint's id; empty string while the container is not running
 * @param networkId the network's id
 * @param network the network's name
 * @param address IPv4; empty on {@code host}, {@code none}, and while the container is not running
 * @param address6 IPv6, in the form of RFC 5952: {@code fd00::2}
 * @param gateway the way out through this endpoint
 * @param mac the interface's hardware address
 * @param interfaceName {@code eth0}, {@code eth1}…, in the container's sandbox; empty where it is not known
 * @param aliases further names under which the network's DNS knows the container
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
        List<String> aliases) {
    public Endpoint {
        address6 = address6.map(Literal::canonical);
        aliases = List.copyOf(aliases);
    }

    /** An endpoint as a test writes it. */
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
