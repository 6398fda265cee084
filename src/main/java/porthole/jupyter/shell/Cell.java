package porthole.jupyter.shell;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import porthole.display.MimeBundle;
import porthole.display.Sentences;
import porthole.jupyter.advice.ThrownAdvice;
import porthole.jupyter.show.Values;

/**
 * A cell that runs or has run, as the thread group of all threads it has started: what they print belongs to it, and an
 * interrupt reaches them all. Its code runs on one thread of the group; the caller waits for it, and can give it up.
 */
final class Cell extends ThreadGroup {
    /** How long a cell may take to obey an interrupt before it is left alone. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Set<Cell> STOPPED = ConcurrentHashMap.newKeySet();
    private static volatile @Nullable Cell running;

    private final int count;
    private final Outputs outputs;
    private final CellLines cells;
    private final Values values;
    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private volatile boolean finished;
    private volatile @Nullable Thread worker;
    private volatile boolean stopped;
    private volatile boolean abandoned;
    private boolean compiling;
    private long deadline;

    /**
     * @param count as in {@code In[3]}
     * @param cells where in which cell a frame of an exception is
     * @param values how the session shows values
     */
    @SuppressWarnings("removal") // a daemon group leaves its parent when empty; from 19 on every group does
    Cell(ThreadGroup parent, int count, Outputs outputs, CellLines cells, Values values) {
        super(parent, "In[" + count + "]");
        this.count = count;
        this.outputs = outputs;
        this.cells = cells;
        this.values = values;
        setDaemon(true);
    }

    /** The cell whose thread calls; for a thread of no cell, or of a pool that cells share, the running one. */
    static @Nullable Cell current() {
        Cell own = ofCaller();
        return own == null ? running : own;
    }

    private static @Nullable Cell ofCaller() {
        Thread thread = Thread.currentThread();
        if (thread instanceof ForkJoinWorkerThread) {
            return null;
        }
        for (ThreadGroup group = thread.getThreadGroup(); group != null; group = group.getParent()) {
            if (group instanceof Cell cell) {
                return cell;
            }
        }
        return null;
    }

    static boolean isCallerStopped() {
        Cell cell = current();
        return cell != null && cell.stopped;
    }

    int count() {
        return count;
    }

    Outputs outputs() {
        return outputs;
    }

    Values values() {
        return values;
    }

    /** Shows a value at once; what is still to come is shown again when it has. */
    void display(@Nullable Object value, String id, String... as) {
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

    boolean isStopped() {
        return stopped;
    }

    /** Whether its thread was given up because it did not obey an interrupt. */
    boolean isAbandoned() {
        return abandoned;
    }

    void begin() {
        STOPPED.removeIf(cell -> cell.activeCount() == 0);
        StopCheck.arm(!STOPPED.isEmpty());
        running = this;
    }

    void finish() {
        finished = true;
        tasks.add(() -> {}); // wakes the worker
        running = null;
    }

    /** While the compiler works no thread may be interrupted: it would close the jars that javac reads. */
    synchronized void compiling(boolean on) {
        compiling = on;
        if (on) {
            Thread.interrupted();
        } else if (stopped) {
            interrupt();
        }
    }

    /** Asks all its threads to stop; returns at once. */
    synchronized void stop(Duration patience) {
        if (!stopped) {
            stopped = true;
            deadline = System.nanoTime() + patience.toNanos();
            STOPPED.add(this);
            StopCheck.arm(true);
        }
        if (!compiling) {
            interrupt();
        }
        notifyAll();
    }

    /**
     * Runs {@code task} on the cell's thread and waits for it.
     *
     * @throws StopCheck.CellStopped where the cell was interrupted, also where its thread does not obey
     */
    <T extends @Nullable Object> T call(Callable<T> task) throws Exception {
        if (Thread.currentThread() == worker) {
            return task.call();
        }
        if (stopped) {
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
            long left = stopped ? (deadline - System.nanoTime()) / 1_000_000 : 0;
            if (stopped && left <= 0) {
                abandoned = true;
                throw new StopCheck.CellStopped();
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                stop(PATIENCE);
            }
        }
    }

    private void startWorker() {
        if (worker == null) {
            Thread thread = new Thread(this, this::work, "In[" + count + "]");
            thread.setDaemon(true);
            worker = thread;
            thread.start();
        }
    }

    private void work() {
        try {
            while (!finished) {
                tasks.take().run();
            }
        } catch (InterruptedException e) {
            // an interrupt that came between two tasks: the caller sees that the cell is stopped
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        if (thrown instanceof StopCheck.CellStopped) {
            return;
        }
        if (Thread.getDefaultUncaughtExceptionHandler() != null) {
            super.uncaughtException(thread, thrown);
            return;
        }
        String head = Sentences.of(ThrownAdvice.class).say("trace.thread", thread.getName());
        outputs.stream(Outputs.Channel.STDERR, head + "\n" + traceback(thrown) + "\n");
    }

    /** An exception as it is shown under the cell, as text. */
    String traceback(Throwable thrown) {
        return String.join("\n", Traceback.lines(thrown, cells));
    }

    private static final class Task<T extends @Nullable Object> implements Runnable {
        private final Cell cell;
        private final Callable<T> body;
        private @Nullable T value;
        private @Nullable Throwable thrown;
        private boolean done;

        Task(Cell cell, Callable<T> body) {
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
