package porthole.engine.container;

import java.util.List;
import java.util.Locale;
import porthole.engine.api.CommandLine;
import porthole.engine.api.EngineJson;
import porthole.engine.api.Query;
import porthole.engine.flag.ContainerFlags;
import porthole.engine.flag.Settings;

/** What {@code docker stop}, {@code restart} and {@code kill} are told. */
public final class StopSpec {
    private final Settings settings = new Settings(ContainerFlags.STOP);

    /** {@code --signal}: which one is sent, {@code SIGHUP} say. */
    public StopSpec signal(String signal) {
        return flag("--signal", signal);
    }

    /** {@code --timeout}: how many seconds the container may take before it is killed; -1 for any time. */
    public StopSpec timeout(int seconds) {
        return flag("--timeout", String.valueOf(seconds));
    }

    /** Any flag of {@code docker stop}, as on the command line: {@code flag("--timeout", "1")}. */
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
