package porthole.network;

/**
 * A published port: what arrives on the host's port goes to the container's.
 *
 * @param hostAddress the host's address that listens: {@code 0.0.0.0}, {@code ::}, or one of its own
 * @param hostPort 1 to 65535
 * @param containerPort where it leads, with the protocol of both
 */
public record PortBinding(String hostAddress, int hostPort, Port containerPort) {
    /** The command line's form: {@code 0.0.0.0:81->80/tcp}. */
    @Override
    public String toString() {
        String address = hostAddress.contains(":") ? "[" + hostAddress + "]" : hostAddress;
        return address + ":" + hostPort + "->" + containerPort;
    }
}
