package porthole.network;

import porthole.display.Sentences;

/**
 * A port and its protocol.
 *
 * @param number 1 to 65535
 * @param protocol {@code tcp}, {@code udp} or {@code sctp}
 */
public record Port(int number, String protocol) implements Comparable<Port> {
    private static final Sentences SENTENCES = Sentences.of(Port.class);

    public Port {
        if (number < 1 || number > 65535) {
            throw new IllegalArgumentException(SENTENCES.say("port.range", number));
        }
        if (!protocol.equals("tcp") && !protocol.equals("udp") && !protocol.equals("sctp")) {
            throw new IllegalArgumentException(SENTENCES.say("port.protocol", protocol));
        }
    }

    /** A TCP port. */
    public static Port tcp(int number) {
        return new Port(number, "tcp");
    }

    @Override
    public int compareTo(Port other) {
        return number != other.number ? Integer.compare(number, other.number) : protocol.compareTo(other.protocol);
    }

    /** Docker's form: {@code 80/tcp}. */
    @Override
    public String toString() {
        return number + "/" + protocol;
    }
}
