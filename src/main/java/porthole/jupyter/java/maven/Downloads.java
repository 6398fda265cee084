package porthole.jupyter.java.maven;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.display.Sentences;
import porthole.jupyter.magic.Screen;

/** Downloads on the screen: one line, replaced as they go on. */
final class Downloads implements DownloadProgress {
    private static final Sentences SENTENCES = Sentences.of(Downloads.class);

    /** Often enough for an eye, seldom enough for a front end. */
    private static final long PACE = TimeUnit.MILLISECONDS.toNanos(150);

    private final Screen screen;
    private final Map<String, Long> bytes = new TreeMap<>();
    private long shownAt;
    private @Nullable String id;
    private volatile boolean cancelled;

    Downloads(Screen screen) {
        this.screen = screen;
    }

    @Override
    public synchronized void downloading(String file, long done, long total) {
        bytes.put(file, done);
        long now = System.nanoTime();
        if (id == null || now - shownAt > PACE) {
            shownAt = now;
            String line = total > 0
                    ? SENTENCES.say("downloading.of", file, size(done), size(total))
                    : SENTENCES.say("downloading", file, size(done));
            show(bytes.size() > 1 ? SENTENCES.say("downloading.more", line, bytes.size()) : line);
        }
    }

    /** Says what has come, where anything has. */
    synchronized void finish() {
        if (id != null) {
            long sum = bytes.values().stream().mapToLong(Long::longValue).sum();
            String key = (cancelled ? "stopped" : "downloaded") + (bytes.size() == 1 ? ".one" : ".many");
            show(SENTENCES.say(key, bytes.size(), size(sum)));
        }
    }

    private void show(String text) {
        if (id == null) {
            id = screen.show(line(text));
        } else {
            screen.update(id, line(text));
        }
    }

    private static Displayable line(String text) {
        return () -> List.of(MimeBundle.text(text));
    }

    /** A number of bytes as people say it. */
    static String size(long bytes) {
        return bytes < 1_000_000
                ? Math.max(1, bytes / 1000) + " kB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    void cancel() {
        cancelled = true;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }
}
