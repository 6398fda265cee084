package porthole.topology;

import java.util.Optional;
import porthole.network.Endpoint;
import porthole.network.Network;

/**
 * One endpoint, with the network that it is plugged into.
 *
 * @param network whose band it hangs from
 * @param endpoint interface and addresses
 */
public record Leg(Network network, Endpoint endpoint) {
    /** What a reader calls it by: IPv4, else IPv6; empty while the container is stopped. */
    public Optional<String> address() {
        return endpoint.address().or(endpoint::address6);
    }

    /** Whether its interface is as the engine has set it up, or was not looked at. */
    public boolean works() {
        return endpoint.works();
    }
}
