package porthole.engine.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import porthole.engine.api.EngineJson;

/**
 * Something that happened on the engine.
 *
 * @param time when
 * @param kind {@code container}, {@code network}, {@code image}, {@code volume} …
 * @param action {@code start}, {@code die}, {@code connect} …
 * @param name of the thing; its id if it has none
 * @param attributes what else the engine tells of it
 */
public record Event(Instant time, String kind, String action, String name, Map<String, String> attributes) {
    public Event {
        attributes = Map.copyOf(attributes);
    }

    public static Event of(JsonNode node) {
        Map<String, String> attributes = EngineJson.strings(node.path("Actor").path("Attributes"));
        String id = EngineJson.text(node.path("Actor"), "ID");
        long nanoseconds = node.path("timeNano").asLong();
        return new Event(
                Instant.ofEpochSecond(nanoseconds / 1_000_000_000L, nanoseconds % 1_000_000_000L),
                EngineJson.text(node, "Type"),
                EngineJson.text(node, "Action"),
                attributes.getOrDefault("name", id),
                attributes);
    }
}
