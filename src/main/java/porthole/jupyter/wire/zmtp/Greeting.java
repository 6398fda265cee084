package porthole.jupyter.wire.zmtp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import porthole.display.Sentences;

/** The 64 bytes with which both ends begin: a signature, the version, the mechanism. */
final class Greeting {
    private static final Sentences SENTENCES = Sentences.of(Greeting.class);

    private static final int SIZE = 64;
    private static final byte MAJOR = 3;

    /** Of 3.0, so that a subscription comes as a message: from 3.1 on it is a command. */
    private static final byte MINOR = 0;

    private static final int MECHANISM_AT = 12;
    private static final int MECHANISM_SIZE = 20;

    private final ByteBuffer theirs = ByteBuffer.allocate(SIZE);
    private final Mechanism.Maker mechanism;

    /** @param mechanism that both ends must name */
    Greeting(Mechanism.Maker mechanism) {
        this.mechanism = mechanism;
    }

    /**
     * What this end says first: all of it with NULL. A server of another mechanism names it only to who has named his own:
     * libzmq hangs up on a mechanism that is not its own before it has said which that is.
     */
    ByteBuffer opening() {
        return mechanism.isServer() ? ours().limit(MECHANISM_AT) : ours();
    }

    /** What this end says when {@link #take} is complete; may be empty. */
    ByteBuffer rest() {
        return mechanism.isServer() ? ours().position(MECHANISM_AT) : ours().position(SIZE);
    }

    private ByteBuffer ours() {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE);
        bytes.put((byte) 0xFF).putLong(1).put((byte) 0x7F);
        bytes.put(MAJOR).put(MINOR).put(mechanismField()).put((byte) (mechanism.isServer() ? 1 : 0));
        return bytes.clear();
    }

    private byte[] mechanismField() {
        return Arrays.copyOf(mechanism.name().getBytes(US_ASCII), MECHANISM_SIZE);
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

    private void check(int at, byte next) throws ProtocolException {
        if ((at == 0 && next != (byte) 0xFF) || (at == 9 && next != 0x7F)) {
            throw new ProtocolException(SENTENCES.say("peer.greeting"));
        }
        if (at == 10 && next < MAJOR) {
            throw new ProtocolException(SENTENCES.say("peer.version", next, MAJOR));
        }
        if (at == MECHANISM_AT + MECHANISM_SIZE - 1) {
            byte[] field = Arrays.copyOfRange(theirs.array(), MECHANISM_AT, MECHANISM_AT + MECHANISM_SIZE);
            if (!Arrays.equals(field, mechanismField())) {
                String name = new String(field, US_ASCII).trim();
                throw mechanism.refusal(name.matches("[A-Z]+") ? name : "");
            }
        }
    }
}
