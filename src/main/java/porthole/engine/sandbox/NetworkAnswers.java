package porthole.engine.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import porthole.engine.api.Api;
import porthole.engine.api.EngineJson;
import porthole.engine.api.Query;
import porthole.network.Network;

/**
 * What the engine answers about networks. Docker names a bridge by the network's id, unless a name was chosen; Podman has
 * other names ({@code cni-podman1}, {@code podman1}), which only its own API tells, so they are put beside the answer's
 * options, where Docker tells the chosen ones.
 */
public final class NetworkAnswers {
    private NetworkAnswers() {}

    /** All networks. */
    static JsonNode all(Api api) {
        JsonNode networks = api.get(Query.of("/networks"));
        if (api.versions().isPodman()) {
            Map<String, String> devices = devices(api);
            networks.forEach(network -> name(network, devices));
        }
        return networks;
    }

    /** The same answer about one network, with its bridge's name. */
    public static JsonNode named(Api api, JsonNode network) {
        if (api.versions().isPodman()) {
            name(network, devices(api));
        }
        return network;
    }

    private static Map<String, String> devices(Api api) {
        Map<String, String> devices = new HashMap<>();
        api.find(Query.ofPodman("/networks/json"))
                .ifPresent(all -> all.forEach(network ->
                        devices.put(EngineJson.text(network, "id"), EngineJson.text(network, "network_interface"))));
        return devices;
    }

    private static void name(JsonNode network, Map<String, String> devices) {
        String device = devices.getOrDefault(EngineJson.text(network, "Id"), "");
        if (device.isEmpty() || !(network instanceof ObjectNode answer)) {
            return;
        }
        ObjectNode options = answer.path("Options") instanceof ObjectNode told ? told : EngineJson.object();
        options.put(Network.BRIDGE_NAME, device);
        answer.set("Options", options);
    }
}
