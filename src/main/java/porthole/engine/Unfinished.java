package porthole.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import porthole.engine.api.Api;
import porthole.engine.api.EngineJson;
import porthole.engine.api.Query;
import porthole.engine.compose.ComposeThings;
import porthole.engine.owner.Belongings;
import porthole.network.Container;
import porthole.network.Network;

/**
 * What was being made when its kernel was killed, so that no id was noted: it carries the nonce that was. What an image
 * passes on is not meant, so a container counts only where its image has no such label.
 */
final class Unfinished {
    private final Api api;
    private final Set<String> nonces;
    private final Set<String> projects;

    Unfinished(Api api, List<Belongings> of) {
        this.api = api;
        nonces = keys(of, Belongings.Kind.BEGUN);
        projects = keys(of, Belongings.Kind.PROJECT);
    }

    private static Set<String> keys(List<Belongings> of, Belongings.Kind kind) {
        return of.stream().flatMap(b -> b.keys(kind).stream()).collect(Collectors.toSet());
    }

    boolean any() {
        return !nonces.isEmpty() || !projects.isEmpty();
    }

    /** Compose was killed with its kernel, or went on alone: what it has made since it was begun. */
    private boolean isOfProject(Map<String, String> labels, Instant created) {
        return projects.stream().anyMatch(project -> {
            String[] parts = project.split(" ", 2);
            return parts[1].equals(labels.get(ComposeThings.LABEL))
                    && !created.isBefore(Instant.ofEpochSecond(Long.parseLong(parts[0])));
        });
    }

    boolean isContainer(Container container) {
        return isOfProject(container.labels(), container.created())
                || (carries(container.labels()) && !imageOf(container).containsKey(Belongings.NONCE));
    }

    boolean isNetwork(Network network) {
        return isOfProject(network.labels(), network.created()) || carries(network.labels());
    }

    boolean isVolume(JsonNode volume) {
        Map<String, String> labels = EngineJson.strings(volume.path("Labels"));
        Instant created = OffsetDateTime.parse(volume.path("CreatedAt").asText("1970-01-01T00:00:00Z"))
                .toInstant();
        return isOfProject(labels, created) || carries(labels);
    }

    private boolean carries(Map<String, String> labels) {
        return nonces.contains(labels.getOrDefault(Belongings.NONCE, ""));
    }

    private Map<String, String> imageOf(Container container) {
        JsonNode inspected =
                api.find(Query.of("/containers/{}/json", container.id())).orElse(EngineJson.object());
        return api.find(Query.of("/images/{}/json", EngineJson.text(inspected, "Image")))
                .map(image -> EngineJson.strings(image.path("Config").path("Labels")))
                .orElse(Map.of(Belongings.NONCE, "unknown"));
    }
}
