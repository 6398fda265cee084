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
import porthole.engine.Notices;
import porthole.jupyter.magic.MagicException;
import porthole.network.Container;
import porthole.network.PortBinding;

/** What asks containers that there are, and runs commands in them. */
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

    private ContainerLines() {}
}
