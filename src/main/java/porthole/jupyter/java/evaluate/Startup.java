package porthole.jupyter.java.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import porthole.display.Sentences;
import porthole.jupyter.java.text.SourceLocation;

/** Java that a session runs before its first cell, once. */
public final class Startup {
    private final ReentrantLock compiler;
    private final Supplier<JShellSession> snippets;
    private final List<String> code;
    private final List<String> waiting;

    /** @param code snippets, run in this order */
    public Startup(ReentrantLock compiler, Supplier<JShellSession> snippets, List<String> code) {
        this.compiler = compiler;
        this.snippets = snippets;
        this.code = List.copyOf(code);
        this.waiting = new ArrayList<>(code);
    }

    /** The session begins anew: all of it is to be run again. */
    public void renew() {
        waiting.clear();
        waiting.addAll(code);
    }

    /**
     * Runs what has not been run.
     *
     * @throws IllegalStateException where something of it fails; the rest has run
     */
    public void run() {
        compiler.lock();
        try {
            List<String> due = List.copyOf(waiting);
            waiting.clear();
            run(due);
        } finally {
            compiler.unlock();
        }
    }

    private void run(List<String> due) {
        List<String> failures = new ArrayList<>();
        for (String one : due) {
            try {
                snippets.get().run(null, new SourceLocation(SourceLocation.START, one, 0), one);
            } catch (CellFailure e) {
                failures.add("\"" + one + "\": " + e.outcome().message());
            }
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(
                    Sentences.of(Startup.class).say("start.failed", String.join("; ", failures)));
        }
    }
}
