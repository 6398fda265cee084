package porthole.jupyter.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Whether a cell is to end, and why. Who queues the cell makes it and hands it down with the cell's outputs; whoever wants
 * the cell's end asks here, also before the cell begins, and it is never taken back.
 */
public final class Cancellation {
    /** How long a cell may take to obey before it is left alone: the prompt is back within half a second. */
    public static final Duration PATIENCE = Duration.ofMillis(400);

    private final List<Runnable> actions = new CopyOnWriteArrayList<>();
    private volatile @Nullable Request request;

    /** Why a cell is to end. */
    public enum Reason {
        /** A person, or the kernel's end. */
        INTERRUPT,
        /** It ran longer than the environment allows. */
        TIME_LIMIT
    }

    /** @param deadline when whoever waits for the cell gives up, of {@link System#nanoTime} */
    private record Request(Reason reason, long deadline) {}

    /** Asks for the cell's end; nothing where that was asked for before. Returns at once. */
    public void request() {
        request(Reason.INTERRUPT, PATIENCE);
    }

    /**
     * Asks the cell to end.
     *
     * @param patience how long the cell may take to obey
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

    /** Whether the cell is to end. */
    public boolean isRequested() {
        return request != null;
    }

    /** Why; empty where it is not to end. */
    public Optional<Reason> reason() {
        return Optional.ofNullable(request).map(Request::reason);
    }

    /** For how many milliseconds more the cell may run on; 0 where it may not, or where it is not to end. */
    public long left() {
        Request made = request;
        return made == null ? 0 : Math.max(0, (made.deadline - System.nanoTime()) / 1_000_000);
    }

    /** Runs {@code action} when the end is asked for; not where it was already. */
    public void onRequest(Runnable action) {
        actions.add(action);
    }

    /** The cell has ended: nothing is to be done any more. */
    public void forget(Runnable action) {
        actions.remove(action);
    }
}
