package porthole.jupyter.java.evaluate;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;
import porthole.jupyter.java.run.JdkHooks;
import porthole.jupyter.java.run.RunningCell;
import porthole.jupyter.java.run.SnippetLoader;
import porthole.jupyter.java.run.StopCheck;
import porthole.jupyter.java.text.JShellNames;

/** Runs compiled snippets in this process, on the current cell's thread, and keeps the value that they return. */
final class CellExecution extends DirectExecutionControl {
    private final ReentrantLock compiler;
    private final SnippetLoader loader;
    private @Nullable RunningCell cell;
    private final AtomicLong ran = new AtomicLong();
    private @Nullable Object value;
    private boolean called;
    private @Nullable Throwable thrown;

    /** @param compiler held while JShell works; let go while the person's code runs, so that others can ask JShell */
    CellExecution(ReentrantLock compiler, SnippetLoader loader) {
        super(loader);
        this.compiler = compiler;
        this.loader = loader;
    }

    ExecutionControlProvider provider() {
        return new ExecutionControlProvider() {
            @Override
            public String name() {
                return "porthole";
            }

            @Override
            public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
                return CellExecution.this;
            }
        };
    }

    /** The cell that snippets run in from now on; {@code null} for the kernel's own. */
    void enter(@Nullable RunningCell next) {
        cell = next;
    }

    /** Forgets the last snippet's value and exception. */
    void forget() {
        value = null;
        thrown = null;
        called = false;
    }

    /** Whether a snippet was called since {@link #forget}: one that javac failed to write never is. */
    boolean isCalled() {
        return called;
    }

    /** For how long snippets of cells have run so far, in nanoseconds, without the time that it took to compile them. */
    long ran() {
        return ran.get();
    }

    /** What the last snippet returned. */
    @Nullable
    Object value() {
        return value;
    }

    /** What the last snippet threw. */
    @Nullable
    Throwable thrown() {
        return thrown;
    }

    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        brought(classes);
        super.load(classes);
    }

    private void brought(ClassBytecodes[] classes) {
        RunningCell here = cell;
        if (here != null) {
            for (ClassBytecodes one : classes) {
                here.runtime().brings(here, one.name());
            }
        }
    }

    /**
     * Runs the method {@value JShellNames#METHOD} of a class that JShell does not know, as if it were a snippet's.
     *
     * @throws InvocationTargetException where it threw: {@link #thrown} is what
     * @throws StoppedException where the cell was stopped
     */
    void run(String className, ClassBytecodes[] classes) throws Exception {
        brought(classes);
        loader.loadUnnamed(classes);
        Method method = Class.forName(className, false, loader).getDeclaredMethod(JShellNames.METHOD);
        method.setAccessible(true);
        invoke(method);
    }

    /** Whether the static flag of a class that {@link #run} has run is set. */
    boolean isSet(String className, String flag) {
        try {
            Field field = Class.forName(className, false, loader).getDeclaredField(flag);
            field.setAccessible(true);
            return field.getBoolean(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** New code for classes that are loaded: what is in their fields stays, and old lambdas call the new code. */
    @Override
    public void redefine(ClassBytecodes[] classes) throws ClassInstallException {
        loader.redefine(classes);
    }

    /** The variable's value in words, as JShell's own method would give it of a field that is never recompiled. */
    @Override
    public String varValue(String className, String variable)
            throws RunException, EngineTerminationException, InternalException {
        return super.varValue(loader.homes().homeOf(className, variable), variable);
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        called = true;
        RunningCell here = cell;
        if (here == null) {
            value = snippet.invoke(null);
            JdkHooks.placeSoon(Thread.currentThread().getThreadGroup());
            return "";
        }
        here.compiling(false);
        compiler.unlock();
        try {
            long begun = System.nanoTime();
            try {
                value = here.<@Nullable Object>call(() -> runOnCellThread(snippet));
            } finally {
                ran.addAndGet(System.nanoTime() - begun);
            }
            return ""; // JShell would want its toString, which may be slow, or the person's own
        } catch (InvocationTargetException e) {
            thrown = e.getCause();
            if (thrown instanceof StopCheck.CellStopped) {
                throw new StoppedException();
            }
            throw isJshells(thrown) ? e : new InvocationTargetException(new Thrown());
        } catch (StopCheck.CellStopped e) {
            throw new StoppedException();
        } finally {
            compiler.lock();
            here.compiling(true);
        }
    }

    /** What JShell itself throws where a declaration is called that lacks something, or a snippet is stopped. */
    private static boolean isJshells(@Nullable Throwable thrown) {
        return thrown != null && thrown.getClass().getName().startsWith("jdk.jshell.");
    }

    /** Stands for the person's exception: JShell would ask for its message, which may be slow, or never come. */
    private static final class Thrown extends Exception {
        private static final long serialVersionUID = 1L;

        Thrown() {
            super("thrown by the snippet", null, false, false);
        }
    }

    private @Nullable Object runOnCellThread(Method snippet) throws IllegalAccessException, InvocationTargetException {
        Thread.currentThread().setContextClassLoader(loader);
        return snippet.invoke(null);
    }
}
