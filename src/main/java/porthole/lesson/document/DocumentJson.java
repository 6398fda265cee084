package porthole.lesson.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * JSON as Jupyter's nbformat writes it: an indentation of one space, letters of all scripts as they are, texts as lists of
 * lines; keys stay in the file's own order ({@code nbformat.v4.nbjson} and {@code rwbase.split_lines} of nbformat 5.5).
 */
final class DocumentJson {
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // Python writes them
                    .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                    .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final ObjectWriter WRITER = JSON.writer(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(new DefaultIndenter(" ", "\n"))
            .withArrayIndenter(new DefaultIndenter(" ", "\n")));

    /** After each of Python's line boundaries ({@code str.splitlines}), of which a carriage return and line feed are one. */
    private static final Pattern LINE_END =
            Pattern.compile("(?<=[\\n\\x0b\\x0c\\x1c-\\x1e\\x85\\u2028\\u2029])|(?<=\\r)(?!\\n)");

    /** The types beside text that are kept as lists of lines. */
    private static final Set<String> LINED = Set.of("image/svg+xml", "application/javascript");

    private DocumentJson() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static JsonNode read(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }

    /** A text that stands in the file whole or as a list of lines. */
    static String joined(JsonNode text) {
        StringBuilder whole = new StringBuilder(text.isArray() ? "" : text.asText());
        text.forEach(line -> whole.append(line.asText()));
        return whole.toString();
    }

    static String text(ObjectNode notebook) {
        notebook.path("cells").forEach(cell -> split((ObjectNode) cell));
        try {
            return WRITER.writeValueAsString(notebook) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void split(ObjectNode cell) {
        split(cell, "source");
        cell.path("attachments").forEach(DocumentJson::splitBundle);
        for (JsonNode output : cell.path("outputs")) {
            if (output instanceof ObjectNode shown) {
                if (shown.path("output_type").asText().equals("stream")) {
                    split(shown, "text");
                }
                splitBundle(shown.path("data"));
            }
        }
    }

    private static void splitBundle(JsonNode bundle) {
        if (bundle instanceof ObjectNode data) {
            data.properties().forEach(entry -> {
                String type = entry.getKey();
                if (!isJson(type) && isTexts(entry.getValue())) {
                    data.put(type, joined(entry.getValue()));
                }
                if (type.startsWith("text/") || LINED.contains(type)) {
                    split(data, type);
                }
            });
        }
    }

    private static boolean isJson(String type) {
        return type.equals("application/json") || (type.startsWith("application/") && type.endsWith("+json"));
    }

    private static boolean isTexts(JsonNode node) {
        return node.isArray() && node.valueStream().allMatch(JsonNode::isTextual);
    }

    private static void split(ObjectNode holder, String key) {
        JsonNode text = holder.path(key);
        if (text.isTextual() || isTexts(text)) {
            ArrayNode lines = JSON.createArrayNode();
            LINE_END.splitAsStream(joined(text)).filter(line -> !line.isEmpty()).forEach(lines::add);
            holder.set(key, lines);
        }
    }
}
