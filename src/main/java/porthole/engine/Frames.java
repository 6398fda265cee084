package porthole.engine;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
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
record Frames(String both, String stdout, String stderr) {
    private static final int HEADER = 8;
    private static final int STDERR = 2;

    static Frames read(InputStream body) throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        for (byte[] header = body.readNBytes(HEADER); header.length > 0; header = body.readNBytes(HEADER)) {
            if (header.length < HEADER) {
                throw new EOFException("The engine's stream ended inside a frame's header");
            }
            int length = ((header[4] & 0xff) << 24)
                    | ((header[5] & 0xff) << 16)
                    | ((header[6] & 0xff) << 8)
                    | (header[7] & 0xff);
            byte[] content = body.readNBytes(length);
            both.writeBytes(content);
            (header[0] == STDERR ? stderr : stdout).writeBytes(content);
        }
        return new Frames(text(both), text(stdout), text(stderr));
    }

    static Frames readTerminal(InputStream body) throws IOException {
        String text = new String(body.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        return new Frames(text, text, "");
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
