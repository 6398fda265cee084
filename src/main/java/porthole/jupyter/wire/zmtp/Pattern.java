package porthole.jupyter.wire.zmtp;

import java.util.List;

/** What a kind of socket does with its connections. A listener calls it, and whoever finds a connection broken. */
public abstract sealed class Pattern permits Router, Publisher {
    Pattern() {}

    /** Its name in the handshake. */
    abstract String socketType();

    /** Whether a socket of that kind may connect to it. */
    abstract boolean suits(String socketType);

    /** The handshake of {@code connection} is done. By the listener's thread, as {@link #received}. */
    abstract void opened(Connection connection);

    abstract void received(Connection connection, List<byte[]> message);

    /** {@code connection} is no more. By any thread; also for one that was never opened. */
    abstract void closed(Connection connection);
}
