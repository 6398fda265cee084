package porthole.probe.call;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import porthole.engine.api.EngineException;
import porthole.engine.api.InterruptedCall;

/** Questions asked at once. An interrupt of who waits interrupts them all, and waits until they have tidied up. */
public final class ParallelQuestions implements AutoCloseable {
    private static final long TIDYING_SECONDS = 10;

    private final ExecutorService threads;

    /** @param most how many at once; the rest waits its turn */
    public ParallelQuestions(int most) {
        threads = Executors.newFixedThreadPool(most, work -> {
            Thread thread = new Thread(work, "probe");
            thread.setDaemon(true);
            return thread;
        });
    }

    public <T> Future<T> ask(Callable<T> question) {
        return threads.submit(question);
    }

    /** All answers, in the order of the questions. */
    public <T> List<T> all(List<? extends Callable<T>> questions) {
        List<Future<T>> asked = new ArrayList<>();
        questions.forEach(question -> asked.add(ask(question)));
        return asked.stream().map(ParallelQuestions::answer).toList();
    }

    public static <T> T answer(Future<T> asked) {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedCall();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof EngineException known
                    ? known
                    : new EngineException(String.valueOf(e.getCause()), e);
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
