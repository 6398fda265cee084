package porthole.jupyter.java.run;

import java.util.List;
import java.util.Map;

/** The platform threads that run code of cells beside the one that asks: what a new session does not end. */
public final class EarlierThreads {
    private EarlierThreads() {}

    /** Their names, in order; a pool's thread without a task is not among them. */
    public static List<String> names() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(e -> e.getKey() != Thread.currentThread() && CellThreads.isCode(e.getValue()))
                .map(Map.Entry::getKey)
                .map(Thread::getName)
                .sorted()
                .toList();
    }
}
