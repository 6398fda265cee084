package porthole.engine.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.function.Predicate;
import porthole.display.Bounded;
import porthole.display.Displayable;
import porthole.display.Listing;
import porthole.display.MimeBundle;
import porthole.engine.answer.Hit;
import porthole.engine.answer.Tables;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;

/** What {@code docker inspect} tells: the engine's own JSON, to be searched and walked. */
public final class Inspection implements Displayable {
    /** The type that {@link #outputsOf} shows, by its full name. */
    public static final String JSON = "com.fasterxml.jackson.databind.JsonNode";

    private final JsonNode json;

    public Inspection(JsonNode json) {
        this.json = json;
    }

    /** Several as one list. */
    public static Inspection of(List<Inspection> all) {
        ArrayNode list = EngineJson.array();
        all.forEach(each -> list.add(each.json));
        return new Inspection(list);
    }

    /** The JSON itself as Jackson has it; a copy, so that a change of it changes nothing here. */
    public JsonNode json() {
        return json.deepCopy();
    }

    /** How a node of Jackson's is shown, as a tree; one of another version than this room's, which a notebook has, too. */
    public static List<MimeBundle> outputsOf(Object node) {
        if (node instanceof JsonNode json) {
            return new Inspection(json).outputs();
        }
        try {
            return new Inspection(EngineJson.MAPPER.readTree(node.toString())).outputs();
        } catch (JsonProcessingException e) {
            return List.of(); // before Jackson 2.10 a node's text need not be JSON
        }
    }

    /**
     * The part at a path such as {@code NetworkSettings.Networks} or {@code Mounts[0]}.
     *
     * @throws EngineException where there is none, with the names that there are
     */
    public Inspection get(String path) {
        return new Inspection(JsonPaths.find(json, path));
    }

    /** The lines that contain {@code text}, upper and lower case alike, each with its path. */
    public Listing<Hit> grep(String text) {
        return Tables.hits(JsonPaths.grep(json, text));
    }

    /** The lines that {@code wanted} accepts, each with its path. */
    public Listing<Hit> grep(Predicate<String> wanted) {
        return Tables.hits(JsonPaths.grep(json, wanted));
    }

    /**
     * What a template of the command line's {@code --format} makes of it: {@code "{{.State.Status}}"}, or {@code json}.
     *
     * @throws EngineException where the template asks for something that is not there, or is not understood
     */
    public String format(String template) {
        return template.equals("json")
                ? json.toString()
                : GoTemplate.of(template).render(json);
    }

    /** The text of a string, number or boolean as it is; else indented JSON. */
    public String text() {
        return json.isValueNode() ? json.asText() : JsonPaths.indented(json);
    }

    @Override
    public List<MimeBundle> outputs() {
        String text = text();
        return List.of(
                json.isValueNode() || text.length() > Bounded.WHOLE
                        ? MimeBundle.text(Bounded.of(text, ".text()"))
                        : JsonPaths.tree(json));
    }

    @Override
    public String toString() {
        return text();
    }
}
