package porthole.jupyter.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import porthole.display.Home;
import porthole.display.Sentences;
import porthole.jupyter.api.PastCell;

/**
 * Keeps this session's cells beyond its end, and knows those of earlier ones. Writing is done by a thread of its own, a
 * moment after the cell was answered, and never fails a cell: what goes wrong is said once in the kernel's log, and from
 * then on nothing is kept.
 */
public final class Archive implements AutoCloseable {
    /** The environment's word: {@code off} keeps nothing and tells nothing of earlier sessions. */
    static final String VARIABLE = "PORTHOLE_HISTORY";

    private static final Set<String> OFF = Set.of("off", "false", "no", "0");

    /** For how long a cell waits for others before it is written, in nanoseconds. */
    private static final long GATHERING = TimeUnit.MILLISECONDS.toNanos(250);

    /** Characters of a cell above which no person has typed it. */
    private static final int LONGEST = 200_000;

    private final @Nullable HistoryFile file;
    private final Consumer<String> log;
    private final Queue<PastCell> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore news = new Semaphore(0);
    private final AtomicBoolean writes = new AtomicBoolean();
    private int session;
    private volatile boolean failed;

    private Archive(@Nullable HistoryFile file, Consumer<String> log) {
        this.file = file;
        this.log = log;
    }

    /** In {@code file}. */
    static Archive in(Path file, Consumer<String> log) {
        return new Archive(new HistoryFile(file), log);
    }

    /** Keeps nothing. */
    public static Archive none() {
        return new Archive(null, line -> {});
    }

    /**
     * The user's, in {@code $XDG_STATE_HOME/porthole} or {@code ~/.local/state/porthole}; none where {@value #VARIABLE}
     * is {@code off}, or where there is no such home, as for a container's bare user id. Writes no file yet.
     *
     * @param log takes the one sentence about what goes wrong
     */
    public static Archive ofUser(Map<String, String> environment, Consumer<String> log) {
        if (OFF.contains(environment.getOrDefault(VARIABLE, "").strip().toLowerCase(Locale.ROOT))) {
            return none();
        }
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        Path home = Home.folder(environment);
        if (!state.startsWith("/") && !Files.isDirectory(home)) {
            return none();
        }
        Path folder =
                state.startsWith("/") ? Path.of(state) : home.resolve(".local").resolve("state");
        return in(folder.resolve("porthole").resolve("history.jsonl"), log);
    }

    /** Keeps a cell; returns at once, also while another kernel holds the file. */
    void keep(int count, String code) {
        if (file == null || failed || code.isBlank() || code.length() > LONGEST) {
            return;
        }
        waiting.add(new PastCell(0, count, code)); // the file numbers its session
        news.release();
        if (!writes.getAndSet(true)) {
            Thread thread = new Thread(this::write, "jupyter-history");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void write() {
        while (true) {
            news.acquireUninterruptibly();
            LockSupport.parkNanos(GATHERING);
            flush();
        }
    }

    private synchronized void flush() {
        if (file == null || failed || waiting.isEmpty()) {
            return;
        }
        List<PastCell> cells = new ArrayList<>();
        for (PastCell cell = waiting.poll(); cell != null; cell = waiting.poll()) {
            cells.add(cell);
        }
        try {
            session = file.add(session, cells);
        } catch (IOException | RuntimeException e) {
            fail(e);
        }
    }

    private void fail(Exception e) {
        failed = true;
        waiting.clear();
        String reason = e.getClass().getSimpleName() + ": " + e.getMessage();
        log.accept(Sentences.of(Archive.class).say("history.failed", reason, VARIABLE));
    }

    /** Cells of all sessions but this one, oldest first. */
    synchronized List<PastCell> earlier() {
        flush();
        if (file == null) {
            return List.of();
        }
        try {
            return file.read().stream()
                    .filter(cell -> cell.session() != session)
                    .toList();
        } catch (IOException | RuntimeException e) {
            if (!failed) {
                fail(e);
            }
            return List.of();
        }
    }

    /** This session's number: one that is kept already, else one above {@code earlier}. */
    synchronized int session(List<PastCell> earlier) {
        return session != 0
                ? session
                : 1 + earlier.stream().mapToInt(PastCell::session).max().orElse(0);
    }

    /** Writes what waits. */
    @Override
    public void close() {
        flush();
    }
}
