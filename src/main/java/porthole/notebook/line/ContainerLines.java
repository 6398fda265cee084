package porthole.notebook.line;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import porthole.display.Listing;
import porthole.display.Sentences;
import porthole.engine.Docker;
import porthole.engine.ExecSpec;
import porthole.engine.Force;
import porthole.engine.Notices;
import porthole.engine.StopSpec;
import porthole.jupyter.magic.MagicException;
import porthole.network.Container;
import porthole.network.PortBinding;

/** The commands on containers that are there already. */
final class ContainerLines {
    private static final Sentences SENTENCES = Sentences.of(ContainerLines.class);
    private static final List<String> SHELLS = List.of("sh", "bash", "ash", "/bin/sh", "/bin/bash");

    @Command(name = "ps", description = "List containers.")
    static final class Ps extends Line {
        @Option(names = {"-a", "--all"})
        boolean all;

        @Option(names = {"-f", "--filter"})
        List<String> filters = List.of();

        @Option(names = {"-n", "--last"})
        int last = -1;

        @Option(names = {"-l", "--latest"})
        boolean latest;

        @Option(names = {"-q", "--quiet"})
        boolean quiet;

        Ps(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            Listing<Container> found = docker.ps(p -> {
                if (all) {
                    p.all();
                }
                if (last >= 0 || latest) {
                    p.last(latest ? 1 : last);
                }
                filters.forEach(p::filter);
            });
            return quiet
                    ? String.join("\n", found.stream().map(Container::shortId).toList())
                    : found;
        }
    }

    @Command(name = "exec", description = "Run a command in a running container.")
    static final class Exec extends Line {
        @Option(names = {"-i", "--interactive"})
        boolean interactive;

        @Option(names = {"-t", "--tty"})
        boolean tty;

        @Option(names = {"-d", "--detach"})
        boolean detach;

        @Option(names = {"-e", "--env"})
        List<String> environment = List.of();

        @Option(names = "--env-file")
        List<String> environmentFiles = List.of();

        @Option(names = "--privileged")
        boolean privileged;

        @Option(names = {"-u", "--user"})
        @Nullable
        String user;

        @Option(names = {"-w", "--workdir"})
        @Nullable
        String workdir;

        @Parameters(index = "0", paramLabel = "CONTAINER")
        String container = "";

        @Parameters(index = "1..*", paramLabel = "COMMAND", arity = "1..*")
        List<String> command = List.of();

        private final Notices notices;

        Exec(Docker docker, Notices notices) {
            super(docker);
            this.notices = notices;
        }

        @Override
        public Object call() {
            ExecSpec spec = new ExecSpec(container, command);
            if (interactive && command.size() == 1 && SHELLS.contains(command.get(0))) {
                notices.note(SENTENCES.say("exec.keyboard", container));
            }
            environmentFiles.forEach(spec::envFile);
            environment.forEach(spec::env);
            given(user, spec::user);
            given(workdir, spec::workdir);
            if (tty) {
                spec.tty();
            }
            if (privileged) {
                spec.privileged();
            }
            if (detach) {
                spec.detach();
            }
            return docker.exec(spec);
        }
    }

    @Command(name = "logs", description = "What a container has printed.")
    static final class Logs extends Line {
        @Parameters(paramLabel = "CONTAINER")
        String container = "";

        @Option(
                names = {"-n", "--tail"},
                description = "Only the last lines: a number, or all.")
        String tail = "all";

        @Option(names = {"-f", "--follow"})
        boolean follow;

        @Option(names = "--since")
        @Nullable
        String since;

        @Option(names = "--until")
        @Nullable
        String until;

        @Option(names = {"-t", "--timestamps"})
        boolean timestamps;

        @Option(names = "--details")
        boolean details;

