package porthole.jupyter.wire;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import porthole.jupyter.protocol.Channel;

/**
 * The kernel's five sockets as ZeroMQ has them: messages are lists of frames, of which nobody here knows what they mean.
 * The sockets are bound as soon as there is a transport; what arrives before {@link #start} waits in them.
 */
public interface Transport {
    /** Makes the transport that a connection file asks for. */
    @FunctionalInterface
    interface Maker {
        /**
         * Binds the sockets.
         *
         * @param log takes one sentence for each connection that is dropped
         * @throws ConnectionException if a port is taken, or the connection file's keys are not a pair
         */
        Transport bind(ConnectionFile connection, Consumer<String> log) throws ConnectionException;
    }

    /** The kernel's own ZMTP, encrypted if the connection file has keys. */
    static Maker own() {
        return ZmtpTransport::new;
    }

    /** Takes what arrives, by a thread of the channel's own; must not throw. */
    @FunctionalInterface
    interface Receiver {
        /**
         * Takes one message.
         *
         * @param frames the route that leads back to who sent it, then what was sent
         */
        void receive(Channel channel, List<byte[]> frames);
    }

    /** Messages in a row that one front end has lost, and their bytes. */
    record Loss(int messages, long bytes) {}

    /**
     * Begins to receive.
     *
     * @param welcome the message that a new subscriber of a topic of iopub gets first
     */
    void start(Receiver receiver, Function<byte[], List<byte[]>> welcome);

    /** Sends all but the first of {@code frames} to whom the first one, a route, names; if there is nobody, nowhere. */
    void send(Channel channel, List<byte[]> frames);

    /** Sends a message of iopub to all who want it. By one thread, as {@link #offer}. */
    void publish(List<byte[]> frames);

    /**
     * Sends a message of iopub to those who want it and read; who does not read loses it.
     *
     * @param notice the message that tells of a loss that began with this one
     */
    void offer(List<byte[]> frames, Function<Loss, List<byte[]>> notice);

    /** Lets what was sent go out, for a second at most, and closes the sockets. By the thread that sends, or after it. */
    void close() throws InterruptedException;
}
