package porthole.engine.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import porthole.engine.owner.Belongings;
import porthole.engine.owner.Owner;

/**
 * Something that an engine is making while a cell waits for it: noted before as begun and after by its id, and undone where
 * the cell waits no more.
 */
final class Making {
    private final Belongings session;
    private final Belongings.Kind kind;
    private final String nonce;

    /** @param body gets the nonce as a label, where it has the owner's labels */
    Making(Query path, ObjectNode body, Belongings session) {
        this.session = session;
        kind = kind(path.toString());
        if (body.get("Labels") instanceof ObjectNode labels && labels.has(Owner.SESSION)) {
            nonce = session.begin();
            labels.put(Belongings.NONCE, nonce);
        } else {
            nonce = "";
        }
    }

    private static Belongings.Kind kind(String path) {
        for (Belongings.Kind kind : Belongings.Kind.values()) {
            if (path.startsWith("/" + kind.name().toLowerCase(java.util.Locale.ROOT) + "s/")) {
                return kind;
            }
        }
        throw new IllegalArgumentException(path);
    }

    JsonNode get(Supplier<JsonNode> call, Consumer<JsonNode> undo, Tidying tidying) {
        CompletableFuture<JsonNode> answer = CompletableFuture.supplyAsync(() -> noted(call), EngineThreads.threads());
        try {
            return answer.get();
        } catch (InterruptedException e) {
            tidying.add(answer.thenAcceptAsync(undo, EngineThreads.threads()));
            Thread.currentThread().interrupt();
            throw new InterruptedCall();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof EngineException known
                    ? known
                    : new EngineException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Where no answer came, the thing may have been made all the same: then the nonce stays noted. */
    private JsonNode noted(Supplier<JsonNode> call) {
        try {
            JsonNode answer = call.get();
            session.add(kind, Belongings.key(kind, answer));
            session.remove(Belongings.Kind.BEGUN, nonce);
            return answer;
        } catch (ApiFailure e) {
            session.remove(Belongings.Kind.BEGUN, nonce);
            throw e;
        }
    }
}
