package porthole.engine.container;

import porthole.engine.api.EngineException;
import porthole.engine.flag.Settings;
import porthole.engine.flag.UpdateFlags;

/**
 * The flags and arguments of {@code docker update}. Each method sets a flag and returns this object, so that calls can
 * be chained. A value is checked when the command runs, which throws {@link EngineException} if it is not valid or this
 * engine's API does not know the flag yet.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/container/update/">docker update</a>
 */
public final class UpdateSpec {
    final Settings settings = new Settings(UpdateFlags.TABLE);

    /**
     * {@code --memory}: limits the memory of the container.
     *
     * @param limit bytes, or a number with {@code k}, {@code m} or {@code g} after it (factor 1024): {@code 64m}
     * @return this object
     */
    public UpdateSpec memory(String limit) {
        return option("--memory", limit);
    }

    /**
     * {@code --cpus}: limits the processor time of the container.
     *
     * @param number how many processors it may use, as in 0.5
     * @return this object
     */
    public UpdateSpec cpus(double number) {
        return option("--cpus", java.math.BigDecimal.valueOf(number).toPlainString());
    }

    /**
     * {@code --restart}: when the engine starts the container again.
     *
     * @param policy {@code no}, {@code always}, {@code unless-stopped}, {@code on-failure} or {@code on-failure:N} (N
     *     times at most)
     * @return this object
     */
    public UpdateSpec restart(String policy) {
        return option("--restart", policy);
    }

    /**
     * Sets any flag of {@code docker update} by its name on the command line: {@code option("--pids-limit", "50")}.
     * Flags that may be repeated are added; of any other, the last value counts.
     *
     * @param flag the flag's long name with its dashes
     * @param value its value; {@code "true"} or {@code "false"} for a flag that takes none
     * @return this object
     * @throws EngineException if the command has no such flag, or Porthole does not support it; the message suggests
     *     the nearest
     */
    public UpdateSpec option(String flag, String value) {
        settings.give(flag, value);
        return this;
    }
}
