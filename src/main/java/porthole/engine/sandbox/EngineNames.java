package porthole.engine.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import porthole.engine.api.Api;
import porthole.engine.api.Query;

/**
 * What there is on an engine, by name.
 *
 * @param containers all but guests, those that have ended too
 * @param networks all
 * @param images their tags, {@code :latest} left out
 */
public record EngineNames(List<String> containers, List<String> networks, List<String> images) {
    public EngineNames {
        containers = List.copyOf(containers);
        networks = List.copyOf(networks);
        images = List.copyOf(images);
    }

    /** Nothing: what is known of an engine that does not answer. */
    public static final EngineNames NONE = new EngineNames(List.of(), List.of(), List.of());

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
