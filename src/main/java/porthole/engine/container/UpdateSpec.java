package porthole.engine.container;

import porthole.engine.api.EngineException;
import porthole.engine.flag.Settings;
import porthole.engine.flag.UpdateFlags;

/** What {@code docker update} is told. */
public final class UpdateSpec {
    final Settings settings = new Settings(UpdateFlags.TABLE);

    /** {@code --memory}: how much memory it may use, as in {@code 64m} or {@code 1g}. */
    public UpdateSpec memory(String limit) {
        return option("--memory", limit);
    }

    /** {@code --cpus}: how many processors it may use, as in {@code 0.5}. */
    public UpdateSpec cpus(double number) {
        return option("--cpus", java.math.BigDecimal.valueOf(number).toPlainString());
    }

    /** {@code --restart}: {@code no}, {@code always}, {@code unless-stopped}, {@code on-failure[:N]}. */
    public UpdateSpec restart(String policy) {
        return option("--restart", policy);
    }

    /**
     * Any flag of {@code docker update}, as on the command line: {@code option("--pids-limit", "50")}.
     *
     * @throws EngineException if there is no such flag
     */
    public UpdateSpec option(String flag, String value) {
        settings.give(flag, value);
        return this;
    }
}
