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

/**
 * The flags and arguments of {@code docker logs}. Each method sets a flag and returns this object, so that calls can be
 * chained. A value is checked when the command runs, which throws {@code EngineException} if it is not valid or this
 * engine's API does not know the flag yet.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/container/logs/">docker logs</a>
 */
public final class LogSpec {
    final String container;
    private final Instant now = Instant.now();

    private final Settings settings = new Settings(ContainerFlags.LOGS);

    @Nullable
    Duration limit;

    /**
     * Starts with no flags: all that the container has printed up to now.
     *
     * @param container the container's name or id
     */
    public LogSpec(String container) {
        this.container = container;
    }

    /**
     * {@code --tail}: only the last lines.
     *
     * @param lines how many; a negative number means all
     * @return this object
     */
    public LogSpec tail(int lines) {
        return flag("--tail", String.valueOf(lines));
    }

    /**
     * {@code --since}: only what was printed after a time.
     *
     * @param moment how long ago ({@code 42m}), a time ({@code 2026-01-31T12:00:00Z}; without a zone, the kernel's), or
     *     seconds since 1970
     * @return this object
     */
    public LogSpec since(String moment) {
        return flag("--since", moment);
    }

    /**
     * {@code --until}: only what was printed before a time.
     *
     * @param moment in the forms of {@link #since}
     * @return this object
     */
    public LogSpec until(String moment) {
        return flag("--until", moment);
    }

    /**
     * {@code --timestamps}: puts the time before each line (RFC 3339, UTC).
     *
     * @return this object
     */
    public LogSpec timestamps() {
        return flag("--timestamps", "true");
    }

    /**
     * {@code --details}: puts before each line what the logging driver adds, such as labels.
     *
     * @return this object
     */
    public LogSpec details() {
        return flag("--details", "true");
    }

    /**
     * {@code --follow}: shows further lines as they come, until the container ends or the cell is interrupted.
     *
     * @return this object
     */
    public LogSpec follow() {
        return flag("--follow", "true");
    }

    /**
     * {@code --follow}: shows further lines as they come, for a limited time.
     *
     * @param limit after which the log is returned as it is
     * @return this object
     */
    public LogSpec follow(Duration limit) {
        this.limit = limit;
        return follow();
    }

    /**
     * Sets any flag of {@code docker logs} by its name on the command line: {@code flag("--tail", "5")}. Flags that may
     * be repeated are added; of any other, the last value counts.
     *
     * @param flag the flag's long name with its dashes
     * @param value its value; {@code "true"} or {@code "false"} for a flag that takes none
     * @return this object
     * @throws porthole.engine.api.EngineException if the command has no such flag, or Porthole does not support it; the
     *     message suggests the nearest
     */
    public LogSpec flag(String flag, String value) {
        settings.give(flag, value);
        return this;
    }

    boolean follows() {
        return settings.on("--follow");
    }

    /** Gives the command line that says the same, as one would type it in a shell. */
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
