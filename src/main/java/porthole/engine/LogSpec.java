package porthole.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
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
            path.with("since", moment("--since", since));
        }
        if (until != null) {
            path.with("until", moment("--until", until));
        }
        return path;
    }

    /** The engine takes seconds since 1970; the command line takes a span as "so long ago" too. */
    private String moment(String flag, String given) {
        if (given.matches("[0-9]+(\\.[0-9]+)?")) {
            return given;
        }
        if (given.matches("([0-9.]+(ns|us|ms|s|m|h))+")) {
            var span = Json.object();
            Flag.of(flag, "span", Flag.Kind.DURATION).into(span, given);
            return seconds(now.minusNanos(span.path("span").asLong()));
        }
        try {
            String full = given.matches("\\d{4}-\\d\\d-\\d\\d") ? given + "T00:00:00" : given;
            return seconds(
                    full.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                            ? OffsetDateTime.parse(full).toInstant()
                            : java.time.LocalDateTime.parse(full)
                                    .atZone(java.time.ZoneId.systemDefault())
                                    .toInstant());
        } catch (DateTimeParseException e) {
            throw Errors.sentence("moment.bad", given, flag);
        }
    }

    private static String seconds(Instant moment) {
        return moment.getEpochSecond() + "." + String.format(java.util.Locale.ROOT, "%09d", moment.getNano());
    }
}
