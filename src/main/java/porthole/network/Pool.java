package porthole.network;

import java.util.Optional;

/**
 * One range from which a network gives addresses (Docker: an IPAM config).
 *
 * @param subnet the range
 * @param gateway the address through which members leave; empty where the engine tells none
 * @param range the part of {@code subnet} that the engine hands out from; empty means all of it
 */
public record Pool(Subnet subnet, Optional<String> gateway, Optional<Subnet> range) {
    /** A pool of all of {@code subnet}. */
    public static Pool of(String subnet, String gateway) {
        return new Pool(Subnet.of(subnet), Optional.of(gateway), Optional.empty());
    }
}
