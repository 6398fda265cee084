package porthole.jupyter.java.run;

import java.io.Console;
import java.io.PrintWriter;
import java.io.Reader;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * What a cell's code calls in the place of the JDK's methods of the same names ({@link Redirects}): those that would end
 * the process, wait deaf to an interrupt, or start what an interrupt must reach. Public only because cells' classes must
 * see it.
 */
@SuppressWarnings("AnnotateFormatMethod") // as Console has them
public final class CellCalls {
    private CellCalls() {}

    /** {@code System.exit}. */
    public static void exit(int status) {
        StopCheck.exit("System.exit", status);
    }

    /** {@code Runtime.exit}. */
    public static void exit(Runtime runtime, int status) {
        StopCheck.exit("System.exit", status);
    }

    /** {@code Runtime.halt}. */
    public static void halt(Runtime runtime, int status) {
        StopCheck.exit("Runtime.halt", status);
    }

    /** {@code Throwable.printStackTrace}: the frames by cell and line. */
    public static void printStackTrace(Throwable thrown) {
        RunningCell cell = RunningCell.current();
        if (cell == null) {
            thrown.printStackTrace();
        } else {
            System.err.println(cell.output().traceback(thrown));
        }
    }

    /** {@code Lock.lock}, which an interrupt of the cell ends. */
    public static void lock(Lock lock) {
        boolean interrupted = Thread.interrupted();
        if (interrupted) {
            StopCheck.check();
        }
        while (true) {
            try {
                lock.lockInterruptibly();
                break;
            } catch (InterruptedException e) {
                StopCheck.check();
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@code CompletableFuture.join}, which an interrupt of the cell ends. */
    public static @Nullable Object join(CompletableFuture<?> future) {
        boolean interrupted = false;
        while (!future.isDone()) {
            try {
                future.get();
            } catch (InterruptedException e) {
                StopCheck.check();
                interrupted = true;
            } catch (ExecutionException | CancellationException e) {
                break; // join tells it in its own way
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return future.join();
    }

    /** After {@code ProcessBuilder.start} and {@code Runtime.exec}. */
    public static Process started(Process process) {
        RunningCell cell = RunningCell.current();
        if (cell != null) {
            cell.processes().add(process);
        }
        return process;
    }

    /** After what makes or starts a virtual thread. */
    public static Thread started(Thread thread) {
        RunningCell cell = RunningCell.current();
        if (cell != null && CellThreads.of(thread) == null) {
            cell.started(thread);
            if (thread.getUncaughtExceptionHandler() instanceof ThreadGroup) {
                thread.setUncaughtExceptionHandler(cell.group());
            }
        }
        return thread;
    }

    /** After {@code Thread.Builder.factory}. */
    public static ThreadFactory factory(ThreadFactory factory) {
        return task -> started(factory.newThread(task));
    }

    /** {@code Executors.newVirtualThreadPerTaskExecutor}; asked for by name, since it came with Java 21. */
    public static ExecutorService virtualThreads() throws ReflectiveOperationException {
        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
        Object made =
                Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
        return (ExecutorService) Executors.class
                .getMethod("newThreadPerTaskExecutor", ThreadFactory.class)
                .invoke(null, factory((ThreadFactory) made));
    }

    /** {@code System.console}: the front end. */
    public static Console console() {
        return CellConsole.INSTANCE;
    }

    public static @Nullable String readLine(Console console) {
        return CellConsole.ask("", false);
    }

    public static @Nullable String readLine(Console console, String format, Object... arguments) {
        return CellConsole.ask(String.format(format, arguments), false);
    }

    public static char[] readPassword(Console console) {
        return CellConsole.ask("", true).toCharArray();
    }

    public static char[] readPassword(Console console, String format, Object... arguments) {
        return CellConsole.ask(String.format(format, arguments), true).toCharArray();
    }

    public static Console printf(Console console, String format, Object... arguments) {
        System.out.printf(format, arguments);
        return console;
    }

    public static Console format(Console console, String format, Object... arguments) {
        return printf(console, format, arguments);
    }

    public static PrintWriter writer(Console console) {
        return new PrintWriter(System.out, true, java.nio.charset.StandardCharsets.UTF_8);
    }

    public static Reader reader(Console console) {
        return new java.io.InputStreamReader(System.in, java.nio.charset.StandardCharsets.UTF_8);
    }

    public static void flush(Console console) {
        System.out.flush();
    }
}
