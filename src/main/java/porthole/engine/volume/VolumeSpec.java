package porthole.engine.volume;

import porthole.engine.api.CommandLine;
import porthole.engine.flag.Settings;
import porthole.engine.flag.VolumeFlags;

/** What {@code docker volume create} is told. */
public final class VolumeSpec {
    final String name;
    final Settings settings = new Settings(VolumeFlags.CREATE);

    /** A volume of that name; of a name that the engine chooses if it is empty. */
    public VolumeSpec(String name) {
        this.name = name;
    }

    /** {@code --driver}: who keeps it. The engine's default is {@code local}. */
    public VolumeSpec driver(String driver) {
        return flag("--driver", driver);
    }

    /** {@code --label key=value}. */
    public VolumeSpec label(String key, String value) {
        return flag("--label", key + "=" + value);
    }

    /** {@code --opt key=value}: an option of the driver. */
    public VolumeSpec option(String key, String value) {
        return flag("--opt", key + "=" + value);
    }

    /** Any flag of {@code docker volume create}, as on the command line: {@code flag("--opt", "type=tmpfs")}. */
    public VolumeSpec flag(String flag, String value) {
        settings.give(flag, value);
        return this;
    }

    /** The command line that says the same. */
    public String commandLine() {
        CommandLine line = new CommandLine("docker", "volume", "create");
        settings.tell(line);
        return (name.isEmpty() ? line : line.words(name)).toString();
    }
}
