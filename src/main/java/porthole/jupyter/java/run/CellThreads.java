package porthole.jupyter.java.run;

import java.util.Objects;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import porthole.jupyter.java.text.JShellNames;

/**
 * Which cell a thread works for: the one whose thread group it is in, or, for a virtual thread, the one that started it.
 * A pool's thread works for one cell after the other: there the outermost frame of a cell's code on its stack tells.
 */
final class CellThreads {
    /** Virtual threads are in no group of ours, but inherit this. */
    private static final InheritableThreadLocal<CellGroup> STARTER = new InheritableThreadLocal<>();

    private CellThreads() {}

    /** The calling thread, and all that it starts, works for the cell of {@code group}. */
    static void enter(CellGroup group) {
        STARTER.set(group);
    }

    /** The cell that has started {@code thread}, the calling one, also if that is a virtual thread. */
    static @Nullable RunningCell startedBy(Thread thread) {
        RunningCell own = of(thread);
        CellGroup starter = own == null && !(thread instanceof ForkJoinWorkerThread) ? STARTER.get() : null;
        return starter == null ? own : starter.cell();
    }

    /** The cell that has started the calling thread's like; {@code null} for the kernel's threads and shared pools. */
    static @Nullable RunningCell of(Thread thread) {
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
    static @Nullable RunningCell ofTask() {
        Root root = ofCaller();
        return root.task(root.runtime());
    }

    /**
     * The same of a pool that all cells of all interpreters share: the task is a lambda's cell's, or else of the cell that
     * runs where its code comes from.
     */
    static @Nullable RunningCell ofSharedTask() {
        Root root = ofCaller();
        CellRuntime runtime = root.runtime();
        RunningCell task = root.task(runtime);
        CellRuntime asked = runtime == null ? CellRuntime.ofCaller() : runtime;
        return task != null || asked == null ? task : asked.latest();
    }

    private static Root ofCaller() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> {
                    Root root = new Root();
                    frames.forEach(f -> root.add(f.getDeclaringClass(), f.getMethodName()));
                    return root;
                });
    }

    /** Whether {@code thread}, whose stack this is, works for {@code cell}. */
    static boolean worksFor(RunningCell cell, Thread thread, StackTraceElement[] stack) {
        Root root = new Root();
        for (StackTraceElement frame : stack) {
            boolean isOthers = isCode(frame)
                    && !Objects.equals(
                            frame.getClassLoaderName(), cell.runtime().loaderName());
            root.add(isOthers ? "" : frame.getClassName(), frame.getMethodName());
        }
        if (!root.pooled) {
            return of(thread) == cell;
        }
        RunningCell task = root.task(cell.runtime());
        if (task != null || !root.isOfCells()) {
            return task == cell;
        }
        RunningCell starter = of(thread);
        return starter == null ? cell.isRunning() : starter == cell;
    }

    /** Whether a cell's code is on the stack. */
    static boolean isCode(StackTraceElement[] stack) {
        return Stream.of(stack).anyMatch(CellThreads::isCode);
    }

    static boolean isCode(StackTraceElement frame) {
        return JShellNames.isSnippets(frame.getClassName());
    }

    /** The far end of a stack. */
    private static final class Root {
        private String code = "";
        private String method = "";
        private boolean pooled;
        private @Nullable ClassLoader loader;

        void add(Class<?> type, String methodName) {
            add(type.getName(), methodName);
            if (code.equals(type.getName())) {
                loader = type.getClassLoader();
            }
        }

        void add(String className, String methodName) {
            // the lambda's object has a class of its own, which is a frame too where the stack is another thread's
            if (JShellNames.isSnippets(className) && !className.contains("$$Lambda")) {
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
        RunningCell task(@Nullable CellRuntime runtime) {
            boolean isLambda = pooled && JShellNames.isLambda(method);
            return isLambda && runtime != null ? runtime.broughtBy(code) : null;
        }

        /** Whose code it is, where that is known. */
        @Nullable
        CellRuntime runtime() {
            return loader instanceof SnippetLoader own ? own.runtime() : null;
        }
    }
}
