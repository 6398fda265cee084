package porthole.jupyter.java.classes;

import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The JVM's leave to replace code of classes that are loaded. {@code java -jar} grants it through {@code
 * Launcher-Agent-Class} in the manifest, without a flag; where the kernel is started otherwise it does without.
 */
public final class Agent {
    private static volatile @Nullable Instrumentation granted;
    private static volatile boolean renounced;

    private Agent() {}

    /** Called by the JVM before {@code main}, or when a tool attaches. */
    public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
        granted = instrumentation;
    }

    /**
     * Replaces no code from now on, though all that leads there is done: a JVM of release 17 that has replaced classes
     * of the JDK crashes when it archives its classes at exit.
     */
    public static void renounce() {
        renounced = true;
    }

    public static boolean isGranted() {
        return granted != null;
    }

    /**
     * Replaces the code of loaded classes; their objects and static fields stay.
     *
     * @throws UnsupportedOperationException without leave, or where more than the bodies of methods differs
     */
    public static void redefine(ClassDefinition... classes) throws ClassNotFoundException, UnmodifiableClassException {
        Instrumentation instrumentation = granted;
        if (instrumentation == null || renounced) {
            throw new UnsupportedOperationException("The kernel was not started with java -jar, or renounces");
        }
        instrumentation.redefineClasses(classes);
    }

    /** Lets this code call what a package of {@code java.base} keeps to itself; without leave, does nothing. */
    public static void open(String packageName) {
        open(Object.class.getModule(), packageName);
    }

    /** The same for a package of {@code module}. */
    public static void open(Module module, String packageName) {
        Instrumentation instrumentation = granted;
        if (instrumentation != null && !renounced) {
            instrumentation.redefineModule(
                    module,
                    Set.of(),
                    Map.of(),
                    Map.of(packageName, Set.of(Agent.class.getModule())),
                    Set.of(),
                    Map.of());
        }
    }

    /** Whether the static initializer of {@code type} has run, and has not failed; without leave it counts as such. */
    public static boolean isInitialized(Class<?> type) {
        if (!isGranted() || renounced) {
            return true;
        }
        try {
            open("jdk.internal.misc");
            Class<?> unsafe = Class.forName("jdk.internal.misc.Unsafe");
            Method get = unsafe.getMethod("getUnsafe");
            Method question = unsafe.getMethod("shouldBeInitialized", Class.class);
            get.setAccessible(true);
            question.setAccessible(true);
            return Boolean.FALSE.equals(question.invoke(get.invoke(null), type));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return true; // another JDK's way: its values are then asked for all the same
        }
    }
}
