package porthole.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import porthole.network.Container;
import porthole.network.Network;

/**
 * What was being made when its kernel was killed, so that no id was noted: it carries the nonce that was. What an image
 * passes on is not meant, so a container counts only where its image has no such label.
 */
final class Unfinished {
    private final Api api;
    private final Set<String> nonces;

    Unfinished(Api api, List<Belongings> of) {
        this.api = api;
        nonces =
                of.stream().flatMap(b -> b.keys(Belongings.Kind.BEGUN).stream()).collect(Collectors.toSet());
    }

    boolean any() {
        return !nonces.isEmpty();
    }

    boolean isContainer(Container container) {
        return carries(container.labels()) && !imageOf(container).containsKey(Belongings.NONCE);
    }

    boolean isNetwork(Network network) {
        return carries(network.labels());
    }

    boolean isVolume(JsonNode volume) {
        return carries(Json.strings(volume.path("Labels")));
    }

    private boolean carries(Map<String, String> labels) {
        return nonces.contains(labels.getOrDefault(Belongings.NONCE, ""));
    }

    private Map<String, String> imageOf(Container container) {
        JsonNode inspected =
                api.find(Query.of("/containers/{}/json", container.id())).orElse(Json.object());
        return api.find(Query.of("/images/{}/json", Mapper.text(inspected, "Image")))
                .map(image -> Json.strings(image.path("Config").path("Labels")))
                .orElse(Map.of(Belongings.NONCE, "unknown"));
    }
}
