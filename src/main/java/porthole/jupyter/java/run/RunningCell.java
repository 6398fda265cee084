package porthole.jupyter.java.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;
import porthole.jupyter.api.Cancellation;
import porthole.jupyter.api.Outputs;
import porthole.jupyter.java.show.Values;
import porthole.jupyter.java.text.CellLines;

/**
 * A cell that runs or has run. What the threads of its group print belongs to it, and an interrupt reaches them all. Its
 * code runs on one thread of the group; the caller waits for it, and can give it up.
 */
public final class RunningCell {
    private final CellRuntime runtime;
    private final int count;
    private final CellGroup group;
    private final Cancellation cancellation;
    private final CellOutput output;
    private final CellWorker worker;
    private final CellProcesses processes = new CellProcesses();
    private final Set<Thread> virtualThreads = Collections.newSetFromMap(new WeakHashMap<>());
    private final List<Runnable> endings = new ArrayList<>();
    private final Runnable pursuit = this::pursue;
    private volatile boolean finished;
    private volatile boolean lostSocket;

    /**
     * A cell that has not begun.
     *
     * @param runtime what it shares with the other cells of its interpreter
     * @param count as in {@code In[3]}
     * @param cells where in which cell a frame of an exception is
     * @param values how the session shows values
     */
    public RunningCell(
            CellRuntime runtime, ThreadGroup parent, int count, Outputs outputs, CellLines cells, Values values) {
        this.runtime = runtime;
        this.count = count;
        this.group = new CellGroup(parent, "In[" + count + "]", this);
        this.cancellation = outputs.cancellation();
        this.output = new CellOutput(outputs, cells, values);
        this.worker = new CellWorker(group, cancellation);
    }

    /** The cell whose thread calls; for a thread of no cell the running one. */
    public static @Nullable RunningCell current() {
        Thread thread = Thread.currentThread();
        RunningCell own = CellThreads.startedBy(thread);
        boolean shared = thread instanceof ForkJoinWorkerThread;
        CellRuntime runtime = shared ? null : own == null ? CellRuntime.ofCaller() : own.runtime;
        RunningCell now = runtime == null ? null : runtime.running();
        if (!shared && (own == null || own == now)) {
            return now;
        }
        return shared ? CellThreads.ofSharedTask() : Objects.requireNonNullElse(CellThreads.ofTask(), own);
    }

    boolean isRunning() {
        return runtime.running() == this;
    }

    /** What it shares with the other cells of its interpreter. */
    public CellRuntime runtime() {
        return runtime;
    }

    /** Its threads. */
    public CellGroup group() {
        return group;
    }

    /** Whether no thread of it runs, nor any task in the pool that all cells share. */
    public boolean isOver() {
        ForkJoinPool shared = ForkJoinPool.commonPool();
        return finished && group.activeCount() == 0 && shared.isQuiescent() && !shared.hasQueuedSubmissions();
    }

    public int count() {
        return count;
    }

    public Outputs outputs() {
        return output.outputs();
    }

    public Values values() {
        return output.values();
    }

    /** Shows a value at once; what is still to come is shown again when it has. */
    public void display(@Nullable Object value, String id, String... as) {
        output.display(value, id, as);
    }

    public boolean isStopped() {
        return cancellation.isRequested();
    }

    /** Whether, and why, it is to end. */
    public Cancellation cancellation() {
        return cancellation;
    }

    /** Whether its thread was given up because it did not obey an interrupt. */
    public boolean isAbandoned() {
        return worker.isAbandoned();
    }

    public void begin() {
        Interrupts.tidy();
        runtime.begin(this);
        cancellation.onRequest(pursuit);
        if (isStopped()) {
            pursue();
        }
    }

    /** Runs {@code last} once when the cell ends; never where it has ended. */
    public void atEnd(Runnable last) {
        synchronized (endings) {
            if (!finished) {
                endings.add(last);
            }
        }
    }

    private List<Runnable> endings() {
        synchronized (endings) {
            finished = true;
            List<Runnable> all = List.copyOf(endings);
            endings.clear();
            return all;
        }
    }

    public void finish() {
        cancellation.forget(pursuit);
        endings().forEach(Runnable::run);
        output.printed().end();
        worker.end();
        runtime.end();
        JdkHooks.placeSoon(group.getParent());
    }

    /** While the compiler works no thread may be interrupted: it would close the jars that javac reads. */
    public void compiling(boolean on) {
        worker.compiling(on);
    }

    /** The thread that runs its statements. */
    CellWorker worker() {
        return worker;
    }

    /** The processes that it has started. */
    CellProcesses processes() {
        return processes;
    }

    /** What it shows. */
    CellOutput output() {
        return output;
    }

    /** A virtual thread that this cell has started. */
    void started(Thread virtual) {
        synchronized (virtualThreads) {
            virtualThreads.add(virtual);
        }
    }

    List<Thread> virtualThreads() {
        synchronized (virtualThreads) {
            return List.copyOf(virtualThreads);
        }
    }

    void lostSocket() {
        lostSocket = true;
    }

    /** Whether a socket that it waited at was closed, so that it would stop. */
    public boolean hasLostSocket() {
        return lostSocket;
    }

    /** Asks all its threads to stop; returns at once. */
    public void stop(Duration patience) {
        cancellation.request(Cancellation.Reason.INTERRUPT, patience);
        pursue();
    }

    private void pursue() {
        worker.pursue(this);
    }

    /**
     * Runs {@code task} on the cell's thread and waits for it.
     *
     * @throws StopCheck.CellStopped where the cell was interrupted, also where its thread does not obey
     */
    public <T extends @Nullable Object> T call(Callable<T> task) throws Exception {
        return worker.call(task, () -> stop(Cancellation.PATIENCE));
    }
}
