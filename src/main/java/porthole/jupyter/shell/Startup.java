package porthole.jupyter.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import porthole.display.Sentences;

/** Java that a session runs before its first cell, once. */
final class Startup {
    private final ReentrantLock compiler;
    private final Snippets snippets;
    private final List<String> waiting;

    /** @param code snippets, run in this order */
    Startup(ReentrantLock compiler, Snippets snippets, List<String> code) {
        this.compiler = compiler;
        this.snippets = snippets;
        this.waiting = new ArrayList<>(code);
    }

    /**
     * Runs what has not been run.
     *
     * @throws IllegalStateException where something of it fails; the rest has run
     */
    void run() {
        compiler.lock();
        try {
            List<String> code = List.copyOf(waiting);
            waiting.clear();
            run(code);
        } finally {
            compiler.unlock();
        }
    }

    private void run(List<String> code) {
        List<String> failures = new ArrayList<>();
        for (String one : code) {
            try {
                snippets.run(null, new Place(Place.START, one, 0), one);
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
