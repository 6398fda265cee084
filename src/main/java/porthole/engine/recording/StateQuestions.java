package porthole.engine.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import porthole.engine.api.Api;
import porthole.engine.api.EngineException;
import porthole.engine.api.InterruptedCall;
import porthole.engine.api.Query;

/** What one may ask of an engine that is left as it is: its lists, and each container and network by name and by id. */
final class StateQuestions {
    private StateQuestions() {}

    static void ask(Api engine) {
        engine.versions();
        for (Query list : List.of(
                Query.of("/info"),
                Query.of("/networks"),
                Query.of("/containers/json"),
                Query.of("/images/json"),
                Query.of("/volumes"))) {
            find(engine, list);
        }
        each(engine, Query.of("/containers/json").with("all", true), "/containers/{}/json");
        each(engine, Query.of("/networks"), "/networks/{}");
    }

    private static void each(Api engine, Query list, String path) {
        JsonNode all = find(engine, list);
        for (JsonNode one : all) {
            find(engine, Query.of(path, one.path("Id").asText()));
            String name = one.path("Name").asText(one.path("Names").path(0).asText());
            find(engine, Query.of(path, name.replaceFirst("^/", "")));
        }
    }

    /** A container may be gone by now, and a cluster's host may have ended. */
    private static JsonNode find(Api engine, Query query) {
        try {
            return engine.get(query);
        } catch (InterruptedCall e) {
            throw e;
        } catch (EngineException e) {
            return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        }
    }
}
