package porthole.jupyter.shell;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which cell a thread works for: the one whose thread group it is in, or, for a virtual thread, the one that started it.
 * A pool's thread works for one cell after the other: there the outermost frame of a cell's code on its stack tells.
 */
final class CellThreads {
    private static final String SNIPPET = "REPL.$JShell$";
    private static final Map<String, WeakReference<Cell>> CODE = new ConcurrentHashMap<>();

    private CellThreads() {}

    /** The class {@code name} is code that {@code cell} has brought. The cell is not kept for it. */
    static void brings(Cell cell, String name) {
        CODE.put(name, new WeakReference<>(cell));
    }

    /** The cell that has started the calling thread's like; {@code null} for the kernel's threads and shared pools. */
    static @Nullable Cell of(Thread thread) {
        if (thread instanceof ForkJoinWorkerThread) {
            return null;
        }
        for (ThreadGroup group = thread.getThreadGroup(); group != null; group = group.getParent()) {
            if (group instanceof CellGroup own) {
                return own.cell();
            }
        }
        return null;
    }

    /** The cell whose task the calling thread runs, where it is a pool's and the task is a cell's lambda. */
    static @Nullable Cell ofTask() {
        return StackWalker.getInstance()
                .walk(frames -> {
                    Root root = new Root();
                    frames.forEach(f -> root.add(f.getClassName(), f.getMethodName()));
                    return root;
                })
                .task();
    }

    /** Whether {@code thread}, whose stack this is, works for {@code cell}. */
    static boolean worksFor(Cell cell, Thread thread, StackTraceElement[] stack) {
        Root root = new Root();
        for (StackTraceElement frame : stack) {
            root.add(frame.getClassName(), frame.getMethodName());
        }
        if (!root.pooled) {
            return of(thread) == cell;
        }
        Cell task = root.task();
        if (task != null || !root.isOfCells()) {
            return task == cell;
        }
        Cell starter = of(thread);
        return starter == null ? cell.isRunning() : starter == cell;
    }

    /** Whether a cell's code is on the stack. */
    static boolean isCode(StackTraceElement[] stack) {
        return Stream.of(stack).anyMatch(CellThreads::isCode);
    }

    static boolean isCode(StackTraceElement frame) {
        return frame.getClassName().startsWith(SNIPPET);
    }

    /** The far end of a stack. */
    private static final class Root {
        private String code = "";
        private String method = "";
        private boolean pooled;

        void add(String className, String methodName) {
            // the lambda's object has a class of its own, which is a frame too where the stack is another thread's
            if (className.startsWith(SNIPPET) && !className.contains("$$Lambda")) {
                code = className;
                method = methodName;
            } else if (className.equals("java.util.concurrent.ThreadPoolExecutor$Worker")
                    || className.equals("java.util.concurrent.ForkJoinWorkerThread")) {
                pooled = true;
            }
        }

        boolean isOfCells() {
            return !code.isEmpty();
        }

        /** A method may be called from any cell; a lambda of a statement belongs to its own. */
        @Nullable
        Cell task() {
            WeakReference<Cell> cell = pooled && method.startsWith("lambda$do_it$") ? CODE.get(code) : null;
            return cell == null ? null : cell.get();
        }
    }
}
