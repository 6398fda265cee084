package porthole.jupyter.java.run;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one cell. It outlives the cell: a pool that the cell has made may start threads in it at any time (so it
 * is no daemon group, which to JDK 18 cannot be used again once it was empty), and to JDK 18 its parent keeps it for ever.
 * The cell itself, with all that it has shown, it lets go.
 */
public final class CellGroup extends ThreadGroup {
    private final WeakReference<RunningCell> cell;

    /** Keeps the cell while something of it runs. */
    private volatile @Nullable RunningCell running;

    CellGroup(ThreadGroup parent, String name, RunningCell cell) {
        super(parent, name);
        this.cell = new WeakReference<>(cell);
        this.running = cell;
    }

    /** Whose threads these are; {@code null} where the cell is over and forgotten. */
    @Nullable
    RunningCell cell() {
        RunningCell now = running;
        return now == null ? cell.get() : now;
    }

    /** Nothing of the cell runs any more. */
    public void release() {
        running = null;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        if (thrown instanceof StopCheck.CellStopped) {
            return;
        }
        RunningCell own = cell();
        if (own == null || Thread.getDefaultUncaughtExceptionHandler() != null) {
            super.uncaughtException(thread, thrown);
        } else {
            own.output().uncaught(thread, thrown);
        }
    }
}
