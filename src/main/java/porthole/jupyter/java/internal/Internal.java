package porthole.jupyter.java.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A way in which the kernel uses what is no part of the JDK's interface, or goes round JShell. Each can be switched off
 * by the system property {@code porthole.without} (names with commas: {@code -Dporthole.without=compiler-pool,jdk-hooks});
 * cells then give the same, slower or with less to stop and to read. {@code ./porthole doctor} says which are active.
 */
public enum Internal {
    /** Expressions and statements are compiled once, without JShell, which compiles them two to five times. */
    EXPRESSIONS,
    /** The compiler keeps what it has read of classes from one cell to the next. */
    COMPILER_POOL,
    /** The JDK's methods that wait deaf to an interrupt, or end the process, or give stack traces, ask the kernel. */
    JDK_HOOKS,
    /** Checks come into a library's code in which an interrupted cell computes. */
    LIBRARY_WEAVER,
    /** JShell forgets refused and replaced snippets. */
    JSHELL_HISTORY;

    /** What the JVM of this process lets nobody do; no session's. */
    private static final Map<Internal, Throwable> FAILURES = new ConcurrentHashMap<>();

    /** As the property names it: {@code jdk-hooks}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is not switched off. */
    public boolean isOn() {
        return Arrays.stream(System.getProperty("porthole.without", "").split(",", -1))
                .noneMatch(name -> name.strip().equals(word()));
    }

    /** It does not work on this JDK, or was refused; what depends on it is done without. */
    public void failed(Throwable thrown) {
        FAILURES.put(this, thrown);
    }

    /** It works now, whatever failed before: the JVM's leave may come later than the first try. */
    public void worked() {
        FAILURES.remove(this);
    }

    /** Why it does not work; empty where nothing has failed. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(FAILURES.get(this));
    }
}
