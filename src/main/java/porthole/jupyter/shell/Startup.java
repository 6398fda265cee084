package porthole.jupyter.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import porthole.display.Sentences;

/**
 * What a session starts with. An import waits until a cell first names what it brings, or until there is time: one by
 * one they cost a cell that is sent at once a tenth of its time. Anything else runs before the first cell, and so do the
 * imports in front of it.
 */
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
     * Runs what {@code code} needs.
     *
     * @throws IllegalStateException where one fails; the others have run
     */
    void provideFor(String code) {
        compiler.lock();
        try {
            if (!waiting.isEmpty()) {
                Set<String> words =
                        Tokens.of(code).stream().map(Tokens.Token::text).collect(Collectors.toSet());
                List<String> first = new ArrayList<>(waiting.subList(0, withoutImports()));
                waiting.subList(0, first.size()).clear();
                waiting.stream().filter(one -> words.contains(brought(one))).forEach(first::add);
                run(first);
            }
        } finally {
            compiler.unlock();
        }
    }

    /** Runs all that waits; as {@link #provideFor}. */
    void provideAll() {
        compiler.lock();
        try {
            run(List.copyOf(waiting));
        } finally {
            compiler.unlock();
        }
    }

    /**
     * Runs the first of what waits; as {@link #provideFor}.
     *
     * @return whether more waits
     */
    boolean provideNext() {
        compiler.lock();
        try {
            run(waiting.stream().limit(1).toList());
            return !waiting.isEmpty();
        } finally {
            compiler.unlock();
        }
    }

    private void run(List<String> code) {
        waiting.removeAll(code);
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

    /** How many must run before the first cell: up to the last that is no import of one name. */
    private int withoutImports() {
        int end = waiting.size();
        while (end > 0 && !brought(waiting.get(end - 1)).isEmpty()) {
            end--;
        }
        return end;
    }

    /** The name that an import brings; empty for anything else. */
    private static String brought(String code) {
        List<Tokens.Token> tokens = Tokens.of(code);
        boolean isImport = tokens.size() > 2
                && tokens.get(0).text().equals("import")
                && tokens.get(tokens.size() - 1).text().equals(";");
        String last = isImport ? tokens.get(tokens.size() - 2).text() : "";
        return last.equals("*") || code.indexOf(';') < code.length() - 1 ? "" : last;
    }
}
