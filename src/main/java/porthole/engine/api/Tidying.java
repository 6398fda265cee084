package porthole.engine.api;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What must be put in order although the cell was interrupted: done to its end on threads of the room's own, whatever
 * happens to the cell's. An interrupted cell waits for it only as long as a person waits for a Stop; the next call to the
 * engine waits for the rest, and finds things in order.
 */
public final class Tidying {
    private static final long STOP_MILLISECONDS = 200;
    private static final long LIMIT_SECONDS = 15;

    private final Map<Object, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

    Tidying() {}

    /** Does {@code work}; its failures do not hide what came before. */
    public void run(Runnable work) {
        if (EngineThreads.isOne()) {
            here(work);
            return;
        }
        CompletableFuture<Void> done = CompletableFuture.runAsync(() -> here(work), EngineThreads.threads());
        add(done);
        boolean interrupted = Thread.interrupted();
        try {
            if (interrupted) {
                done.get(STOP_MILLISECONDS, TimeUnit.MILLISECONDS);
            } else {
                done.get();
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (TimeoutException e) {
            // the next call waits for it
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The next call waits for {@code work} too. */
    void add(CompletableFuture<Void> work) {
        Object key = new Object();
        underWay.put(key, work.whenComplete((nothing, failure) -> underWay.remove(key)));
        if (work.isDone()) {
            underWay.remove(key); // it was over before it was noted
        }
    }

    /** Waits for what is under way, some seconds at most. */
    void settle() {
        if (underWay.isEmpty() || EngineThreads.isOne()) {
            return;
        }
        try {
            CompletableFuture.allOf(underWay.values().toArray(CompletableFuture<?>[]::new))
                    .get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedCall();
        } catch (ExecutionException | TimeoutException e) {
            // The call itself will tell what is wrong.
        }
    }

    private static void here(Runnable work) {
        boolean interrupted = Thread.interrupted();
        try {
            work.run();
        } catch (EngineException e) {
            // The first failure is the one that the caller throws.
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
