package porthole.engine.sandbox;

import java.util.ArrayList;
import java.util.List;
import porthole.engine.api.CommandLine;
import porthole.engine.api.LineFile;
import porthole.engine.flag.ContainerFlags;
import porthole.engine.flag.Settings;

/** What {@code docker exec} is told. */
public final class ExecSpec {
    final String container;
    final List<String> command;
    final Settings settings = new Settings(ContainerFlags.EXEC);

    /** That command in that container, one word each. */
    public ExecSpec(String container, List<String> command) {
        this.container = container;
        this.command = List.copyOf(command);
    }

    /** {@code --env}: {@code KEY=value}, or {@code KEY} to take this process's own. */
    public ExecSpec env(String... assignments) {
        settings.giveAll("--env", assignments);
        return this;
    }

    /** {@code --env-file}: one assignment on each line. */
    public ExecSpec envFile(String file) {
        return flag("--env-file", file);
    }

    /** {@code --user}. */
    public ExecSpec user(String user) {
        return flag("--user", user);
    }

    /** {@code --workdir}. */
    public ExecSpec workdir(String folder) {
        return flag("--workdir", folder);
    }

    /** {@code --tty}: as at a terminal; both streams become one. */
    public ExecSpec tty() {
        return flag("--tty", "true");
    }

    /** {@code --privileged}. */
    public ExecSpec privileged() {
        return flag("--privileged", "true");
    }

    /** {@code --detach}: it goes on in the background, and nobody hears what it says. */
    public ExecSpec detach() {
        return flag("--detach", "true");
    }

    /** Any flag of {@code docker exec}, as on the command line: {@code flag("--user", "nobody")}. */
    public ExecSpec flag(String flag, String value) {
        settings.give(flag, value);
        return this;
    }

    boolean isDetached() {
        return settings.on("--detach");
    }

    boolean hasTerminal() {
        return settings.on("--tty");
    }

    /** The assignments of the files, then those of the flags, which count more. */
    List<String> environment() {
        List<String> all = new ArrayList<>();
        settings.values("--env-file").forEach(file -> all.addAll(LineFile.read(file)));
        all.addAll(settings.values("--env"));
        return all;
    }

    /** The command line that says the same. */
    public String commandLine() {
        CommandLine line = new CommandLine("docker", "exec");
        settings.tell(line);
        return line.words(container).words(command).toString();
    }
}
