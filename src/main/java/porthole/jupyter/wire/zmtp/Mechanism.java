package porthole.jupyter.wire.zmtp;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * ZMTP's security mechanism at this end of one connection: the handshake after both greetings, and what is done to the
 * bytes of every message after it. Commands and messages that come are given to it by the listener's thread; whoever
 * sends calls {@link #seal} while it holds the connection, so that what is sealed first goes out first.
 *
 * @see <a href="https://rfc.zeromq.org/spec/23/">ZMTP 3.0</a>
 */
public interface Mechanism {
    /** Makes the mechanism of each connection of a listener. */
    interface Maker {
        /** Its name in the greeting, in at most 20 letters of ASCII. */
        String name();

        /** Whether this end is the one that proves who it is, as the greeting says. */
        boolean isServer();

        /**
         * What is wrong with a connection whose other end wants another mechanism.
         *
         * @param theirs its name; empty if it is not a name
         */
        ProtocolException refusal(String theirs);

        /**
         * The mechanism of a new connection.
         *
         * @param socketType of this end, as {@code ROUTER}
         */
        Mechanism of(String socketType);
    }

    /** The frame that this end sends as soon as both greetings are there; {@code null} if it waits for the other end. */
    @Nullable
    Frame first();

    /**
     * Takes a command of the handshake.
     *
     * @return the command to answer with, if there is one
     * @throws ProtocolException if it does not fit, or proves that the other end has other keys
     */
    @Nullable
    Frame take(Frame command) throws ProtocolException;

    /** What the other end has said of itself; {@code null} until the handshake is done. */
    @Nullable
    Ready peer();

    /** A frame as it was before the other end sealed it. */
    Frame open(Frame sealed) throws ProtocolException;

    /** The bytes of a message that goes out. */
    ByteBuffer seal(Outgoing message);

    /** The bytes of a command that goes out after the handshake. */
    ByteBuffer seal(Frame command);
}
