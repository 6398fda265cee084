package porthole.jupyter.java.run;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import porthole.jupyter.api.Cancellation;

/**
 * The one thread that runs a cell's statements, one after the other, while the caller waits for it and can give it up; and
 * whether the compiler works for the cell meanwhile, when no thread of it may be interrupted.
 */
final class CellWorker {
    private final CellGroup group;
    private final Cancellation cancellation;
    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private volatile boolean ended;
    private volatile boolean abandoned;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Thread compiler;
    private boolean compiling;
    private boolean pursued;

    /** @param cancellation whether, and why, the cell is to end */
    CellWorker(CellGroup group, Cancellation cancellation) {
        this.group = group;
        this.cancellation = cancellation;
    }

    /** Whether {@code asked} is the thread. */
    boolean is(Thread asked) {
        return asked == thread;
    }

    /** Whether it was given up because it did not obey an interrupt. */
    boolean isAbandoned() {
        return abandoned;
    }

    /**
     * Runs {@code task} on the thread and waits for it.
     *
     * @param interrupted called if the thread that waits is interrupted
     * @throws StopCheck.CellStopped if the cell is to end, also if the thread does not obey
     */
    <T extends @Nullable Object> T call(Callable<T> task, Runnable interrupted) throws Exception {
        if (is(Thread.currentThread())) {
            return task.call();
        }
        if (cancellation.isRequested()) {
            throw new StopCheck.CellStopped();
        }
        Task<T> wrapped = new Task<>(this, task);
        start();
        tasks.add(wrapped);
        await(wrapped, interrupted);
        return wrapped.result();
    }

    private synchronized void await(Task<?> task, Runnable interrupted) {
        while (!task.done) {
            boolean stopped = cancellation.isRequested();
            long left = cancellation.left();
            if (stopped && left <= 0) {
                abandoned = true;
                throw new StopCheck.CellStopped();
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                interrupted.run();
            }
        }
    }

    private void start() {
        if (thread == null) {
            Thread made = new Thread(group, this::work, group.getName());
            made.setDaemon(true);
            thread = made;
            made.start();
        }
    }

    private void work() {
        CellThreads.enter(group);
        try {
            while (!ended) {
                tasks.take().run();
            }
        } catch (InterruptedException e) {
            // an interrupt that came between two tasks: the caller sees that the cell is stopped
        }
    }

    /** The cell is over: the thread ends with what it runs. */
    void end() {
        ended = true;
        tasks.add(() -> {}); // wakes it
    }

    /** Begins the pursuit of the cell's threads, the first time, and wakes whoever waits for the thread. */
    synchronized void pursue(RunningCell cell) {
        if (!pursued) {
            pursued = true;
            Interrupts.pursue(cell, thread);
        }
        notifyAll();
    }

    /** While the compiler works no thread may be interrupted: it would close the jars that javac reads. */
    synchronized void compiling(boolean on) {
        compiling = on;
        compiler = on ? Thread.currentThread() : null;
        Thread own = thread;
        if (on) {
            Thread.interrupted();
        } else if (cancellation.isRequested() && own != null) {
            own.interrupt();
        }
    }

    /** Whether the compiler works for the cell on the thread that calls: what is printed there is its own. */
    boolean isCompiledHere() {
        return Thread.currentThread() == compiler;
    }

    /** Runs {@code task} where the compiler does not work for the cell. */
    synchronized void unlessCompiling(Runnable task) {
        if (!compiling) {
            task.run();
        }
    }

    private static final class Task<T extends @Nullable Object> implements Runnable {
        private final CellWorker worker;
        private final Callable<T> body;
        private @Nullable T value;
        private @Nullable Throwable thrown;
        private boolean done;

        Task(CellWorker worker, Callable<T> body) {
            this.worker = worker;
            this.body = body;
        }

        @Override
        public void run() {
            try {
                value = body.call();
            } catch (Throwable t) {
                thrown = t;
            }
            synchronized (worker) {
                done = true;
                worker.notifyAll();
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
                throw new InvocationTargetException(thrown);
            }
            return value;
        }
    }
}
