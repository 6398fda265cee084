package porthole.engine.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trees of JSON, built and read. */
public final class EngineJson {
    public static final ObjectMapper MAPPER = new ObjectMapper();

    private EngineJson() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array(String... values) {
        return array(List.of(values));
    }

    public static ArrayNode array(List<String> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(array::add);
        return array;
    }

    public static ObjectNode object(Map<String, String> values) {
        ObjectNode object = object();
        values.forEach(object::put);
        return object;
    }

    /** A map of strings; empty where the node is null or missing, as the engine likes to say "none". */
    public static Map<String, String> strings(JsonNode object) {
        Map<String, String> map = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText("")));
        return map;
    }

    /** The text of a field; empty where it is null or missing. */
    public static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isNull() ? "" : value.asText("");
    }

    /** The text of a field, where it has one. */
    public static Optional<String> optional(JsonNode node, String name) {
        return Optional.of(text(node, name)).filter(value -> !value.isEmpty());
    }

    /** The first 12 digits, as the command line prints them. */
    public static String shortId(String id) {
        return id.substring(0, Math.min(12, id.length()));
    }
}
