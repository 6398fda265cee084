package porthole.jupyter.java.run;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of one interpreter share: which of them runs, and whose code is whose. It ends with its interpreter. Other
 * interpreters of the same JVM have one of their own: their classes have the same names, so that a stack's frame belongs
 * to this one only where it names this one's loader too.
 */
public final class CellRuntime implements AutoCloseable {
    /** Those whose interpreter is open, the one that has begun a cell last at the end. */
    private static final List<CellRuntime> OPEN = new CopyOnWriteArrayList<>();

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final @Nullable String loaderName = OPEN.isEmpty() ? null : "session-" + COUNT.incrementAndGet();
    private final Map<String, WeakReference<RunningCell>> code = new ConcurrentHashMap<>();
    private volatile @Nullable RunningCell running;
    private volatile @Nullable RunningCell last;
    private volatile @Nullable Thread caller;
    private volatile @Nullable RunningSession session;

    public CellRuntime() {
        OPEN.add(this);
    }

    /** The one that the calling thread, which is no cell's, works for; for a thread of nobody the one that ran last. */
    static @Nullable CellRuntime ofCaller() {
        Thread thread = Thread.currentThread();
        CellRuntime latest = null;
        for (CellRuntime one : OPEN) {
            if (one.caller == thread) {
                return one;
            }
            latest = latest == null || one.running != null || latest.running == null ? one : latest;
        }
        return latest;
    }

    /** How its classes' loader is called; {@code null} where it is the only one, so that stack traces name none. */
    @Nullable
    String loaderName() {
        return loaderName;
    }

    /** {@code cell} runs from now on, for the calling thread. */
    void begin(RunningCell cell) {
        running = cell;
        last = cell;
        enter();
    }

    /** None runs. */
    void end() {
        running = null;
    }

    /** The cell that runs. */
    @Nullable
    RunningCell running() {
        return running;
    }

    /** The cell that runs or has run last. */
    @Nullable
    RunningCell latest() {
        RunningCell now = running;
        return now == null ? last : now;
    }

    /** The class {@code name} is code that {@code cell} has brought. The cell is not kept for it. */
    public void brings(RunningCell cell, String name) {
        code.put(name, new WeakReference<>(cell));
    }

    /** The cell that has brought the class {@code name}, where it is still known. */
    @Nullable
    RunningCell broughtBy(String name) {
        WeakReference<RunningCell> cell = code.get(name);
        return cell == null ? null : cell.get();
    }

    /** The calling thread runs cells of {@code of} now. */
    void enter(RunningSession of) {
        session = of;
        enter();
    }

    private void enter() {
        caller = Thread.currentThread();
        if (OPEN.size() > 1 && OPEN.remove(this)) {
            OPEN.add(this);
        }
    }

    /** The session, where a cell of it has begun. */
    @Nullable
    RunningSession session() {
        return session;
    }

    @Override
    public void close() {
        OPEN.remove(this);
        session = null;
        caller = null;
    }
}
