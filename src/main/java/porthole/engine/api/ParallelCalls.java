package porthole.engine.api;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Several calls to engines at once. */
public final class ParallelCalls {
    private ParallelCalls() {}

    /** Runs all of them; where some fail, the others are done all the same, and the first failure is thrown. */
    public static void run(List<Runnable> work) {
        all(work.stream()
                .map(w -> (Supplier<Boolean>) () -> {
                    w.run();
                    return true;
                })
                .toList());
    }

    /** As {@link #run}, with what each gave, in their order. */
    public static <T> List<T> all(List<Supplier<T>> work) {
        List<CompletableFuture<T>> futures = work.stream()
                .map(w -> CompletableFuture.supplyAsync(w, Api.threads()))
                .toList();
        try {
            CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)).get();
        } catch (InterruptedException e) {
            futures.forEach(f -> f.cancel(true));
            Thread.currentThread().interrupt();
            throw new InterruptedCall();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EngineException known) {
                throw known;
            }
            throw new CompletionException(e.getCause());
        }
        return futures.stream().map(CompletableFuture::join).toList();
    }
}
