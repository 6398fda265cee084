package porthole.engine.sandbox;

import java.util.ArrayList;
import java.util.List;
import porthole.engine.api.CommandLine;
import porthole.engine.api.LineFile;
import porthole.engine.flag.ContainerFlags;
import porthole.engine.flag.Settings;

/**
 * The flags and arguments of {@code docker exec}. Each method sets a flag and returns this object, so that calls can be
 * chained. A value is checked when the command runs, which throws {@code EngineException} if it is not valid or this
 * engine's API does not know the flag yet.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/container/exec/">docker exec</a>
 */
public final class ExecSpec {
    final String container;
    final List<String> command;
    final Settings settings = new Settings(ContainerFlags.EXEC);

    /**
     * Starts with no flags.
     *
     * @param container the container's name or id; it must run
     * @param command the program and its arguments, one element a word; no shell runs
     */
    public ExecSpec(String container, List<String> command) {
        this.container = container;
        this.command = List.copyOf(command);
    }

    /**
     * {@code --env}: sets environment variables for the program. They count more than those of {@link #envFile}.
     *
     * @param assignments {@code KEY=value}, or {@code KEY} to pass on the kernel's own variable
     * @return this object
     */
    public ExecSpec env(String... assignments) {
        settings.giveAll("--env", assignments);
        return this;
    }

    /**
     * {@code --env-file}: sets environment variables from a file on the kernel's machine.
     *
     * @param file its path; each line is {@code KEY=value} or {@code KEY}
     * @return this object
     */
    public ExecSpec envFile(String file) {
        return flag("--env-file", file);
    }

    /**
     * {@code --user}: the user whose rights the program has.
     *
     * @param user a name or a number, optionally with a group: {@code nobody}, {@code 1000:1000}
     * @return this object
     */
    public ExecSpec user(String user) {
        return flag("--user", user);
    }

    /**
     * {@code --workdir}: the folder in which the program is started.
     *
     * @param folder an absolute path in the container
     * @return this object
     */
    public ExecSpec workdir(String folder) {
        return flag("--workdir", folder);
    }

    /**
     * {@code --tty}: gives the program a terminal; its two output streams become one.
     *
     * @return this object
     */
    public ExecSpec tty() {
        return flag("--tty", "true");
    }

    /**
     * {@code --privileged}: gives the program all rights of the host's root user.
     *
     * @return this object
     */
    public ExecSpec privileged() {
        return flag("--privileged", "true");
    }

    /**
     * {@code --detach}: does not wait for the program's end; its output is not shown, and the exit code is given as 0.
     *
     * @return this object
     */
    public ExecSpec detach() {
        return flag("--detach", "true");
    }

    /**
     * Sets any flag of {@code docker exec} by its name on the command line: {@code flag("--user", "nobody")}. Flags
     * that may be repeated are added; of any other, the last value counts.
     *
     * @param flag the flag's long name with its dashes
     * @param value its value; {@code "true"} or {@code "false"} for a flag that takes none
     * @return this object
     * @throws porthole.engine.api.EngineException if the command has no such flag, or Porthole does not support it; the
     *     message suggests the nearest
     */
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

    /** Gives the command line that says the same, as one would type it in a shell. */
    public String commandLine() {
        CommandLine line = new CommandLine("docker", "exec");
        settings.tell(line);
        return line.words(container).words(command).toString();
    }
}
