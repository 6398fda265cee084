package porthole.engine;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code docker stop}, {@code restart} and {@code kill} are told. */
public final class StopSpec {
    @Nullable
    String signal;

    @Nullable
    Integer seconds;

    /** {@code --signal}: which one is sent, {@code SIGHUP} say. */
    public StopSpec signal(String signal) {
        this.signal = signal;
        return this;
    }

    /** {@code --timeout}: how many seconds the container may take before it is killed; -1 for any time. */
    public StopSpec timeout(int seconds) {
        this.seconds = seconds;
        return this;
    }

    /** Whether it sends SIGKILL, which no program can answer in another way. */
    boolean kills() {
        return signal == null || List.of("KILL", "SIGKILL", "9").contains(signal.toUpperCase(Locale.ROOT));
    }

    Query into(Query path) {
        if (signal != null) {
            path.with("signal", signal);
        }
        if (seconds != null) {
            path.with("t", String.valueOf(seconds));
        }
        return path;
    }

    CommandLine into(CommandLine line) {
        return line.option("--signal", signal).option("--timeout", seconds == null ? null : String.valueOf(seconds));
    }
}
