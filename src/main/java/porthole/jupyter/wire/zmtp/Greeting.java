package porthole.jupyter.wire.zmtp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;

/** The 64 bytes with which both ends begin: a signature, the version, the mechanism. */
final class Greeting {
    private static final int SIZE = 64;
    private static final byte MAJOR = 3;

    /** Of 3.0, so that a subscription comes as a message: from 3.1 on it is a command. */
    private static final byte MINOR = 0;

    private static final int MECHANISM_AT = 12;
    private static final int MECHANISM_SIZE = 20;
    private static final byte[] MECHANISM = "NULL".getBytes(US_ASCII);

    private final ByteBuffer theirs = ByteBuffer.allocate(SIZE);

    /** What this end says. */
    static ByteBuffer ours() {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE);
        bytes.put((byte) 0xFF).putLong(1).put((byte) 0x7F);
        bytes.put(MAJOR).put(MINOR).put(MECHANISM);
        return bytes.clear();
    }

    /**
     * Takes what belongs to the greeting out of {@code bytes}.
     *
     * @return whether it is complete
     * @throws ProtocolException as soon as it can be seen that it is none
     */
    boolean take(ByteBuffer bytes) throws ProtocolException {
        while (theirs.hasRemaining() && bytes.hasRemaining()) {
            int at = theirs.position();
            byte next = bytes.get();
            theirs.put(next);
            check(at, next);
        }
        return !theirs.hasRemaining();
    }

    private static void check(int at, byte next) throws ProtocolException {
        if ((at == 0 && next != (byte) 0xFF) || (at == 9 && next != 0x7F)) {
            throw new ProtocolException("it does not begin as ZeroMQ does");
        }
        if (at == 10 && next < MAJOR) {
            throw new ProtocolException("it speaks ZMTP " + next + ", and not " + MAJOR);
        }
        if (at >= MECHANISM_AT && at < MECHANISM_AT + MECHANISM_SIZE) {
            int i = at - MECHANISM_AT;
            if (next != (i < MECHANISM.length ? MECHANISM[i] : 0)) {
                throw new ProtocolException("it wants another mechanism of security than NULL");
            }
        }
    }
}
