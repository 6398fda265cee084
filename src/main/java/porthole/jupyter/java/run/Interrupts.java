package porthole.jupyter.java.run;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Pursues the threads of an interrupted cell until all have ended: each is marked, so that the next check in its code
 * ends it, gets a stroke of {@code Thread.interrupt}, and loses the socket that it waits at. By a thread of its own, since
 * a cell's threads may start others meanwhile.
 */
final class Interrupts implements Runnable {
    private static final Map<Thread, RunningCell> MARKED = new ConcurrentHashMap<>();

    /** Milliseconds between rounds: the first quick, for what stops at once. */
    private static final long[] ROUNDS = {5, 15, 30, 50, 100, 100};

    private static final long LATER = 250;
    private static final int MOST_ROUNDS = 120;

    /** The round from which on a thread that sleeps or waits in the cell's own code is struck again. */
    private static final int AGAIN = 5;

    /** The round from which on the library's code is woven in which a thread burns. */
    private static final int BURNING = 3;

    private final RunningCell cell;
    private final Set<Thread> struck = new HashSet<>();
    private final LibraryWeaver lastResort = new LibraryWeaver();
    private int round;

    private Interrupts(RunningCell cell) {
        this.cell = cell;
    }

    /** Begins with {@code cell}'s own thread, for which no stack need be looked at, and returns. */
    static void pursue(RunningCell cell, @Nullable Thread worker) {
        Interrupts interrupts = new Interrupts(cell);
        if (worker != null) {
            mark(Map.of(worker, cell), Set.of());
            cell.worker().unlessCompiling(() -> {
                interrupts.struck.add(worker);
                worker.interrupt();
            });
        }
        Thread thread = new Thread(cell.group().getParent(), interrupts, "jupyter-interrupts");
        thread.setDaemon(true);
        thread.start();
    }

    /** Forgets threads that have ended. */
    static void tidy() {
        if (MARKED.isEmpty()) {
            return;
        }
        mark(Map.of(), MARKED.keySet().stream().filter(t -> !t.isAlive()).collect(Collectors.toSet()));
    }

    /** In one step with the switch that all checks look at first. */
    private static synchronized void mark(Map<Thread, RunningCell> more, Set<Thread> fewer) {
        MARKED.keySet().removeAll(fewer);
        MARKED.putAll(more);
        StopCheck.arm(!MARKED.isEmpty());
    }

    /** Whether the calling thread is to end. */
    static boolean concernsCaller() {
        Thread thread = Thread.currentThread();
        RunningCell cell = MARKED.get(thread);
        if (cell == null || cell.worker().is(thread)) {
            return cell != null;
        }
        RunningCell task = CellThreads.ofTask();
        return task == null || task == cell;
    }

    @Override
    public void run() {
        try {
            do {
                TimeUnit.MILLISECONDS.sleep(round < ROUNDS.length ? ROUNDS[round] : LATER);
                round++;
            } while (round < MOST_ROUNDS && strike());
        } catch (InterruptedException e) {
            // nobody has a reason to; the marks stay
        } finally {
            lastResort.restore();
        }
    }

    /** Returns whether there is a reason to come again. */
    private boolean strike() {
        Map<Thread, StackTraceElement[]> mine = threads();
        Map<Thread, RunningCell> marked = new HashMap<>();
        mine.forEach((thread, stack) -> {
            if (cell.worker().is(thread) || CellThreads.isCode(stack)) {
                marked.put(thread, cell);
            }
        });
        Set<Thread> gone = new HashSet<>();
        MARKED.forEach((thread, of) -> {
            if (of == cell && !marked.containsKey(thread)) {
                gone.add(thread);
            }
        });
        mark(marked, gone);
        cell.worker().unlessCompiling(() -> mine.forEach(this::strike));
        cell.processes().end();
        return !marked.isEmpty() || round < ROUNDS.length;
    }

    private void strike(Thread thread, StackTraceElement[] stack) {
        if (!isStillMine(thread)) {
            return;
        }
        if (struck.add(thread) || (round >= AGAIN && isInOwnCode(stack))) {
            thread.interrupt();
        } else if (BlockedSockets.close(thread, stack)) {
            cell.lostSocket();
        } else if (round >= BURNING && thread.getState() == Thread.State.RUNNABLE) {
            lastResort.weave(thread, stack);
        }
    }

    /** A pool's thread may have gone on to another cell's task since it was looked at. */
    private boolean isStillMine(Thread thread) {
        return cell.virtualThreads().contains(thread) || CellThreads.worksFor(cell, thread, thread.getStackTrace());
    }

    private Map<Thread, StackTraceElement[]> threads() {
        Map<Thread, StackTraceElement[]> mine = new HashMap<>();
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            if (CellThreads.worksFor(cell, thread, stack)) {
                mine.put(thread, stack);
            }
        });
        Collection<Thread> virtual = cell.virtualThreads();
        virtual.stream().filter(Thread::isAlive).forEach(thread -> mine.put(thread, thread.getStackTrace()));
        return mine;
    }

    /** Not inside a library, which may be cleaning up because of the first stroke. */
    private static boolean isInOwnCode(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            if (CellThreads.isCode(frame)) {
                return true;
            }
            if (!frame.getClassName().startsWith("java.")
                    && !frame.getClassName().startsWith("jdk.")) {
                return false;
            }
        }
        return false;
    }
}
