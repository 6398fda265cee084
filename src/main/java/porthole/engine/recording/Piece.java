package porthole.engine.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import porthole.engine.api.EngineJson;

/** Some of an answer, as it came. */
final class Piece {
    private static final String MOMENT = "ms";
    private static final String TEXT = "text";
    private static final String BINARY = "base64";

    private final long milliseconds;
    private final byte[] bytes;

    /** @param milliseconds since the answer began */
    Piece(long milliseconds, byte[] bytes) {
        this.milliseconds = milliseconds;
        this.bytes = bytes.clone();
    }

    long milliseconds() {
        return milliseconds;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    int length() {
        return bytes.length;
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** As a line of the file has it: text as text, all else in Base64. */
    ObjectNode json() {
        ObjectNode node = EngineJson.object().put(MOMENT, milliseconds);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return node.put(TEXT, Asked.withoutTokens(text));
        } catch (CharacterCodingException e) {
            return node.put(BINARY, bytes);
        }
    }

    static Piece read(JsonNode node) throws IOException {
        byte[] bytes = node.has(BINARY)
                ? node.path(BINARY).binaryValue()
                : node.path(TEXT).asText().getBytes(StandardCharsets.UTF_8);
        return new Piece(node.path(MOMENT).asLong(), bytes);
    }
}
