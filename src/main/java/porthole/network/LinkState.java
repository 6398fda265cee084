package porthole.network;

/**
 * What a look into a container's network namespace says of one of its interfaces: the engine keeps what it assigned,
 * whatever is done there with Linux's own commands.
 *
 * @param up whether the interface is there, and switched on
 * @param addressed whether it has the address that the engine assigned (the IPv4 one, if there is one)
 */
public record LinkState(boolean up, boolean addressed) {
    /** Whether it is on, and has its address. */
    public boolean works() {
        return up && addressed;
    }
}
