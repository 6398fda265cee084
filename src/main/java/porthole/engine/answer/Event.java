package porthole.engine.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import porthole.engine.api.EngineJson;

/**
 * Something that happened on the engine, as {@code docker events} lists it.
 *
 * @param time when it happened
 * @param kind of what: {@code container}, {@code network}, {@code image}, {@code volume}…
 * @param action what happened: {@code start}, {@code die}, {@code connect}…
 * @param name the name of what it happened to; its id if it has no name
 * @param attributes what else the engine tells of it, such as {@code exitCode}
 * @see <a href="https://docs.docker.com/reference/cli/docker/system/events/">docker events</a>
 */
public record Event(Instant time, String kind, String action, String name, Map<String, String> attributes) {
    public Event {
        attributes = Map.copyOf(attributes);
    }

    /**
     * Reads one event.
     *
     * @param node the JSON of one line of the API's call {@code /events}
     */
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
