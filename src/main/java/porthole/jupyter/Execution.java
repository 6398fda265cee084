package porthole.jupyter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;
import porthole.jupyter.api.Interpreter;

/** The one thread that makes the interpreter and then runs cells, in the order in which they came. */
final class Execution implements Runnable {
    private static final Sentences SENTENCES = Sentences.of(Execution.class);

    /** For how long a cell that failed waits for one more of those that were sent with it, in milliseconds. */
    private static final long STRAGGLERS = 20;

    /** For how long the kernel's end waits for an interrupted cell to leave the thread, in milliseconds. */
    private static final long LEAVING = 500;

    /**
     * The stack in bytes (reserved, used only as far as needed): javac follows types and long expressions recursively, and
     * with the JVM's own size it overflows at an import in a session of about 200 classes.
     */
    private static final long STACK = 64 << 20;

    private final Supplier<? extends Interpreter> language;
    private final Consumer<ExecuteJob> runner;
    private final Consumer<String> log;
    private final CompletableFuture<Interpreter> interpreter = new CompletableFuture<>();
    private final BlockingQueue<Job> queue = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(null, this, "jupyter-execution", STACK);
    private volatile @Nullable ExecuteJob running;
    private volatile boolean ending;

    /**
     * @param language makes the interpreter
     * @param runner runs one cell
     * @param log takes a sentence about what cannot be told to a front end
     */
    Execution(Supplier<? extends Interpreter> language, Consumer<ExecuteJob> runner, Consumer<String> log) {
        this.language = language;
        this.runner = runner;
        this.log = log;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void add(ExecuteJob cell) {
        queue.add(cell);
    }

    /** Lets the interpreter warm up part by part, while no cell waits: one that does warms most of it as well. */
    void warmUp() {
        queue.add(new Job.Task(() -> {
            if (!queue.isEmpty() || made().map(Interpreter::warmUp).orElse(false)) {
                warmUp();
            }
        }));
    }

    /**
     * The interpreter, as soon as it is made.
     *
     * @throws java.util.concurrent.CompletionException where it could not be made
     */
    Interpreter interpreter() {
        return interpreter.join();
    }

    /** The interpreter, where it is made already. */
    Optional<Interpreter> made() {
        boolean isMade = interpreter.isDone() && !interpreter.isCompletedExceptionally();
        return isMade ? Optional.of(interpreter.join()) : Optional.empty();
    }

    /** Stops the running cell, or the one that waits for the interpreter to be ready, if any. */
    void interrupt() {
        ExecuteJob cell = running;
        if (cell == null) {
            cell = queue.stream()
                    .filter(ExecuteJob.class::isInstance)
                    .map(ExecuteJob.class::cast)
                    .findFirst()
                    .orElse(null);
        }
        if (cell != null) {
            cell.cancellation().request();
        }
    }

    /** Takes the cells out of the queue that wait in it or come within a moment. By the execution's thread. */
    List<ExecuteJob> takeWaiting() {
        List<ExecuteJob> cells = new ArrayList<>();
        List<Job> others = new ArrayList<>();
        Job job = poll();
        while (job != null) {
            if (job instanceof ExecuteJob cell) {
                cells.add(cell);
            } else {
                others.add(job);
            }
            job = ending ? null : poll();
        }
        queue.addAll(others);
        return cells;
    }

    private @Nullable Job poll() {
        try {
            return queue.poll(STRAGGLERS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // A late stroke of the interrupt that ended the cell.
            return queue.poll();
        }
    }

    /**
     * Stops the running cell, forgets those that wait, and runs {@code last} on this execution's thread; on another one
     * where the cell does not leave it soon.
     *
     * @return completes when {@code last} has ended
     */
    FutureTask<Void> finish(Runnable last) throws InterruptedException {
        ending = true;
        interrupt();
        CountDownLatch begun = new CountDownLatch(1);
        FutureTask<Void> task = new FutureTask<>(
                () -> {
                    begun.countDown();
                    last.run();
                },
                null);
        queue.add(new Job.Task(task));
        if (!begun.await(LEAVING, TimeUnit.MILLISECONDS)) {
            Thread substitute = new Thread(task, "jupyter-ending");
            substitute.setDaemon(true);
            substitute.start();
        }
        return task;
    }

    @Override
    public void run() {
        try {
            interpreter.complete(language.get());
        } catch (RuntimeException | Error e) {
            interpreter.completeExceptionally(e);
        }
        while (true) {
            try {
                run(queue.take());
            } catch (InterruptedException e) {
                // A late stroke of the interrupt that ended the last cell; this thread itself ends with the process.
            }
        }
    }

    private void run(Job job) {
        try {
            if (job instanceof Job.Task task) {
                task.work().run();
            } else if (job instanceof ExecuteJob cell && !ending) {
                running = cell;
                runner.accept(cell);
            }
        } catch (RuntimeException | Error e) {
            if (ending) { // the interpreter was closed under the warm-up
                return;
            }
            log.accept(SENTENCES.say("log.beside", e));
        } finally {
            running = null;
        }
    }
}
