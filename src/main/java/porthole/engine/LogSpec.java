package porthole.engine;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What {@code docker logs} is told. */
public final class LogSpec {
    final String container;
    private final Instant now = Instant.now();

    @Nullable
    Integer tail;

    @Nullable
    String since;

    @Nullable
    String until;

    @Nullable
    Duration limit;

    boolean timestamps;
    boolean details;
    boolean follow;

    /** All that the container has said. */
    public LogSpec(String container) {
        this.container = container;
    }

    /** {@code --tail}: only that many lines from the end. */
    public LogSpec tail(int lines) {
        tail = lines;
        return this;
    }

    /** {@code --since}: {@code 42m} ago, or a moment such as {@code 2026-01-31T12:00:00Z}. */
    public LogSpec since(String moment) {
        since = moment;
        return this;
    }

    /** {@code --until}: as {@link #since}. */
    public LogSpec until(String moment) {
        until = moment;
        return this;
    }

    /** {@code --timestamps}: when each line was said. */
    public LogSpec timestamps() {
        timestamps = true;
        return this;
    }

    /** {@code --details}: what the logging driver adds. */
    public LogSpec details() {
        details = true;
        return this;
    }

    /** {@code --follow}: go on until the container ends, or the cell is interrupted. */
    public LogSpec follow() {
        follow = true;
        return this;
    }

    /** {@code --follow}, for so long at most. */
    public LogSpec follow(Duration limit) {
        this.limit = limit;
        return follow();
    }

    /** The command line that says the same. */
    public String commandLine() {
        return new CommandLine("docker", "logs")
                .flag("--follow", follow)
                .flag("--timestamps", timestamps)
                .flag("--details", details)
                .option("--tail", tail == null ? null : String.valueOf(tail))
                .option("--since", since)
                .option("--until", until)
                .words(container)
                .toString();
    }

    /** The call of the API. */
    Query path() {
        Query path = Query.of("/containers/{}/logs", container)
                .with("stdout", true)
                .with("stderr", true)
                .with("follow", follow)
                .with("timestamps", timestamps)
                .with("details", details)
                .with("tail", tail == null ? "all" : String.valueOf(tail));
        if (since != null) {
            path.with("since", Moments.seconds("--since", since, now));
        }
        if (until != null) {
            path.with("until", Moments.seconds("--until", until, now));
        }
        return path;
    }
}
