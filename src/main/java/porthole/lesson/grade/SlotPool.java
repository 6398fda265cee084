package porthole.lesson.grade;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import porthole.lesson.enclosure.EnclosureSlot;

/** As many slots as run at once, each made when it is first needed. */
final class SlotPool implements AutoCloseable {
    private static final long CLOSE_SECONDS = 60;

    private final GradingOrder order;
    private final Map<String, String> images;
    private final ExecutorService threads;
    private final BlockingQueue<Optional<EnclosureSlot>> free = new LinkedBlockingQueue<>();

    SlotPool(GradingOrder order, Map<String, String> images) {
        this.order = order;
        this.images = images;
        this.threads = Executors.newFixedThreadPool(order.jobs());
        for (int i = 0; i < order.jobs(); i++) {
            free.add(Optional.empty());
        }
    }

    /** Something to do with a slot. */
    interface Work<T> {
        T in(EnclosureSlot slot) throws IOException, InterruptedException;
    }

    /** Something to do with each of some things. */
    interface EachWork<E> {
        void in(EnclosureSlot slot, E each) throws IOException, InterruptedException;
    }

    /** Does it, and throws what it throws. */
    <T> T one(Work<T> work) throws IOException, InterruptedException {
        Optional<EnclosureSlot> slot = free.take();
        try {
            if (slot.isEmpty()) {
                slot = Optional.of(
                        EnclosureSlot.open(order.program(), order.limits().enclosure(), images));
            }
            return work.in(slot.get());
        } finally {
            free.add(slot);
        }
    }

    /** Begins to make the other slots while the first is used. */
    void warm() {
        for (int i = 1; i < order.jobs(); i++) {
            threads.execute(() -> {
                try {
                    one(slot -> slot);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (IOException | RuntimeException e) {
                    // it fails again, and is told, where the slot is needed
                }
            });
        }
    }

    /** Does it with each, as many at once as there are slots. The first failure is thrown when all are done. */
    <E> void each(List<E> all, EachWork<E> work) throws IOException, InterruptedException {
        List<Future<E>> begun = new ArrayList<>();
        for (E each : all) {
            Callable<E> task = () -> one(slot -> {
                work.in(slot, each);
                return each;
            });
            begun.add(threads.submit(task));
        }
        @Nullable Throwable failure = null;
        for (Future<E> done : begun) {
            try {
                done.get();
            } catch (ExecutionException e) {
                failure = failure == null ? e.getCause() : failure;
            }
        }
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        } else if (failure instanceof IOException io) {
            throw io;
        } else if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }

    /** Interrupts what runs, and waits until it has cleared away. */
    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        for (Optional<EnclosureSlot> slot : free) {
            if (slot.isPresent()) {
                slot.get().close();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
