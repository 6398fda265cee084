package porthole.engine.sandbox;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import porthole.engine.api.Notices;
import porthole.engine.api.StreamFrames;

/**
 * What a process says, shown while it says it, once it takes longer than a moment; in the end the value tells it, and
 * what was shown goes. Where the wait is interrupted, it stays.
 */
public final class LiveOutput implements StreamFrames.Listener, AutoCloseable {
    private static final int MOMENT_MILLISECONDS = 600;
    private static final int STEP_MILLISECONDS = 250;
    /** More than this is not sent again and again; the end is what changes. */
    private static final int SHOWN = 20_000;

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "live output");
        thread.setDaemon(true);
        return thread;
    });

    private final Notices notices;
    private final Object key = new Object();
    private final StringBuilder text = new StringBuilder();
    private final ScheduledFuture<?> clock;
    private boolean news;
    private boolean shown;
    private boolean over;

    public LiveOutput(Notices notices) {
        this.notices = notices;
        clock = CLOCK.scheduleWithFixedDelay(this::show, MOMENT_MILLISECONDS, STEP_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized boolean hear(String piece, boolean complaint) {
        text.append(piece);
        if (text.length() > 2 * SHOWN) {
            text.delete(0, text.length() - SHOWN);
        }
        news = true;
        return false;
    }

    /** What was said so far; its end, where that is much. */
    synchronized String text() {
        return text.toString();
    }

    private synchronized void show() {
        if (news && !over) {
            notices.output(key, text.substring(Math.max(0, text.length() - SHOWN)), false);
            news = false;
            shown = true;
        }
    }

    /** The process has ended, and its value tells what it said. */
    public synchronized void done() {
        if (shown && !over) {
            notices.output(key, "", true);
        }
        over = true;
    }

    /** Whatever was said last is shown, where {@link #done()} was not called. */
    @Override
    public synchronized void close() {
        clock.cancel(false);
        show();
        over = true;
    }
}
