package porthole.network;

/**
 * A published port: what arrives at the host's port is passed on to the container's.
 *
 * @param hostAddress the address of the host on which the port is open, in numbers: {@code 0.0.0.0} or {@code ::} for
 *     all, or one of its own
 * @param hostPort 1 to 65535
 * @param containerPort the port of the container, with the protocol of both
 */
public record PortBinding(String hostAddress, int hostPort, Port containerPort) {
    /** Gives the binding as {@code docker ps} writes it: {@code 0.0.0.0:81->80/tcp}. */
    @Override
    public String toString() {
        String address = hostAddress.contains(":") ? "[" + hostAddress + "]" : hostAddress;
        return address + ":" + hostPort + "->" + containerPort;
    }
}
