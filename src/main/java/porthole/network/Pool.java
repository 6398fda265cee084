package porthole.network;

import java.util.Optional;

/**
 * A range from which a network gives out addresses; Docker calls it an IPAM config.
 *
 * @param subnet the range of the network
 * @param gateway the address through which members leave the network, in numbers; empty if the engine gives none
 * @param range the part of {@code subnet} from which the engine gives out addresses; empty if it uses all of it
 */
public record Pool(Subnet subnet, Optional<String> gateway, Optional<Subnet> range) {
    /**
     * Makes a range that is used as a whole.
     *
     * @param subnet in CIDR form, as in {@code 10.9.0.0/24}
     * @param gateway an address in numbers
     * @throws IllegalArgumentException if {@code subnet} is not a valid subnet
     */
    public static Pool of(String subnet, String gateway) {
        return new Pool(Subnet.of(subnet), Optional.of(gateway), Optional.empty());
    }
}
