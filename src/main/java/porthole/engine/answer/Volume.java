package porthole.engine.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.engine.api.EngineJson;

/**
 * A volume: files that stay when the containers that use them are removed.
 *
 * @param name its name
 * @param driver what stores it: {@code local}, or a plugin's name
 * @param mountpoint the folder on the engine's host where its files are
 * @param labels its labels
 */
public record Volume(String name, String driver, String mountpoint, Map<String, String> labels) implements Displayable {
    public Volume {
        labels = Map.copyOf(labels);
    }

    /**
     * Reads the engine's answer.
     *
     * @param node the JSON of one element of the API's call {@code /volumes}
     */
    public static Volume of(JsonNode node) {
        return new Volume(
                EngineJson.text(node, "Name"),
                EngineJson.text(node, "Driver"),
                EngineJson.text(node, "Mountpoint"),
                EngineJson.strings(node.path("Labels")));
    }

    @Override
    public List<MimeBundle> outputs() {
        return Tables.volumes(List.of(this)).outputs();
    }

    @Override
    public String toString() {
        return Tables.volumes(List.of(this)).toString();
    }
}
