package porthole.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The end of a container that removes itself ({@code --rm}): its name and its endpoints are free only then. */
final class Removal {
    private static final long LIMIT_SECONDS = 10;

    private Removal() {}

    /** Waits until the engine no longer knows the container, ten seconds at most. */
    static void await(Api api, String container) {
        Query removed = Query.of("/containers/{}/wait", container).with("condition", "removed");
        CompletableFuture<JsonNode> end = CompletableFuture.supplyAsync(() -> api.post(removed), Api.threads());
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        // A failed wait says that it was gone before we asked.
        if (Interfaces.await(end, limit).isEmpty() && !end.isDone()) {
            throw Errors.sentence("removal.slow", container, LIMIT_SECONDS);
        }
    }
}
