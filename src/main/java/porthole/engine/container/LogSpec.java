package porthole.engine.container;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import porthole.engine.api.CommandLine;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.Query;
import porthole.engine.flag.ContainerFlags;
import porthole.engine.flag.Settings;
import porthole.engine.format.LogTimes;

/** What {@code docker logs} is told. */
public final class LogSpec {
    final String container;
    private final Instant now = Instant.now();

    private final Settings settings = new Settings(ContainerFlags.LOGS);

    @Nullable
    Duration limit;

    /** All that the container has said. */
    public LogSpec(String container) {
        this.container = container;
    }

    /** {@code --tail}: only that many lines from the end. */
    public LogSpec tail(int lines) {
        return flag("--tail", String.valueOf(lines));
    }

    /** {@code --since}: {@code 42m} ago, or a moment such as {@code 2026-01-31T12:00:00Z}. */
    public LogSpec since(String moment) {
        return flag("--since", moment);
    }

    /** {@code --until}: as {@link #since}. */
    public LogSpec until(String moment) {
        return flag("--until", moment);
    }

    /** {@code --timestamps}: when each line was said. */
    public LogSpec timestamps() {
        return flag("--timestamps", "true");
    }

    /** {@code --details}: what the logging driver adds. */
    public LogSpec details() {
        return flag("--details", "true");
    }

    /** {@code --follow}: go on until the container ends, or the cell is interrupted. */
    public LogSpec follow() {
        return flag("--follow", "true");
    }

    /** {@code --follow}, for so long at most. */
    public LogSpec follow(Duration limit) {
        this.limit = limit;
        return follow();
    }

    /** Any flag of {@code docker logs}, as on the command line: {@code flag("--tail", "5")}. */
    public LogSpec flag(String flag, String value) {
        settings.give(flag, value);
        return this;
    }

    boolean follows() {
        return settings.on("--follow");
    }

    /** The command line that says the same. */
    public String commandLine() {
        CommandLine line = new CommandLine("docker", "logs");
        settings.tell(line);
        return line.words(container).toString();
    }

    /** The call of the API. */
    Query path() {
        return path(follows(), tail());
    }

    /** That for the last line alone. */
    Query lastLine() {
        return path(false, "1");
    }

    private Query path(boolean follow, String tail) {
        Query path = Query.of("/containers/{}/logs", container)
                .with("stdout", true)
                .with("stderr", true)
                .with("follow", follow)
                .with("timestamps", settings.on("--timestamps"))
                .with("details", settings.on("--details"))
                .with("tail", tail);
        for (String bound : List.of("since", "until")) {
            settings.value("--" + bound)
                    .ifPresent(moment -> path.with(bound, LogTimes.seconds("--" + bound, moment, now)));
        }
        return path;
    }

    /** A number of lines; as the program has it, a negative one is all. */
    private String tail() {
        String tail = settings.value("--tail").orElse("all");
        if (!tail.equals("all") && !tail.matches("-?\\d{1,9}")) {
            throw EngineSentences.sentence("logs.tail", tail);
        }
        return tail.startsWith("-") ? "all" : tail;
    }
}
