package porthole.jupyter.java.run;

import java.io.IOException;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import porthole.jupyter.java.classes.Agent;
import porthole.jupyter.java.classes.VariableStorage;
import porthole.jupyter.java.internal.Internal;

/**
 * Stops a thread that burns in a library's code, where no check is and no interrupt is heard (a power of a BigInteger, a
 * regular expression that tries for ever): the classes on top of its stack get checks at their methods' beginnings, until
 * the thread has ended. Needs {@link Agent}.
 */
final class LibraryWeaver {
    /** So many frames on top of the stack are looked at. */
    private static final int DEPTH = 12;

    /** The JDK's own code that only computes: to break off there leaves nothing half done that others share. */
    private static final List<String> COMPUTING = List.of(
            "java.math.",
            "java.text.",
            "java.util.regex.",
            "java.util.stream.",
            "java.util.DualPivotQuicksort",
            "java.util.TimSort",
            "java.util.ComparableTimSort");

    private static final List<String> OURS = List.of("porthole.", "java.", "javax.", "jdk.", "sun.", "com.sun.");

    private final Map<Class<?>, byte[]> originals = new LinkedHashMap<>();

    /** Weaves the code that {@code thread}, of this stack, is in. */
    void weave(Thread thread, StackTraceElement[] stack) {
        List<ClassDefinition> woven = new ArrayList<>();
        for (int i = 0; i < Math.min(DEPTH, stack.length) && !CellThreads.isCode(stack[i]); i++) {
            try {
                weave(Class.forName(stack[i].getClassName(), false, thread.getContextClassLoader()), woven);
            } catch (ClassNotFoundException | IOException | LinkageError | IndexOutOfBoundsException e) {
                // a class without a name or a file, or one with a method that would become too long
            }
        }
        if (!woven.isEmpty()) {
            redefine(woven);
        }
    }

    private void weave(Class<?> type, List<ClassDefinition> woven) throws IOException {
        boolean computes = COMPUTING.stream().anyMatch(type.getName()::startsWith);
        boolean ours = OURS.stream().anyMatch(type.getName()::startsWith);
        if (Agent.isGranted()
                && Internal.LIBRARY_WEAVER.isOn()
                && !originals.containsKey(type)
                && (computes || !ours)) {
            byte[] original = JdkHooks.original(type);
            woven.add(new ClassDefinition(
                    type, computes ? JdkHooks.asking(type) : Weaver.weave(original, new VariableStorage())));
            originals.put(type, original);
        }
    }

    private static void redefine(List<ClassDefinition> classes) {
        try {
            Agent.redefine(classes.toArray(ClassDefinition[]::new));
        } catch (ClassNotFoundException | UnmodifiableClassException | UnsupportedOperationException | LinkageError e) {
            Internal.LIBRARY_WEAVER.failed(e);
            // the thread burns on, or a class keeps its checks, which cost little
        }
    }

    /** Gives the classes their own code back. */
    void restore() {
        if (!originals.isEmpty()) {
            List<ClassDefinition> own = new ArrayList<>();
            originals.forEach((type, original) -> own.add(new ClassDefinition(type, original)));
            originals.clear();
            redefine(own);
        }
    }
}
