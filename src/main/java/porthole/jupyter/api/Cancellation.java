package porthole.jupyter.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Whether a cell is to end, and why: one object for each cell. The kernel makes it when the cell is queued and gives it to
 * the language with the cell's {@link Outputs}. The end can be requested from any thread, before the cell begins or while
 * it runs, and a request is never withdrawn. A language that cannot end a cell by itself registers an action
 * ({@link #onRequest}) that interrupts it.
 */
public final class Cancellation {
    /** How long a cell may take to end after an interrupt, 400 ms; the kernel answers after that without it. */
    public static final Duration PATIENCE = Duration.ofMillis(400);

    private final List<Runnable> actions = new CopyOnWriteArrayList<>();
    private volatile @Nullable Request request;

    /** Why a cell is to end. */
    public enum Reason {
        /** A person's Stop button ({@code interrupt_request} or {@code SIGINT}), or the end of the kernel. */
        INTERRUPT,
        /** The cell ran longer than the kernel's time limit for a cell. */
        TIME_LIMIT
    }

    /** @param deadline the {@link System#nanoTime} at which whoever waits for the cell goes on without it */
    private record Request(Reason reason, long deadline) {}

    /**
     * Requests the cell's end for {@link Reason#INTERRUPT}, with {@link #PATIENCE}. It returns at once, and does nothing if
     * the end was requested before.
     */
    public void request() {
        request(Reason.INTERRUPT, PATIENCE);
    }

    /**
     * Requests the cell's end, and runs the registered actions on the calling thread. It does nothing if the end was
     * requested before: the first reason and its patience stay.
     *
     * @param reason why the cell is to end
     * @param patience how long the cell may take to end before the kernel answers without it
     */
    public void request(Reason reason, Duration patience) {
        synchronized (this) {
            if (request != null) {
                return;
            }
            request = new Request(reason, System.nanoTime() + patience.toNanos());
        }
        actions.forEach(Runnable::run); // without the lock: they take the cell's
    }

    /** Whether the cell's end was requested. */
    public boolean isRequested() {
        return request != null;
    }

    /** Gives why the cell is to end; empty if its end was not requested. */
    public Optional<Reason> reason() {
        return Optional.ofNullable(request).map(Request::reason);
    }

    /**
     * Gives how much of the patience is left.
     *
     * @return milliseconds; 0 if the patience is over, or if the cell's end was not requested
     */
    public long left() {
        Request made = request;
        return made == null ? 0 : Math.max(0, (made.deadline - System.nanoTime()) / 1_000_000);
    }

    /**
     * Registers an action that runs once, on the thread that requests the cell's end. It is not run if the end was
     * requested before: ask {@link #isRequested} after registering.
     *
     * @param action returns quickly and throws nothing
     */
    public void onRequest(Runnable action) {
        actions.add(action);
    }

    /**
     * Takes a registered action back, such as when the cell has ended.
     *
     * @param action as it was given to {@link #onRequest}; one that was not registered is ignored
     */
    public void forget(Runnable action) {
        actions.remove(action);
    }
}
