package porthole.topology;

/**
 * From where to where a TCP packet goes, as its own headers say at one place on its way.
 *
 * @param source the IP address in its header that it comes from, in numbers
 * @param sourcePort 1 to 65535
 * @param destination the IP address in its header that it goes to, in numbers
 * @param destinationPort 1 to 65535
 */
public record PacketFlow(String source, int sourcePort, String destination, int destinationPort) {
    private static String end(String address, int port) {
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
    }

    /** Gives where it comes from: {@code 172.17.0.3:41234}, {@code [fd00::3]:41234}. */
    public String from() {
        return end(source, sourcePort);
    }

    /** Gives where it goes: {@code 172.17.0.2:80}. */
    public String to() {
        return end(destination, destinationPort);
    }

    /** Gives the flow of the packets that come back. */
    public PacketFlow back() {
        return new PacketFlow(
                /* source= */ destination,
                /* sourcePort= */ destinationPort,
                /* destination= */ source,
                /* destinationPort= */ sourcePort);
    }

    /** Gives both ends: {@code 172.17.0.3:41234 → 172.17.0.2:80}. */
    @Override
    public String toString() {
        return from() + " → " + to();
    }
}
