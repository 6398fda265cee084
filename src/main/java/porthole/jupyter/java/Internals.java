package porthole.jupyter.java;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jdk.jshell.JShell;
import porthole.display.Sentences;
import porthole.jupyter.java.classes.Agent;
import porthole.jupyter.java.evaluate.JShellHistory;
import porthole.jupyter.java.internal.Internal;
import porthole.jupyter.java.reader.JavaReader;
import porthole.jupyter.java.run.JdkHooks;
import porthole.jupyter.java.text.CellLines;

/** Tries in this process what the kernel uses of the JDK that is no part of its interface. */
public final class Internals {
    private static final Sentences SENTENCES = Sentences.of(Internals.class);

    private Internals() {}

    /** For each, by its word: empty where it works, else why not, in a few words. */
    public static Map<String, Optional<String>> look() {
        Map<String, Optional<String>> all = new TreeMap<>();
        JdkHooks.place();
        boolean hasPool = JavaReader.hasPool();
        boolean forgets = Agent.isGranted() && isForgetful();
        for (Internal one : Internal.values()) {
            boolean works = switch (one) {
                case EXPRESSIONS, COMPILER_POOL -> hasPool;
                case JDK_HOOKS, LIBRARY_WEAVER -> Agent.isGranted();
                case JSHELL_HISTORY -> forgets;
            };
            all.put(one.word(), whyNot(one, works));
        }
        return all;
    }

    private static Optional<String> whyNot(Internal one, boolean works) {
        if (!one.isOn()) {
            return Optional.of(SENTENCES.say("internals.off"));
        }
        Optional<String> failure = one.failure().map(Throwable::toString);
        return works || failure.isPresent() ? failure : Optional.of(SENTENCES.say("internals.denied"));
    }

    private static boolean isForgetful() {
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            return JShellHistory.of(shell, shell.sourceCodeAnalysis(), new CellLines())
                    .isActive();
        }
    }
}
