package porthole.engine.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import porthole.engine.api.Api;
import porthole.engine.api.Query;

/**
 * The names of what is on an engine, for completion.
 *
 * @param containers all containers but Porthole's own short-lived ones, those that do not run included
 * @param networks all networks
 * @param images the names of all images, without {@code :latest}
 */
public record EngineNames(List<String> containers, List<String> networks, List<String> images) {
    public EngineNames {
        containers = List.copyOf(containers);
        networks = List.copyOf(networks);
        images = List.copyOf(images);
    }

    /** No names at all, for an engine that does not answer. */
    public static final EngineNames NONE = new EngineNames(List.of(), List.of(), List.of());

    /**
     * Reads the names from an engine.
     *
     * @param api the connection to the engine
     * @param mark tells Porthole's own short-lived containers from others
     */
    public static EngineNames of(Api api, GuestMark mark) {
        return new EngineNames(
                each(api.get(Query.of("/containers/json").with("all", true)))
                        .filter(c -> !mark.isGuest(
                                name(c), c.path("Labels").path(Guests.LABEL).asText()))
                        .map(EngineNames::name)
                        .toList(),
                each(api.get(Query.of("/networks")))
                        .map(n -> n.path("Name").asText())
                        .toList(),
                each(api.get(Query.of("/images/json")))
                        .flatMap(i -> each(i.path("RepoTags")))
                        .map(t -> t.asText().replaceFirst(":latest$", ""))
                        .filter(t -> !t.contains("<none>"))
                        .toList());
    }

    private static String name(JsonNode container) {
        return container.path("Names").path(0).asText().replaceFirst("^/", "");
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
