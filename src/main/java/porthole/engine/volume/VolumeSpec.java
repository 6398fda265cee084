package porthole.engine.volume;

import porthole.engine.api.CommandLine;
import porthole.engine.flag.Settings;
import porthole.engine.flag.VolumeFlags;

/**
 * The flags and arguments of {@code docker volume create}. Each method sets a flag and returns this object, so that
 * calls can be chained. A value is checked when the command runs, which throws {@code EngineException} if it is not
 * valid or this engine's API does not know the flag yet.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/volume/create/">docker volume create</a>
 */
public final class VolumeSpec {
    final String name;
    final Settings settings = new Settings(VolumeFlags.CREATE);

    /**
     * Starts with no flags.
     *
     * @param name two or more letters, digits, {@code _}, {@code .} and {@code -}, beginning with a letter or digit;
     *     empty text to let the engine choose
     */
    public VolumeSpec(String name) {
        this.name = name;
    }

    /**
     * {@code --driver}: what stores the files.
     *
     * @param driver {@code local} (the default), or a plugin's name
     * @return this object
     */
    public VolumeSpec driver(String driver) {
        return flag("--driver", driver);
    }

    /**
     * {@code --label}: attaches a label to the volume.
     *
     * @param key the label's name
     * @param value its value
     * @return this object
     */
    public VolumeSpec label(String key, String value) {
        return flag("--label", key + "=" + value);
    }

    /**
     * {@code --opt}: passes an option to the driver.
     *
     * @param key as in {@code type}
     * @param value as in {@code tmpfs}
     * @return this object
     */
    public VolumeSpec option(String key, String value) {
        return flag("--opt", key + "=" + value);
    }

    /**
     * Sets any flag of {@code docker volume create} by its name on the command line:
     * {@code flag("--opt", "type=tmpfs")}. Flags that may be repeated are added; of any other, the last value counts.
     *
     * @param flag the flag's long name with its dashes
     * @param value its value; {@code "true"} or {@code "false"} for a flag that takes none
     * @return this object
     * @throws porthole.engine.api.EngineException if the command has no such flag, or Porthole does not support it; the
     *     message suggests the nearest
     */
    public VolumeSpec flag(String flag, String value) {
        settings.give(flag, value);
        return this;
    }

    /** Gives the command line that says the same, as one would type it in a shell. */
    public String commandLine() {
        CommandLine line = new CommandLine("docker", "volume", "create");
        settings.tell(line);
        return (name.isEmpty() ? line : line.words(name)).toString();
    }
}
