package porthole.engine.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ParallelCallsTest {
    /** Does {@code work} on a thread of its own, interrupts it as soon as {@code begun}, and gives what it throws. */
    private static Throwable interrupted(Callable<?> work, CountDownLatch begun) throws InterruptedException {
        FutureTask<?> task = new FutureTask<>(work);
        Thread waiting = new Thread(task);
        waiting.start();
        begun.await();
        waiting.interrupt();
        return assertThrows(java.util.concurrent.ExecutionException.class, task::get)
                .getCause();
    }

    @Test
    void asManyRunAtOnceAsTheLimitAllows() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int number = i;
            calls.add(() -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                three.countDown();
                three.await(); // the first three meet here
                running.decrementAndGet();
                return number;
            });
        }
        List<Integer> answers = ParallelCalls.all(3, calls);
        assertEquals(java.util.stream.IntStream.range(0, 20).boxed().toList(), answers);
        assertEquals(3, most.get());
    }

    @Test
    void anInterruptOfTheWaitingThreadInterruptsTheCallsAndWaitsUntilTheyHaveTidied() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        List<String> tidied = Collections.synchronizedList(new ArrayList<>());
        Callable<String> call = () -> {
            begun.countDown();
            try {
                return new CompletableFuture<String>().get();
            } finally {
                tidied.add("one");
            }
        };
        Throwable thrown = interrupted(() -> ParallelCalls.all(2, List.of(call, call)), begun);
        assertInstanceOf(InterruptedCall.class, thrown);
        assertEquals(List.of("one", "one"), tidied);
    }

    @Test
    void aFailureEndsTheOthers() {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        Callable<String> endless = () -> {
            begun.countDown();
            try {
                return new CompletableFuture<String>().get();
            } catch (InterruptedException e) {
                ended.complete(true);
                throw e;
            }
        };
        Callable<String> failing = () -> {
            begun.await();
            throw new EngineException("no such container");
        };
        EngineException thrown =
                assertThrows(EngineException.class, () -> ParallelCalls.all(2, List.of(failing, endless)));
        assertEquals("no such container", thrown.getMessage());
        assertTrue(ended.isDone());
    }

    @Test
    void whatIsDoneToTheEndIsDoneAlthoughAnotherFails() {
        CountDownLatch failed = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        Callable<Integer> failing = () -> {
            failed.countDown();
            throw new EngineException("the first");
        };
        Callable<Integer> after = () -> {
            failed.await();
            return done.incrementAndGet();
        };
        EngineException thrown =
                assertThrows(EngineException.class, () -> ParallelCalls.toTheEnd(List.of(failing, after, after)));
        assertEquals("the first", thrown.getMessage());
        assertEquals(2, done.get());
    }

    @Test
    void whatIsDoneToTheEndIsDoneAlthoughTheWaitingThreadIsInterrupted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Boolean> end = new CompletableFuture<>();
        Callable<Boolean> call = () -> {
            begun.countDown();
            go.await();
            return end.complete(true);
        };
        Throwable thrown = interrupted(() -> ParallelCalls.toTheEnd(List.of(call)), begun);
        assertInstanceOf(InterruptedCall.class, thrown);
        assertFalse(end.isDone());
        go.countDown();
        assertTrue(end.get(10, TimeUnit.SECONDS));
    }

    @Test
    void aMistakeInTheProgramKeepsItsType() {
        Callable<String> wrong = () -> List.of("a").get(1);
        assertThrows(IndexOutOfBoundsException.class, () -> ParallelCalls.all(1, List.of(wrong)));
    }
}
