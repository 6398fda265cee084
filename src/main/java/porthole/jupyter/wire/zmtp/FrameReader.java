package porthole.jupyter.wire.zmtp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;

/** Cuts what comes from one connection into frames. */
final class FrameReader {
    private static final Sentences SENTENCES = Sentences.of(FrameReader.class);

    /** Room for a frame's body grows with what has come: a length alone costs nothing. */
    private static final int FIRST_ROOM = 64 * 1024;

    private static final int KNOWN_FLAGS = Frame.MORE | Frame.LONG | Frame.COMMAND;

    private final ByteBuffer head = ByteBuffer.allocate(1 + Long.BYTES);
    private byte @Nullable [] body;
    private long size;
    private int filled;

    /**
     * The next frame, or {@code null} where {@code bytes} end before it does.
     *
     * @param limit the longest that it may be, in bytes
     */
    @Nullable
    Frame next(ByteBuffer bytes, long limit) throws ProtocolException {
        if (body == null && !begin(bytes, limit)) {
            return null;
        }
        byte[] room = java.util.Objects.requireNonNull(body);
        while (filled < size && bytes.hasRemaining()) {
            if (filled == room.length) {
                room = Arrays.copyOf(room, (int) Math.min(size, 2L * room.length));
                body = room;
            }
            int count = Math.min(room.length - filled, bytes.remaining());
            bytes.get(room, filled, count);
            filled += count;
        }
        if (filled < size) {
            return null;
        }
        int flags = head.get(0);
        head.clear();
        body = null;
        return new Frame((flags & Frame.MORE) != 0, (flags & Frame.COMMAND) != 0, room);
    }

    private boolean begin(ByteBuffer bytes, long limit) throws ProtocolException {
        while (bytes.hasRemaining() && !isHeadComplete()) {
            head.put(bytes.get());
        }
        if (!isHeadComplete()) {
            return false;
        }
        if ((head.get(0) & ~KNOWN_FLAGS) != 0) {
            throw new ProtocolException(SENTENCES.say("peer.flags", head.get(0) & 0xFF));
        }
        size = isLong() ? head.getLong(1) : head.get(1) & 0xFF;
        if (size < 0 || size > limit) {
            throw new ProtocolException(SENTENCES.say("peer.long", Long.toUnsignedString(size), limit));
        }
        filled = 0;
        body = new byte[(int) Math.min(size, FIRST_ROOM)];
        return true;
    }

    private boolean isHeadComplete() {
        return head.position() >= 2 && (!isLong() || !head.hasRemaining());
    }

    private boolean isLong() {
        return (head.get(0) & Frame.LONG) != 0;
    }
}
