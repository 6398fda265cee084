package porthole.engine.api;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The threads that speak to engines. A cell's own thread never does: where a Stop strikes it in the middle of a call, it
 * would tear up what all later calls need.
 */
final class EngineThreads {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(OfRoom::new);

    private EngineThreads() {}

    /** Of no thread group below the uppermost: a thread that outlives its cell would tell that cell what is another's. */
    private static final class OfRoom extends Thread {
        OfRoom(Runnable work) {
            super(uppermost(), work, "engine call", 0, false);
            setDaemon(true);
        }

        private static ThreadGroup uppermost() {
            ThreadGroup group = Thread.currentThread().getThreadGroup();
            while (group.getParent() != null) {
                group = group.getParent();
            }
            return group;
        }
    }

    /** For work that waits on an engine. */
    static ExecutorService threads() {
        return THREADS;
    }

    static <T> Future<T> begin(Callable<T> work) {
        return THREADS.submit(work);
    }

    /** Whether the caller is such a thread, which may speak itself. */
    static boolean isOne() {
        return Thread.currentThread() instanceof OfRoom;
    }
}