        Logs(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() throws MagicException {
            boolean some = tail.matches("\\d{1,9}");
            if (!some && !tail.equals("all") && !tail.startsWith("-")) {
                throw new MagicException(SENTENCES.say("logs.tail", tail));
            }
            return docker.logs(container, l -> {
                if (some) {
                    l.tail(Integer.parseInt(tail));
                }
                given(since, l::since);
                given(until, l::until);
                if (follow) {
                    l.follow();
                }
                if (timestamps) {
                    l.timestamps();
                }
                if (details) {
                    l.details();
                }
            });
        }
    }

    @Command(name = "port", description = "The published ports of a container.")
    static final class Port extends Line {
        @Parameters(paramLabel = "CONTAINER")
        String container = "";

        @Parameters(index = "1", paramLabel = "PRIVATE_PORT[/PROTO]", arity = "0..1")
        @Nullable
        String port;

        Port(Docker docker) {
            super(docker);
        }

        /** All, or where the one leads from, a line for each. */
        @Override
        public Object call() throws MagicException {
            Listing<PortBinding> all = docker.port(container);
            if (port == null) {
                return all;
            }
            String wanted = port.contains("/") ? port : port + "/tcp";
            List<String> found = all.stream()
                    .filter(p -> p.containerPort().toString().equals(wanted))
                    .map(p -> (p.hostAddress().contains(":") ? "[" + p.hostAddress() + "]" : p.hostAddress()) + ":"
                            + p.hostPort())
                    .toList();
            if (found.isEmpty()) {
                throw new MagicException(SENTENCES.say("port.none", wanted, container));
            }
            return String.join("\n", found);
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

    /** A command that ends containers. */
    abstract static class OnEnding extends OnNames {
        @Option(names = {"-s", "--signal"})
        @Nullable
        String signal;

        OnEnding(Docker docker) {
            super(docker);
        }

        void into(StopSpec spec) {
            given(signal, spec::signal);
        }
    }

    /** One that waits for the end. */
    abstract static class OnWaiting extends OnEnding {
        @Option(names = {"-t", "--timeout", "--time"})
        @Nullable
        Integer seconds;

        OnWaiting(Docker docker) {
            super(docker);
        }

        @Override
        void into(StopSpec spec) {
            super.into(spec);
            if (seconds != null) {
                spec.timeout(seconds);
            }
        }
    }

    @Command(name = "pause", description = "Let containers stand still.")
    static final class Pause extends OnNames {
        Pause(Docker docker) {
            super(docker);
        }

        @Override
        public @Nullable Object call() {
            docker.pause(given());
            return null;
        }
    }

    @Command(name = "unpause", description = "Let containers go on.")
    static final class Unpause extends OnNames {
        Unpause(Docker docker) {
            super(docker);
        }

        @Override
        public @Nullable Object call() {
            docker.unpause(given());
            return null;
        }
    }

    @Command(name = "rename", description = "Give a container another name.")
    static final class Rename extends Line {
        @Parameters(index = "0", paramLabel = "CONTAINER")
        String container = "";

        @Parameters(index = "1", paramLabel = "NEW_NAME")
        String name = "";

        Rename(Docker docker) {
            super(docker);
        }

        @Override
        public @Nullable Object call() {
            docker.rename(container, name);
            return null;
        }
    }

    @Command(name = "stop", description = "Ask containers to end.")
    static final class Stop extends OnWaiting {
        Stop(Docker docker) {
            super(docker);
        }

        @Override
        public @Nullable Object call() {
            docker.stop(this::into, given());
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
    static final class Restart extends OnWaiting {
        Restart(Docker docker) {
            super(docker);
        }

        @Override
        public @Nullable Object call() {
            docker.restart(this::into, given());
            return null;
        }
    }

    @Command(name = "kill", description = "End containers at once.")
    static final class Kill extends OnEnding {
        Kill(Docker docker) {
            super(docker);
        }

        @Override
        public @Nullable Object call() {
            docker.kill(this::into, given());
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
            if (volumes) {
                docker.rmWithVolumes(force, given());
            } else if (force) {
                docker.rm(Force.FORCE, given());
            } else {
                docker.rm(given());
            }
            return null;
        }
    }

    private ContainerLines() {}
}
