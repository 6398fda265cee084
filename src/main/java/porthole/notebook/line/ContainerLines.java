package porthole.notebook.line;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import porthole.engine.All;
import porthole.engine.Docker;
import porthole.engine.Force;

/** The commands on containers that are there already. */
final class ContainerLines {
    @Command(name = "ps", description = "List containers.")
    static final class Ps extends Line {
        @Option(names = {"-a", "--all"})
        boolean all;

        Ps(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return all ? docker.ps(All.ALL) : docker.ps();
        }
    }

    @Command(name = "exec", description = "Run a command in a running container.")
    static final class Exec extends Line {
        @Option(names = {"-i", "--interactive"})
        boolean interactive;

        @Option(names = {"-t", "--tty"})
        boolean tty;

        @Parameters(index = "0", paramLabel = "CONTAINER")
        String container = "";

        @Parameters(index = "1..*", paramLabel = "COMMAND", arity = "1..*")
        List<String> command = List.of();

        Exec(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return docker.exec(container, command.toArray(String[]::new));
        }
    }

    @Command(name = "logs", description = "What a container has printed.")
    static final class Logs extends Line {
        @Parameters(paramLabel = "CONTAINER")
        String container = "";

        @Option(
                names = {"-n", "--tail"},
                description = "Only the last lines: a number.")
        @Nullable
        Integer tail;

        Logs(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return tail == null ? docker.logs(container) : docker.logs(container, tail);
        }
    }

    @Command(name = "port", description = "The published ports of a container.")
    static final class Port extends Line {
        @Parameters(paramLabel = "CONTAINER")
        String container = "";

        Port(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return docker.port(container);
        }
    }

    /** A command that takes containers' names and nothing else. */
    abstract static class OnNames extends Line {
        @Parameters(paramLabel = "CONTAINER", arity = "1..*")
        List<String> names = List.of();

        OnNames(Docker docker) {
            super(docker);
        }

        final String[] given() {
            return names.toArray(String[]::new);
        }
    }

    @Command(name = "stop", description = "Ask containers to end.")
    static final class Stop extends OnNames {
        Stop(Docker docker) {
            super(docker);
        }

        @Override
        public @Nullable Object call() {
            docker.stop(given());
            return null;
        }
    }

    @Command(name = "start", description = "Start containers that have ended.")
    static final class Start extends OnNames {
        Start(Docker docker) {
            super(docker);
        }

        @Override
        public @Nullable Object call() {
            docker.start(given());
            return null;
        }
    }

    @Command(name = "restart", description = "End containers and start them again.")
    static final class Restart extends OnNames {
        Restart(Docker docker) {
            super(docker);
        }

        @Override
        public @Nullable Object call() {
            docker.restart(given());
            return null;
        }
    }

    @Command(name = "kill", description = "End containers at once.")
    static final class Kill extends OnNames {
        Kill(Docker docker) {
            super(docker);
        }

        @Override
        public @Nullable Object call() {
            docker.kill(given());
            return null;
        }
    }

    @Command(name = "rm", description = "Remove containers.")
    static final class Rm extends OnNames {
        @Option(
                names = {"-f", "--force"},
                description = "Running ones too.")
        boolean force;

        @Option(
                names = {"-v", "--volumes"},
                description = "With the volumes that only they use.")
        boolean volumes;

        Rm(Docker docker) {
            super(docker);
        }

        @Override
        public @Nullable Object call() {
            if (force) {
                docker.rm(Force.FORCE, given());
            } else {
                docker.rm(given());
            }
            return null;
        }
    }

    private ContainerLines() {}
}
