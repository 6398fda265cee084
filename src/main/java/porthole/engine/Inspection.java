package porthole.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import porthole.display.Displayable;
import porthole.display.Listing;
import porthole.display.MimeBundle;

/** What {@code docker inspect} tells: the engine's own JSON, to be searched and walked. */
public final class Inspection implements Displayable {
    private final JsonNode json;

    Inspection(JsonNode json) {
        this.json = json;
    }

    /** The JSON itself. */
    public JsonNode json() {
        return json;
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

    /** The text of a string, number or boolean as it is; else indented JSON. */
    public String text() {
        return json.isValueNode() ? json.asText() : JsonPaths.indented(json);
    }

    @Override
    public List<MimeBundle> outputs() {
        return List.of(json.isValueNode() ? MimeBundle.text(text()) : JsonPaths.tree(json));
    }

    @Override
    public String toString() {
        return text();
    }
}
