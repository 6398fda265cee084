package porthole.engine.container;

import java.util.List;
import porthole.engine.api.CommandLine;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;
import porthole.engine.api.Query;
import porthole.engine.flag.ContainerFlags;
import porthole.engine.flag.Settings;

/** What {@code docker ps} is told. */
public final class PsSpec {
    private final Settings settings = new Settings(ContainerFlags.PS);

    /** {@code --all}: those that have ended, too. */
    public PsSpec all() {
        return flag("--all", "true");
    }

    /** {@code --last}: the newest so many, whatever their state; -1 for any number. */
    public PsSpec last(int containers) {
        return flag("--last", String.valueOf(containers));
    }

    /**
     * {@code --filter}: {@code name=web}, {@code status=exited}, {@code network=shop}, {@code label=floor=2}, {@code
     * publish=80}…; of one key any may hold, of several keys all must.
     *
     * @throws EngineException where a condition has no key and equals sign
     */
    public PsSpec filter(String... conditions) {
        Query.requireFilters(List.of(conditions));
        settings.giveAll("--filter", conditions);
        return this;
    }

    /** Any flag of {@code docker ps}, as on the command line: {@code flag("--all", "true")}. */
    public PsSpec flag(String flag, String value) {
        settings.give(flag, value);
        return this;
    }

    /** The command line that says the same. */
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
