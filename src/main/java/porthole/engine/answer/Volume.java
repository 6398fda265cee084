package porthole.engine.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.engine.api.EngineJson;

/**
 * A volume: files that outlive the containers that use them.
 *
 * @param name its name
 * @param driver who keeps it, mostly {@code local}
 * @param mountpoint where its files are on the engine's host
 * @param labels as given
 */
public record Volume(String name, String driver, String mountpoint, Map<String, String> labels) implements Displayable {
    public Volume {
        labels = Map.copyOf(labels);
    }

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
