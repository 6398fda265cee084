package porthole.jupyter.java.reader;

import com.sun.source.util.JavacTask;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;
import porthole.jupyter.java.internal.Internal;

/**
 * A compiler that keeps what it has read of classes from one task to the next, which makes the next one several times
 * as fast: javac's own pool, the one that JShell compiles with. It is no part of the JDK's interface, so the jar's
 * manifest asks for its package ({@code Add-Exports}); where that is not granted, each task reads everything itself.
 */
final class CompilerPool {
    private static final String POOL = "com.sun.tools.javac.api.JavacTaskPool";

    private final JavaCompiler compiler;
    private final @Nullable Object pool;
    private final @Nullable Method getTask;
    private final @Nullable Class<?> worker;
    private Optional<JavacPackageReset> forgetting = Optional.empty();
    private boolean sought;
    private String forgotten = "";

    CompilerPool(JavaCompiler compiler) {
        this.compiler = compiler;
        Object made = null;
        Method found = null;
        Class<?> asked = null;
        try {
            if (!Internal.COMPILER_POOL.isOn()) {
                throw new ClassNotFoundException("switched off");
            }
            Class<?> type = Class.forName(POOL, false, ClassLoader.getSystemClassLoader());
            asked = Class.forName(POOL + "$Worker", false, ClassLoader.getSystemClassLoader());
            found = type.getMethod(
                    "getTask",
                    Writer.class,
                    JavaFileManager.class,
                    DiagnosticListener.class,
                    Iterable.class,
                    Iterable.class,
                    Iterable.class,
                    asked);
            made = type.getConstructor(int.class).newInstance(1);
        } catch (ReflectiveOperationException | LinkageError e) {
            made = null;
            Internal.COMPILER_POOL.failed(e);
        }
        pool = made;
        getTask = found;
        worker = asked;
    }

    /** Whether a task costs a few milliseconds and not a tenth of a second, whatever else the cells declare. */
    boolean isWarm() {
        return forgetting().isPresent();
    }

    private Optional<JavacPackageReset> forgetting() {
        if (!sought && pool != null) {
            forgetting = JavacPackageReset.find();
        }
        sought = true;
        return forgetting;
    }

    /**
     * Lists a package of the class path anew from the next task on.
     *
     * @return whether it can: where not, take another pool
     */
    boolean forget(String packageName) {
        forgotten = packageName;
        return isWarm();
    }

    private JavacTask begun(JavacTask task) {
        if (!forgotten.isEmpty()) {
            forgetting().ifPresent(f -> f.forget(task, forgotten));
            forgotten = "";
        }
        return task;
    }

    /** What {@code work} makes of a task, which must not be used afterwards. */
    @SuppressWarnings("unchecked") // the pool gives what the work gives
    <T> T run(
            JavaFileManager files,
            List<String> options,
            DiagnosticListener<JavaFileObject> complaints,
            JavaFileObject unit,
            Function<JavacTask, T> work) {
        if (pool == null || getTask == null || worker == null) {
            return work.apply(
                    (JavacTask) compiler.getTask(new StringWriter(), files, complaints, options, null, List.of(unit)));
        }
        Object asWorker = Proxy.newProxyInstance(
                worker.getClassLoader(),
                new Class<?>[] {worker},
                (self, method, given) -> work.apply(begun((JavacTask) given[0])));
        try {
            return (T)
                    getTask.invoke(pool, new StringWriter(), files, complaints, options, null, List.of(unit), asWorker);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
