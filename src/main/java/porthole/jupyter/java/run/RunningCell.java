package porthole.jupyter.java.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import porthole.display.MimeBundle;
import porthole.display.Sentences;
import porthole.jupyter.api.Cancellation;
import porthole.jupyter.api.Outputs;
import porthole.jupyter.java.advice.ThrownAdvice;
import porthole.jupyter.java.show.Values;
import porthole.jupyter.java.text.CellLines;

/**
 * A cell that runs or has run. What the threads of its group print belongs to it, and an interrupt reaches them all. Its
 * code runs on one thread of the group; the caller waits for it, and can give it up.
 */
public final class RunningCell {
    /** Virtual threads are in no group of ours, but inherit this. */
    private static final InheritableThreadLocal<CellGroup> STARTER = new InheritableThreadLocal<>();

    private final CellRuntime runtime;
    private final int count;
    private final CellGroup group;
    private final Outputs outputs;
    private final CellLines cells;
    private final Values values;
    private final Printed printed;
    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private volatile boolean finished;
    private volatile @Nullable Thread worker;
    private final Cancellation cancellation;
    private final Runnable pursuit = this::pursue;
    private boolean pursued;
    private volatile boolean abandoned;
    private volatile boolean lostSocket;
    private final List<Runnable> endings = new ArrayList<>();
    private boolean compiling;
    private volatile @Nullable Thread compiler;
    private final Set<Process> processes = Collections.newSetFromMap(new WeakHashMap<>());
    private final Set<Thread> virtualThreads = Collections.newSetFromMap(new WeakHashMap<>());

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
        this.outputs = outputs;
        this.cancellation = outputs.cancellation();
        this.cells = cells;
        this.values = values;
        this.printed = new Printed(outputs);
    }

    /** The cell whose thread calls; for a thread of no cell the running one. */
    public static @Nullable RunningCell current() {
        Thread thread = Thread.currentThread();
        RunningCell own = startedBy(thread);
        boolean shared = thread instanceof ForkJoinWorkerThread;
        CellRuntime runtime = shared ? null : own == null ? CellRuntime.ofCaller() : own.runtime;
        RunningCell now = runtime == null ? null : runtime.running();
        if (!shared && (own == null || own == now)) {
            return now;
        }
        return shared ? CellThreads.ofSharedTask() : Objects.requireNonNullElse(CellThreads.ofTask(), own);
    }

    private static @Nullable RunningCell startedBy(Thread thread) {
        RunningCell own = CellThreads.of(thread);
        CellGroup starter = own == null && !(thread instanceof ForkJoinWorkerThread) ? STARTER.get() : null;
        return starter == null ? own : starter.cell();
    }

    /** Whether {@code thread} runs this cell's statements. */
    boolean isWorker(Thread thread) {
        return thread == worker;
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
        return outputs;
    }

    public Values values() {
        return values;
    }

    /** Where in which cell a frame is. */
    CellLines lines() {
        return cells;
    }

    /** Shows a value at once; what is still to come is shown again when it has. */
    public void display(@Nullable Object value, String id, String... as) {
        Optional<String> shownAs = Optional.of(id);
        for (MimeBundle bundle : values.show(value, as)) {
            outputs.display(bundle, shownAs);
            shownAs = Optional.empty();
        }
        if (value instanceof CompletableFuture<?> future && !future.isDone()) {
            CompletableFuture<?> unused = future.whenComplete(
                    (done, thrown) -> outputs.update(values.show(future, as).get(0), id));
        }
    }

    /** Where its threads' text goes. */
    Printed printed() {
        return printed;
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
        return abandoned;
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
        printed.end();
        tasks.add(() -> {}); // wakes the worker
        runtime.end();
        JdkHooks.placeSoon(group.getParent());
    }

    /** While the compiler works no thread may be interrupted: it would close the jars that javac reads. */
    public synchronized void compiling(boolean on) {
        compiling = on;
        compiler = on ? Thread.currentThread() : null;
        if (on) {
            Thread.interrupted();
        } else if (isStopped() && worker != null) {
            worker.interrupt();
        }
    }

    /** Whether the compiler works for this cell on the thread that calls: what is printed there is its own. */
    boolean isCompiledHere() {
        return Thread.currentThread() == compiler;
    }

    /** Runs {@code task} where the compiler does not work for this cell. */
    synchronized void unlessCompiling(Runnable task) {
        if (!compiling) {
            task.run();
        }
    }

    /** A process that this cell has started ends when the cell is interrupted. */
    void started(Process process) {
        synchronized (processes) {
            processes.add(process);
        }
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

    void killProcesses() {
        synchronized (processes) {
            processes.stream().filter(Process::isAlive).forEach(process -> {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroy();
            });
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

    private synchronized void pursue() {
        if (!pursued) {
            pursued = true;
            Interrupts.pursue(this, worker);
        }
        notifyAll();
    }

    /**
     * Runs {@code task} on the cell's thread and waits for it.
     *
     * @throws StopCheck.CellStopped where the cell was interrupted, also where its thread does not obey
     */
    public <T extends @Nullable Object> T call(Callable<T> task) throws Exception {
        if (Thread.currentThread() == worker) {
            return task.call();
        }
        if (isStopped()) {
            throw new StopCheck.CellStopped();
        }
        Task<T> wrapped = new Task<>(this, task);
        startWorker();
        tasks.add(wrapped);
        await(wrapped);
        return wrapped.result();
    }

    private synchronized void await(Task<?> task) {
        while (!task.done) {
            boolean stopped = isStopped();
            long left = cancellation.left();
            if (stopped && left <= 0) {
                abandoned = true;
                throw new StopCheck.CellStopped();
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                stop(Cancellation.PATIENCE);
            }
        }
    }

    private void startWorker() {
        if (worker == null) {
            Thread thread = new Thread(group, this::work, "In[" + count + "]");
            thread.setDaemon(true);
            worker = thread;
            thread.start();
        }
    }

    private void work() {
        STARTER.set(group);
        try {
            while (!finished) {
                tasks.take().run();
            }
        } catch (InterruptedException e) {
            // an interrupt that came between two tasks: the caller sees that the cell is stopped
        }
    }

    /** Shows what has ended one of its threads. */
    void uncaught(Thread thread, Throwable thrown) {
        String head = Sentences.of(ThrownAdvice.class).say("trace.thread", thread.getName());
        outputs.stream(Outputs.Channel.STDERR, head + "\n" + traceback(thrown) + "\n");
    }

    /** An exception as it is shown under the cell, as text. */
    String traceback(Throwable thrown) {
        return String.join("\n", Traceback.lines(thrown, cells));
    }

    private static final class Task<T extends @Nullable Object> implements Runnable {
        private final RunningCell cell;
        private final Callable<T> body;
        private @Nullable T value;
        private @Nullable Throwable thrown;
        private boolean done;

        Task(RunningCell cell, Callable<T> body) {
            this.cell = cell;
            this.body = body;
        }

        @Override
        public void run() {
            try {
                value = body.call();
            } catch (Throwable t) {
                thrown = t;
            }
            synchronized (cell) {
                done = true;
                cell.notifyAll();
            }
        }

        @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // value is null only where T may be
        T result() throws Exception {
            if (thrown instanceof Exception e) {
                throw e;
            }
            if (thrown instanceof Error e) {
                throw e;
            }
            if (thrown != null) {
                throw new java.lang.reflect.InvocationTargetException(thrown);
            }
            return value;
        }
    }
}
