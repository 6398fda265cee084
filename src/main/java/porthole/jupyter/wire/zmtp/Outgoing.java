package porthole.jupyter.wire.zmtp;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * A message on its way out, perhaps over several connections.
 *
 * @param plain its bytes as the mechanism NULL sends them, made once for all connections
 */
public record Outgoing(List<byte[]> frames, ByteBuffer plain) {
    static Outgoing of(List<byte[]> frames) {
        return new Outgoing(frames, Frame.message(frames));
    }

    /** Bytes of the whole message. */
    int size() {
        return plain.remaining();
    }
}
