package porthole.engine.container;

import java.util.List;
import java.util.Locale;
import porthole.engine.api.CommandLine;
import porthole.engine.api.EngineJson;
import porthole.engine.api.Query;
import porthole.engine.flag.ContainerFlags;
import porthole.engine.flag.Settings;

/**
 * The flags and arguments of {@code docker stop}. They serve {@code docker restart} and {@code docker kill} as well.
 * Each method sets a flag and returns this object, so that calls can be chained. A value is checked when the command
 * runs, which throws {@code EngineException} if it is not valid or this engine's API does not know the flag yet.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/container/stop/">docker stop</a>
 */
public final class StopSpec {
    private final Settings settings = new Settings(ContainerFlags.STOP);

    /**
     * {@code --signal}: the signal that is sent to the container's first process.
     *
     * @param signal its name or number: {@code SIGHUP}, {@code HUP} or {@code 1}
     * @return this object
     */
    public StopSpec signal(String signal) {
        return flag("--signal", signal);
    }

    /**
     * {@code --timeout}: how long the container may take to end before it is killed. {@code docker kill} does not take
     * it.
     *
     * @param seconds the time; -1 for no limit
     * @return this object
     */
    public StopSpec timeout(int seconds) {
        return flag("--timeout", String.valueOf(seconds));
    }

    /**
     * Sets any flag of {@code docker stop} by its name on the command line: {@code flag("--timeout", "1")}. Flags that
     * may be repeated are added; of any other, the last value counts.
     *
     * @param flag the flag's long name with its dashes
     * @param value its value; {@code "true"} or {@code "false"} for a flag that takes none
     * @return this object
     * @throws porthole.engine.api.EngineException if the command has no such flag, or Porthole does not support it; the
     *     message suggests the nearest
     */
    public StopSpec flag(String flag, String value) {
        settings.give(flag, value);
        return this;
    }

    /** Whether it sends SIGKILL, which no program can answer in another way. */
    boolean kills() {
        return settings.value("--signal")
                .map(signal -> List.of("KILL", "SIGKILL", "9").contains(signal.toUpperCase(Locale.ROOT)))
                .orElse(true);
    }

    Query into(Query path) {
        settings.into(EngineJson.object()); // tells what is no number
        settings.value("--signal").ifPresent(signal -> path.with("signal", signal));
        settings.value("--timeout").ifPresent(seconds -> path.with("t", seconds));
        return path;
    }

    CommandLine into(CommandLine line) {
        settings.tell(line);
        return line;
    }
}
