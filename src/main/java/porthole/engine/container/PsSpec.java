package porthole.engine.container;

import java.util.List;
import porthole.engine.api.CommandLine;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;
import porthole.engine.api.Query;
import porthole.engine.flag.ContainerFlags;
import porthole.engine.flag.Settings;

/**
 * The flags and arguments of {@code docker ps}. Each method sets a flag and returns this object, so that calls can be
 * chained. A value is checked when the command runs, which throws {@link EngineException} if it is not valid or this
 * engine's API does not know the flag yet.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/container/ls/">docker ps</a>
 */
public final class PsSpec {
    private final Settings settings = new Settings(ContainerFlags.PS);

    /**
     * {@code --all}: lists the containers that do not run, too.
     *
     * @return this object
     */
    public PsSpec all() {
        return flag("--all", "true");
    }

    /**
     * {@code --last}: lists only the newest containers, whatever their state.
     *
     * @param containers how many; -1 for no limit
     * @return this object
     */
    public PsSpec last(int containers) {
        return flag("--last", String.valueOf(containers));
    }

    /**
     * {@code --filter}: lists only the containers that meet these conditions. Of one key any may hold, of several keys
     * all must.
     *
     * @param conditions {@code name=web}, {@code status=exited}, {@code network=shop}, {@code label=floor=2},
     *     {@code publish=80}…
     * @return this object
     * @throws EngineException if a condition is not of the form {@code key=value}
     */
    public PsSpec filter(String... conditions) {
        Query.requireFilters(List.of(conditions));
        settings.giveAll("--filter", conditions);
        return this;
    }

    /**
     * Sets any flag of {@code docker ps} by its name on the command line: {@code flag("--all", "true")}. Flags that may
     * be repeated are added; of any other, the last value counts.
     *
     * @param flag the flag's long name with its dashes
     * @param value its value; {@code "true"} or {@code "false"} for a flag that takes none
     * @return this object
     * @throws EngineException if the command has no such flag, or Porthole does not support it; the message suggests
     *     the nearest
     */
    public PsSpec flag(String flag, String value) {
        settings.give(flag, value);
        return this;
    }

    /** Gives the command line that says the same, as one would type it in a shell. */
    public String commandLine() {
        CommandLine line = new CommandLine("docker", "ps");
        settings.tell(line);
        return line.toString();
    }

    /** Whether containers that do not run may be in the answer. */
    boolean takesStopped() {
        return settings.on("--all")
                || limited()
                || settings.values("--filter").stream().anyMatch(f -> f.matches("\\s*(status|exited)\\s*=.*"));
    }

    private boolean limited() {
        return settings.on("--latest")
                || settings.value("--last").filter(n -> !n.startsWith("-")).isPresent();
    }

    /** What is asked of the engine. */
    Query path() {
        settings.into(EngineJson.object()); // tells what is no number
        // Podman leaves paused ones out unless all are asked for; the caller leaves out those that do not run.
        Query path = Query.of("/containers/json").with("all", !limited() || settings.on("--all"));
        if (limited()) {
            path.with(
                    "limit",
                    settings.on("--latest") ? "1" : settings.value("--last").orElse(""));
        }
        return path.filters(settings.values("--filter"));
    }
}
