package porthole.jupyter.wire.zmtp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * A frame.
 *
 * @param more whether the message goes on after it
 * @param command whether it is a command instead of a part of a message
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Frame(boolean more, boolean command, byte[] body) {
    static final int MORE = 1;
    static final int LONG = 2;
    static final int COMMAND = 4;

    private static final int SHORT_HEAD = 2;
    private static final int LONG_HEAD = 9;
    private static final int LONGEST_SHORT = 255;

    /** A message's bytes. */
    static ByteBuffer message(List<byte[]> frames) {
        ByteBuffer bytes = ByteBuffer.allocate(
                frames.stream().mapToInt(f -> head(f.length) + f.length).sum());
        for (int i = 0; i < frames.size(); i++) {
            put(bytes, i + 1 < frames.size() ? MORE : 0, frames.get(i));
        }
        return bytes.flip();
    }

    /** A command. */
    static Frame command(String name, byte[] data) {
        ByteBuffer body = ByteBuffer.allocate(1 + name.length() + data.length);
        body.put((byte) name.length()).put(name.getBytes(US_ASCII)).put(data);
        return new Frame(false, true, body.array());
    }

    /** The bytes of this frame alone. */
    public ByteBuffer bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(head(body.length) + body.length);
        put(bytes, (more ? MORE : 0) | (command ? COMMAND : 0), body);
        return bytes.flip();
    }

    private static int head(int size) {
        return size > LONGEST_SHORT ? LONG_HEAD : SHORT_HEAD;
    }

    private static void put(ByteBuffer bytes, int flags, byte[] body) {
        if (body.length > LONGEST_SHORT) {
            bytes.put((byte) (flags | LONG)).putLong(body.length);
        } else {
            bytes.put((byte) flags).put((byte) body.length);
        }
        bytes.put(body);
    }

    /** Whether this is the command of that name. */
    public boolean isCommand(String name) {
        byte[] wanted = name.getBytes(US_ASCII);
        return command
                && body.length > wanted.length
                && body[0] == wanted.length
                && Arrays.equals(body, 1, 1 + wanted.length, wanted, 0, wanted.length);
    }

    /** What stands behind a command's name. */
    byte[] data() {
        return Arrays.copyOfRange(body, 1 + body[0], body.length);
    }
}
