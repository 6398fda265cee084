package porthole.jupyter.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import porthole.display.Sentences;

/** JSON text to trees and back. */
public final class MessageJson {
    private static final Sentences SENTENCES = Sentences.of(MessageJson.class);

    // A cell may hold more than the 20 million characters that Jackson lets pass by itself.
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build());

    private MessageJson() {}

    /** An object without fields. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Any value of lists, maps, strings and numbers as a tree. */
    static JsonNode tree(Object value) {
        return value instanceof String text
                ? MAPPER.getNodeFactory().textNode(text)
                : MAPPER.convertValue(value, JsonNode.class);
    }

    /** Strings as an array. */
    static JsonNode strings(Collection<String> texts) {
        var array = MAPPER.createArrayNode();
        texts.forEach(array::add);
        return array;
    }

    /** The object that {@code bytes} are, in UTF-8. */
    public static ObjectNode read(byte[] bytes) throws MalformedException {
        JsonNode node;
        try {
            node = MAPPER.readTree(bytes);
        } catch (IOException e) {
            // Jackson's own message quotes the text, which may be long or secret.
            throw new MalformedException(SENTENCES.say("malformed.json"));
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new MalformedException(SENTENCES.say("malformed.object"));
    }

    /** What {@code text} is in JSON, if it is some, as a tree that {@link #tree} leaves as it is. */
    public static Optional<Object> parse(String text) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            JsonNode node = MAPPER.readTree(parser);
            return node == null || parser.nextToken() != null ? Optional.empty() : Optional.of(node);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Any value of lists, maps, strings, numbers and trees, laid out over lines. */
    public static String pretty(Object value) {
        return tree(value).toPrettyString();
    }

    /** {@code node} as UTF-8. Half a surrogate pair, which UTF-8 cannot hold, becomes a question mark. */
    public static byte[] write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A tree that is not JSON", e);
        }
    }
}
