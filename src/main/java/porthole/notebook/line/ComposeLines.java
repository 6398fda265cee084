package porthole.notebook.line;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import porthole.engine.Compose;
import porthole.engine.Docker;

/** {@code docker compose …} and {@code docker-compose …}. */
@Command(
        name = "compose",
        description = "Containers from a file.",
        subcommands = {ComposeLines.Up.class, ComposeLines.Down.class, ComposeLines.Ps.class})
final class ComposeLines {
    /** The names that Compose looks for where no file is given, in its own order. */
    private static final List<String> NAMES =
            List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");

    @Option(names = {"-f", "--file"})
    List<String> files = new ArrayList<>();

    @Option(names = "--profile")
    List<String> profiles = new ArrayList<>();

    private Compose project(Docker docker) {
        Compose compose = docker.compose(files.isEmpty() ? found() : files.get(0));
        files.stream().skip(1).forEach(compose::file);
        profiles.forEach(compose::profile);
        return compose;
    }

    private static String found() {
        return NAMES.stream().filter(n -> Files.exists(Path.of(n))).findFirst().orElse(NAMES.get(0));
    }

    /** A command on one Compose file. */
    abstract static class OnFile extends Line {
        @ParentCommand
        @Nullable
        ComposeLines compose;

        OnFile(Docker docker) {
            super(docker);
        }

        final Compose project() {
            return (compose == null ? new ComposeLines() : compose).project(docker);
        }
    }

    @Command(name = "up", description = "Make and start what the file describes, in the background.")
    static final class Up extends OnFile {
        @Option(
                names = {"-d", "--detach"},
                description = "Always so in a notebook.")
        boolean detach;

        Up(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return project().up();
        }
    }

    @Command(name = "down", description = "End and remove what the file describes.")
    static final class Down extends OnFile {
        Down(Docker docker) {
            super(docker);
        }

        @Override
        public @Nullable Object call() {
            project().down();
            return null;
        }
    }

    @Command(name = "ps", description = "The containers of the file.")
    static final class Ps extends OnFile {
        Ps(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return project().ps();
        }
    }
}
