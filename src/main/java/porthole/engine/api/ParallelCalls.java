package porthole.engine.api;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Several calls to engines at once, up to a limit; the rest wait for their turn. {@link #close()} interrupts the calls
 * that still run and waits, for ten seconds at most, until they have removed what they made, such as a guest.
 *
 * <p>What removes or joins something is left to its end instead: {@link #toTheEnd}.
 */
public final class ParallelCalls implements AutoCloseable {
    private static final long TIDYING_SECONDS = 10;

    private final ExecutorService threads;

    /** @param most how many calls run at once, one or more */
    public ParallelCalls(int most) {
        threads = Executors.newFixedThreadPool(most, work -> {
            Thread thread = new Thread(work, "parallel call");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Makes all calls, up to {@code most} at once.
     *
     * @param most how many run at once, one or more
     * @return what they gave, in their order
     * @throws InterruptedCall if the waiting thread is interrupted; the calls are then interrupted, too
     * @throws RuntimeException the failure of the first call in their order that failed; the others are interrupted
     */
    public static <T> List<T> all(int most, List<? extends Callable<T>> calls) {
        try (ParallelCalls together = new ParallelCalls(Math.max(1, Math.min(most, calls.size())))) {
            return together.all(calls);
        }
    }

    /**
     * Makes all calls at once, and each of them to its end: neither the failure of another nor an interrupt of the
     * waiting thread stops one.
     *
     * @return what they gave, in their order
     * @throws InterruptedCall if the waiting thread is interrupted; the calls go on
     * @throws RuntimeException if calls failed: the failure of the first in their order, after all have ended
     */
    public static <T> List<T> toTheEnd(List<? extends Callable<T>> calls) {
        List<Future<T>> begun = new ArrayList<>();
        calls.forEach(call -> begun.add(EngineThreads.begin(call)));
        for (Future<T> each : begun) {
            try {
                answer(each);
            } catch (InterruptedCall e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            } catch (RuntimeException e) {
                // thrown below, when all have ended
            }
        }
        return begun.stream().map(ParallelCalls::answer).toList();
    }

    /** Begins a call, as soon as fewer than the limit are running. */
    public <T> Future<T> begin(Callable<T> call) {
        return threads.submit(call);
    }

    /**
     * Begins all calls and waits for them.
     *
     * @return what they gave, in their order
     * @throws InterruptedCall if the waiting thread is interrupted
     * @throws RuntimeException the failure of the first call in their order that failed
     */
    public <T> List<T> all(List<? extends Callable<T>> calls) {
        List<Future<T>> begun = new ArrayList<>();
        calls.forEach(call -> begun.add(begin(call)));
        return begun.stream().map(ParallelCalls::answer).toList();
    }

    /**
     * Waits for a call that was begun.
     *
     * @throws InterruptedCall if the waiting thread is interrupted
     * @throws RuntimeException the call's failure; a checked exception becomes an {@link EngineException}
     */
    public static <T> T answer(Future<T> begun) {
        try {
            return begun.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedCall();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new EngineException(String.valueOf(e.getCause()), e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            threads.awaitTermination(TIDYING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
