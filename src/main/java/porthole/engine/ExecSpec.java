package porthole.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code docker exec} is told. */
public final class ExecSpec {
    final String container;
    final List<String> command;
    final List<String> env = new ArrayList<>();

    @Nullable
    String user;

    @Nullable
    String workdir;

    boolean tty;
    boolean privileged;
    boolean detach;

    /** That command in that container, one word each. */
    public ExecSpec(String container, List<String> command) {
        this.container = container;
        this.command = List.copyOf(command);
    }

    /** {@code --env}: {@code KEY=value}, or {@code KEY} to take this process's own. */
    public ExecSpec env(String... assignments) {
        env.addAll(List.of(assignments));
        return this;
    }

    /** {@code --env-file}: one assignment on each line. */
    public ExecSpec envFile(String file) {
        env.addAll(LineFile.read(file));
        return this;
    }

    /** {@code --user}. */
    public ExecSpec user(String user) {
        this.user = user;
        return this;
    }

    /** {@code --workdir}. */
    public ExecSpec workdir(String folder) {
        workdir = folder;
        return this;
    }

    /** {@code --tty}: as at a terminal; both streams become one. */
    public ExecSpec tty() {
        tty = true;
        return this;
    }

    /** {@code --privileged}. */
    public ExecSpec privileged() {
        privileged = true;
        return this;
    }

    /** {@code --detach}: it goes on in the background, and nobody hears what it says. */
    public ExecSpec detach() {
        detach = true;
        return this;
    }

    /** The command line that says the same. */
    public String commandLine() {
        return new CommandLine("docker", "exec")
                .flag("--detach", detach)
                .flag("--tty", tty)
                .flag("--privileged", privileged)
                .options("--env", env)
                .option("--user", user)
                .option("--workdir", workdir)
                .words(container)
                .words(command)
                .toString();
    }
}
