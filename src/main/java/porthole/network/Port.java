package porthole.network;

import porthole.display.Sentences;

/**
 * A port of a container or of the host and its protocol, as in {@code 80/tcp}; ordered by number, then by protocol.
 *
 * @param number 1 to 65535
 * @param protocol {@code tcp}, {@code udp} or {@code sctp}
 */
public record Port(int number, String protocol) implements Comparable<Port> {
    private static final Sentences SENTENCES = Sentences.of(Port.class);

    /**
     * A port of the given protocol.
     *
     * @throws IllegalArgumentException with a sentence if the number or the protocol is not one of those
     */
    public Port {
        if (number < 1 || number > 65535) {
            throw new IllegalArgumentException(SENTENCES.say("port.range", number));
        }
        if (!protocol.equals("tcp") && !protocol.equals("udp") && !protocol.equals("sctp")) {
            throw new IllegalArgumentException(SENTENCES.say("port.protocol", protocol));
        }
    }

    /**
     * A TCP port.
     *
     * @param number 1 to 65535
     * @throws IllegalArgumentException with a sentence if {@code number} is out of that range
     */
    public static Port tcp(int number) {
        return new Port(number, "tcp");
    }

    @Override
    public int compareTo(Port other) {
        return number != other.number ? Integer.compare(number, other.number) : protocol.compareTo(other.protocol);
    }

    /** Gives the port as Docker writes it: {@code 80/tcp}. */
    @Override
    public String toString() {
        return number + "/" + protocol;
    }
}
