package porthole.notebook.line;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import porthole.engine.Docker;
import porthole.engine.Service;
import porthole.engine.ServiceSpec;
import porthole.engine.Task;

/** {@code docker service …}. */
@Command(
        name = "service",
        description = "What the swarm keeps running.",
        subcommands = {
            ServiceLines.Create.class,
            ServiceLines.Ls.class,
            ServiceLines.Ps.class,
            ServiceLines.Inspect.class,
            ServiceLines.Rm.class
        })
final class ServiceLines {
    @Command(name = "create", description = "Make a service.")
    static final class Create extends Line {
        @Parameters(index = "0", paramLabel = "IMAGE")
        String image = "";

        @Parameters(index = "1..*", paramLabel = "WORD")
        List<String> command = List.of();

        @Option(names = "--name")
        @Nullable
        String name;

        @Option(names = "--mode", defaultValue = "replicated")
        String mode = "replicated";

        @Option(names = "--replicas", defaultValue = "1")
        int replicas = 1;

        @Option(names = "--replicas-max-per-node")
        int perNode;

        @Option(names = "--network")
        List<String> networks = List.of();

        @Option(names = {"-p", "--publish"})
        List<String> ports = List.of();

        @Option(names = "--endpoint-mode")
        @Nullable
        String endpointMode;

        @Option(names = {"-e", "--env"})
        List<String> env = List.of();

        @Option(names = "--constraint")
        List<String> constraints = List.of();

        @Option(names = "--hostname")
        @Nullable
        String hostname;

        @Option(names = {"-u", "--user"})
        @Nullable
        String user;

        @Option(names = {"-w", "--workdir"})
        @Nullable
        String workdir;

        @Option(names = "--restart-condition")
        @Nullable
        String restart;

        @Option(names = "--dns")
        List<String> dns = List.of();

        @Option(names = "--host")
        List<String> hosts = List.of();

        @Option(names = {"-l", "--label"})
        Map<String, String> labels = new LinkedHashMap<>();

        @Option(names = "--container-label")
        Map<String, String> containerLabels = new LinkedHashMap<>();

        @Option(names = {"-d", "--detach"})
        boolean detach;

        @Option(
                names = {"-q", "--quiet"},
                description = "No difference here: a cell shows no progress.")
        boolean quiet;

        @Option(names = "--no-resolve-image", description = "No difference here: images are never resolved.")
        boolean unresolved;

        Create(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return docker.service.create(image, this::fill);
        }

        private void fill(ServiceSpec spec) {
            given(name, spec::name);
            given(endpointMode, spec::endpointMode);
            given(hostname, spec::hostname);
            given(user, spec::user);
            given(workdir, spec::workdir);
            given(restart, spec::restart);
            spec.replicas(replicas).maxPerNode(perNode);
            spec.network(words(networks)).publish(words(ports)).env(words(env));
            spec.constraint(words(constraints)).dns(words(dns)).host(words(hosts));
            labels.forEach(spec::label);
            containerLabels.forEach(spec::containerLabel);
            spec.command(words(command));
            if (detach) {
                spec.detach();
            }
            switch (mode) {
                case "global" -> spec.global();
                case "replicated" -> {}
                default ->
                    throw new IllegalArgumentException(
                            "\"" + mode + "\" is no mode that a service has here: replicated or global.");
            }
        }

        private static String[] words(List<String> list) {
            return list.toArray(String[]::new);
        }
    }

    @Command(name = "ls", aliases = "list", description = "List services.")
    static final class Ls extends Line {
        @Option(
                names = {"-q", "--quiet"},
                description = "Only the ids.")
        boolean quiet;

        Ls(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            List<Service> services = docker.service.ls();
            return quiet ? services.stream().map(Service::id).toList() : services;
        }
    }

    @Command(name = "ps", description = "List the tasks of a service.")
    static final class Ps extends Line {
        @Parameters(paramLabel = "SERVICE")
        String name = "";

        @Option(
                names = {"-q", "--quiet"},
                description = "Only the ids.")
        boolean quiet;

        @Option(names = "--no-trunc", description = "No difference here: errors are shown whole.")
        boolean whole;

        Ps(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            List<Task> tasks = docker.service.ps(name);
            return quiet ? tasks.stream().map(Task::id).toList() : tasks;
        }
    }

    @Command(name = "inspect", description = "All that the swarm knows of a service.")
    static final class Inspect extends Line {
        @Parameters(paramLabel = "SERVICE")
        String name = "";

        @Option(names = "--pretty", description = "No difference here: the tree is readable.")
        boolean pretty;

        @Option(names = {"-f", "--format"})
        @Nullable
        String format;

        Inspect(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return Inspections.of(List.of(docker.service.inspect(name)), format);
        }
    }

    @Command(name = "rm", aliases = "remove", description = "Remove services.")
    static final class Rm extends Line {
        @Parameters(paramLabel = "SERVICE", arity = "1..*")
        List<String> names = List.of();

        Rm(Docker docker) {
            super(docker);
        }

        @Override
        public @Nullable Object call() {
            docker.service.rm(names.toArray(String[]::new));
            return null;
        }
    }

    private ServiceLines() {}
}
