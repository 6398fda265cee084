package porthole.engine.api;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The two streams of a process as the engine sends them: frames of a header (stream, three zeros, length in four bytes,
 * big end first) and content. With a terminal there is but one stream, and no frames.
 *
 * @param both in the order in which they came
 * @param stdout what was printed
 * @param stderr what was complained
 * @see <a href="https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerAttach">
 *     Stream format</a>
 */
public record StreamFrames(String both, String stdout, String stderr) {
    private static final int HEADER = 8;
    private static final int STDERR = 2;
    private static final int PIECE = 8192;

    /** Hears each piece of what a process says when it comes; {@code true} for enough, and no more is read. */
    public interface Listener {
        boolean hear(String text, boolean complaint);
    }

    /** These, and after them what came later. */
    public StreamFrames with(StreamFrames later) {
        return new StreamFrames(both + later.both, stdout + later.stdout, stderr + later.stderr);
    }

    public static StreamFrames read(InputStream body) throws IOException {
        return read(body, (text, complaint) -> false);
    }

    public static StreamFrames read(InputStream body, Listener listener) throws IOException {
        Text both = new Text();
        Text stdout = new Text();
        Text stderr = new Text();
        for (byte[] header = body.readNBytes(HEADER); header.length > 0; header = body.readNBytes(HEADER)) {
            if (header.length < HEADER) {
                throw new EOFException(EngineSentences.SENTENCES.say("answer.cut"));
            }
            int length = ((header[4] & 0xff) << 24)
                    | ((header[5] & 0xff) << 16)
                    | ((header[6] & 0xff) << 8)
                    | (header[7] & 0xff);
            byte[] content = body.readNBytes(length);
            if (content.length < length) {
                throw new EOFException(EngineSentences.SENTENCES.say("answer.cut"));
            }
            both.add(content);
            boolean complaint = header[0] == STDERR;
            if (listener.hear((complaint ? stderr : stdout).add(content), complaint)) {
                break;
            }
        }
        return new StreamFrames(both.all(), stdout.all(), stderr.all());
    }

    public static StreamFrames readTerminal(InputStream body) throws IOException {
        return readTerminal(body, (text, complaint) -> false);
    }

    public static StreamFrames readTerminal(InputStream body, Listener listener) throws IOException {
        Text said = new Text();
        byte[] piece = new byte[PIECE];
        for (int n = body.read(piece); n >= 0; n = body.read(piece)) {
            if (listener.hear(said.add(java.util.Arrays.copyOf(piece, n)).replace("\r\n", "\n"), false)) {
                break;
            }
        }
        String text = said.all().replace("\r\n", "\n");
        return new StreamFrames(text, text, "");
    }

    /** Bytes that become text although a character may lie across two pieces. */
    private static final class Text {
        private final ByteArrayOutputStream all = new ByteArrayOutputStream();
        private final CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        private ByteBuffer rest = ByteBuffer.allocate(0);

        String add(byte[] piece) {
            all.writeBytes(piece);
            ByteBuffer bytes = ByteBuffer.allocate(rest.remaining() + piece.length)
                    .put(rest)
                    .put(piece)
                    .flip();
            CharBuffer text = CharBuffer.allocate(bytes.remaining() + 1);
            decoder.decode(bytes, text, false);
            rest = bytes;
            return text.flip().toString();
        }

        String all() {
            return all.toString(StandardCharsets.UTF_8);
        }
    }
}
