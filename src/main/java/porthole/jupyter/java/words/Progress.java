package porthole.jupyter.java.words;

import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import porthole.display.Html;
import porthole.display.Language;
import porthole.display.MimeBundle;
import porthole.display.Sentences;
import porthole.jupyter.api.Outputs;
import porthole.jupyter.java.run.RunningCell;
import porthole.jupyter.java.show.Values;

/**
 * A progress bar under the cell that made it. It is redrawn at most ten times a second, however often it is moved. Its
 * methods may be called from any thread.
 */
public final class Progress implements AutoCloseable {
    private static final Sentences SENTENCES = Sentences.of(Values.class);
    private static final long REDRAW = 100_000_000;
    private static final int WIDTH = 30;

    private final RunningCell cell;
    private final Outputs outputs;
    private final String title;
    private final long total;
    private final String id = UUID.randomUUID().toString();
    private final long begun = System.nanoTime();
    private String saying = "";
    private long done;
    private long drawn;
    private boolean stale;

    /**
     * @param cell under which it is drawn; when it ends, the bar is as it was left
     * @param total of steps; negative where nobody knows
     */
    Progress(RunningCell cell, String title, long total) {
        this.cell = cell;
        this.outputs = cell.outputs();
        this.title = title;
        this.total = total;
        drawn = begun;
        outputs.display(bundle(), Optional.of(id));
    }

    /** Moves the bar by one step. */
    public void step() {
        step(1);
    }

    /**
     * Moves the bar by several steps.
     *
     * @param steps how many; 0 redraws only
     */
    public synchronized void step(long steps) {
        done += steps;
        long now = System.nanoTime();
        if (now - drawn >= REDRAW || done == total) {
            drawn = now;
            draw();
        } else if (!stale) {
            stale = true;
            cell.atEnd(this::catchUp);
        }
    }

    private synchronized void catchUp() {
        if (stale) {
            draw();
        }
    }

    private void draw() {
        stale = false;
        outputs.update(bundle(), id);
    }

    /**
     * Shows a text beside the bar, such as what is being done now.
     *
     * @param text any text; empty to remove it
     */
    public synchronized void say(String text) {
        saying = text;
        step(0);
    }

    /** Draws the bar as it is now. It is not moved to its end. */
    @Override
    public synchronized void close() {
        draw();
    }

    /** The items are at their end, which a collection that grew meanwhile may not know by its size. */
    private synchronized void end() {
        if (total < 0) {
            draw();
        } else {
            catchUp();
        }
    }

    /** Gives the bar and its numbers as plain text. */
    @Override
    public synchronized String toString() {
        return bundle().plain();
    }

    private MimeBundle bundle() {
        String text = words();
        String bar = total <= 0
                ? "<progress style=\"width:16em;vertical-align:middle\"></progress>"
                : "<progress value=\"" + Math.min(done, total) + "\" max=\"" + total
                        + "\" style=\"width:16em;vertical-align:middle\"></progress>";
        String html = (title.isEmpty() ? "" : Html.escape(title) + " ") + bar + " " + Html.escape(text);
        String head = title.isEmpty() ? "" : title + " ";
        if (total <= 0) {
            return MimeBundle.html(html, head + text);
        }
        int full = (int) (WIDTH * Math.min(done, total) / total);
        return MimeBundle.html(html, head + "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + text);
    }

    private String words() {
        double seconds = (System.nanoTime() - begun) / 1e9;
        String count = total < 0
                ? number(done)
                : Language.current()
                        .aside(
                                SENTENCES.say("progress.of", number(done), number(total)),
                                (total == 0 ? 100 : 100 * done / total) + " %");
        String time;
        if (done >= total && total >= 0) {
            time = SENTENCES.say("progress.done", count, time(seconds));
        } else if (done > 0 && total > 0 && seconds > 1) {
            time = count + ", " + SENTENCES.say("progress.left", time(seconds / done * (total - done)));
        } else {
            time = count + ", " + time(seconds);
        }
        return saying.isEmpty() ? time : time + " · " + saying;
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String time(double seconds) {
        long whole = Math.round(seconds);
        return seconds < 10
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : whole < 60 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s";
    }

    /** Goes through {@code items}, a step for each. */
    static <T> Iterable<T> through(Iterable<T> items, RunningCell cell, String title, long total) {
        return () -> {
            Iterator<T> each = items.iterator();
            Progress progress = new Progress(cell, title, total);
            return new Iterator<>() {
                private boolean begun;

                @Override
                public boolean hasNext() {
                    if (begun) {
                        progress.step();
                        begun = false;
                    }
                    boolean more = each.hasNext();
                    if (!more) {
                        progress.end();
                    }
                    return more;
                }

                @Override
                public T next() {
                    if (begun) {
                        progress.step();
                    }
                    T next = each.next();
                    begun = true;
                    return next;
                }
            };
        };
    }
}
