package porthole.jupyter.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Gives a connection an identity that no other one has, in the handshake that a client begins with.
 *
 * <p>Jupyter's client takes its session's name for identity, and whoever manages a kernel has a connection to its control
 * channel beside that of the page. Of two connections of one identity a ROUTER serves one: the newer, which throws the
 * older out, which connects again and throws the newer out; what is sent meanwhile is lost. On the control channel
 * nothing needs the identity but the reply, so there each connection gets its own.
 *
 * <p>The handshake is that of <a href="https://rfc.zeromq.org/spec/23/">ZMTP 3</a>: a greeting of 64 bytes, then the
 * command READY with the property {@code Identity}. Older ones pass as they are.
 */
final class Renaming implements Bridge.Passage {
    private static final int GREETING = 64;
    private static final int MAJOR_VERSION = 10;
    private static final int LONG = 2;
    private static final int COMMAND = 4;
    private static final int LONGEST = 4_096;
    private static final byte[] READY = "\u0005READY".getBytes(US_ASCII);

    private final byte[] identity;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private int greeted;
    private boolean done;

    /** @param identity of 1 to 255 bytes, the first of them not 0 */
    Renaming(byte[] identity) {
        this.identity = identity.clone();
    }

    @Override
    public ByteBuffer pass(ByteBuffer bytes) {
        if (done) {
            return bytes;
        }
        ByteArrayOutputStream passed = new ByteArrayOutputStream();
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (done) {
                passed.write(next);
            } else if (greeted < GREETING) {
                done = greeted == MAJOR_VERSION && next < 3;
                greeted++;
                passed.write(next);
            } else {
                held.write(next);
                decide(passed);
            }
        }
        return ByteBuffer.wrap(passed.toByteArray());
    }

    private void decide(ByteArrayOutputStream passed) {
        byte[] frame = held.toByteArray();
        int head = (frame[0] & LONG) == 0 ? 2 : 9;
        if ((frame[0] & COMMAND) != 0 && frame.length < head) {
            return;
        }
        long size = (frame[0] & COMMAND) == 0 ? 0 : size(frame, head);
        boolean fits = size > 0 && size <= LONGEST;
        if (fits && frame.length < head + size) {
            return;
        }
        done = true;
        byte[] body = Arrays.copyOfRange(frame, head, frame.length);
        passed.writeBytes(
                fits && Arrays.equals(READY, 0, READY.length, body, 0, Math.min(READY.length, body.length))
                        ? framed(renamed(body))
                        : frame);
    }

    private static long size(byte[] frame, int head) {
        return head == 2
                ? frame[1] & 0xFF
                : ByteBuffer.wrap(frame, 1, Long.BYTES).getLong();
    }

    private static byte[] framed(byte[] body) {
        ByteBuffer frame = ByteBuffer.allocate(9 + body.length);
        return frame.put((byte) (COMMAND | LONG)).putLong(body.length).put(body).array();
    }

    /** A property is a name behind its length in one byte, and a value behind its length in four. */
    private byte[] renamed(byte[] ready) {
        ByteArrayOutputStream renamed = new ByteArrayOutputStream();
        renamed.writeBytes(READY);
        ByteBuffer properties = ByteBuffer.wrap(ready, READY.length, ready.length - READY.length);
        while (properties.hasRemaining()) {
            byte[] name = new byte[properties.get() & 0xFF];
            if (properties.remaining() < name.length + Integer.BYTES) {
                return ready;
            }
            properties.get(name);
            int size = properties.getInt();
            if (size < 0 || size > properties.remaining()) {
                return ready;
            }
            byte[] value = new byte[size];
            properties.get(value);
            boolean isIdentity = new String(name, US_ASCII).equalsIgnoreCase("identity");
            byte[] kept = isIdentity ? identity : value;
            renamed.write(name.length);
            renamed.writeBytes(name);
            renamed.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(kept.length).array());
            renamed.writeBytes(kept);
        }
        return renamed.toByteArray();
    }
}
