package porthole.jupyter.java.classes;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import jdk.jshell.SourceCodeAnalysis;

/**
 * When JShell may list all packages. A thread of its own would do it at once, beside the first cell, for as much time as
 * the cell takes and 20 MB; only the completion of packages' names wants the list.
 */
public final class PackageListing {
    /** For how long the first completion waits for the list. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ReentrantLock compiler;
    private final CountDownLatch wanted = new CountDownLatch(1);
    private volatile boolean closed;

    /** @param compiler held by whoever asks JShell: a thread that looks for packages without it is JShell's own */
    public PackageListing(ReentrantLock compiler) {
        this.compiler = compiler;
    }

    /** One that holds nobody: for a compiler beside JShell, which lists what it is asked for. */
    public static PackageListing atOnce(ReentrantLock compiler) {
        PackageListing open = new PackageListing(compiler);
        open.wanted.countDown();
        return open;
    }

    /** Nobody will want the list any more; JShell's own thread, which all sessions share, is let go. */
    public void close() {
        closed = true;
        wanted.countDown();
    }

    /**
     * Holds JShell's own thread until the list is wanted.
     *
     * @throws IllegalStateException where it never will be
     */
    void hold() {
        if (!compiler.isHeldByCurrentThread()) {
            try {
                wanted.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (closed) {
                throw new IllegalStateException("The session is closed");
            }
        }
    }

    /** Has the packages listed, and waits a moment for that the first time. */
    public void want(SourceCodeAnalysis analysis) {
        if (wanted.getCount() == 0) {
            return;
        }
        wanted.countDown();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!analysis.listQualifiedNames("X", 1).isUpToDate() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PATIENCE.toNanos() / 100);
        }
    }
}
