package porthole.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Something that an engine is making while a cell waits for it, and that is undone where the cell waits no more. */
final class Making {
    private final CompletableFuture<JsonNode> answer;
    private final Consumer<JsonNode> undo;

    private final Tidying tidying;

    Making(Supplier<JsonNode> call, Consumer<JsonNode> undo, Tidying tidying) {
        this.undo = undo;
        this.tidying = tidying;
        answer = CompletableFuture.supplyAsync(call, Calls.threads());
    }

    JsonNode get() {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            tidying.add(answer.thenAcceptAsync(undo, Calls.threads()));
            Thread.currentThread().interrupt();
            throw new InterruptedCall();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof EngineException known
                    ? known
                    : new EngineException(String.valueOf(e.getMessage()), e);
        }
    }
}
