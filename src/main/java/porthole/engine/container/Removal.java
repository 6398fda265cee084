package porthole.engine.container;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import porthole.engine.api.Api;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.Query;
import porthole.engine.sandbox.Interfaces;

/** The end of a container, which the engine may tell before it has come. */
public final class Removal {
    private static final long LIMIT_SECONDS = 10;

    private Removal() {}

    /**
     * Waits until the engine no longer knows the container that removes itself ({@code --rm}), ten seconds at most: its
     * name and its endpoints are free only then.
     */
    public static void await(Api api, String container) {
        await(api, container, "removed");
    }

    /** Waits until it no longer runs, ten seconds at most: engines after 20.10 answer a kill before it has happened. */
    static void awaitEnd(Api api, String container) {
        await(api, container, "not-running");
    }

    private static void await(Api api, String container, String condition) {
        Query removed = Query.of("/containers/{}/wait", container).with("condition", condition);
        CompletableFuture<JsonNode> end = CompletableFuture.supplyAsync(() -> api.post(removed), Api.threads());
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        // A failed wait says that it was gone before we asked.
        if (Interfaces.await(end, limit).isEmpty() && !end.isDone()) {
            throw EngineSentences.sentence("removal.slow", container, LIMIT_SECONDS);
        }
    }
}
