package porthole.notebook.line;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import porthole.display.Listing;
import porthole.engine.Docker;
import porthole.engine.Force;
import porthole.engine.NetworkFlags;
import porthole.network.Network;

/** {@code docker network …}. */
@Command(
        name = "network",
        description = "List, make, join, leave and remove networks.",
        subcommands = {
            NetworkLines.Ls.class,
            NetworkLines.Create.class,
            NetworkLines.Rm.class,
            NetworkLines.Inspect.class,
            NetworkLines.Connect.class,
            NetworkLines.Disconnect.class,
            NetworkLines.Prune.class
        })
final class NetworkLines {
    @Command(name = "ls", aliases = "list", description = "List networks.")
    static final class Ls extends Line {
        @Option(names = {"-q", "--quiet"})
        boolean quiet;

        @Option(names = {"-f", "--filter"})
        List<String> filters = List.of();

        Ls(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            Listing<Network> all =
                    filters.isEmpty() ? docker.network.ls() : docker.network.ls(filters.toArray(String[]::new));
            return quiet ? String.join("\n", all.stream().map(Network::shortId).toList()) : all;
        }
    }

    @Command(name = "create", description = "Make a network.")
    static final class Create extends TableLine {
        @Parameters(paramLabel = "NETWORK")
        String name = "";

        Create(Docker docker) {
            super(docker, NetworkFlags.CREATE);
        }

        @Override
        public Object call() {
            return docker.network.create(name, spec -> {
                spec.driver("bridge");
                give(spec::flag);
            });
        }
    }

    @Command(name = "rm", aliases = "remove", description = "Remove networks.")
    static final class Rm extends Line {
        @Parameters(paramLabel = "NETWORK", arity = "1..*")
        List<String> names = List.of();

        @Option(
                names = {"-f", "--force"},
                description = "Be silent about a network that does not exist.")
        boolean force;

        Rm(Docker docker) {
            super(docker);
        }

        @Override
        public @Nullable Object call() {
            String[] given = names.toArray(String[]::new);
            if (force) {
                docker.network.rm(Force.FORCE, given);
            } else {
                docker.network.rm(given);
            }
            return null;
        }
    }

    @Command(name = "inspect", description = "All that the engine knows of a network.")
    static final class Inspect extends Line {
        @Parameters(paramLabel = "NETWORK", arity = "1..*")
        List<String> names = List.of();

        @Option(names = {"-f", "--format"})
        @Nullable
        String format;

        @Option(names = {"-v", "--verbose"})
        boolean verbose;

        Inspect(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return Inspections.of(
                    names.stream()
                            .map(name -> verbose ? docker.network.inspectVerbose(name) : docker.network.inspect(name))
                            .toList(),
                    format);
        }
    }

    @Command(name = "connect", description = "Plug a container into a network.")
    static final class Connect extends TableLine {
        @Parameters(index = "0", paramLabel = "NETWORK")
        String network = "";

        @Parameters(index = "1", paramLabel = "CONTAINER")
        String container = "";

        Connect(Docker docker) {
            super(docker, NetworkFlags.CONNECT);
        }

        @Override
        public @Nullable Object call() {
            docker.network.connect(network, container, spec -> give(spec::flag));
            return null;
        }
    }

    @Command(name = "disconnect", description = "Unplug a container from a network.")
    static final class Disconnect extends Line {
        @Parameters(index = "0", paramLabel = "NETWORK")
        String network = "";

        @Parameters(index = "1", paramLabel = "CONTAINER")
        String container = "";

        @Option(names = {"-f", "--force"})
        boolean force;

        Disconnect(Docker docker) {
            super(docker);
        }

        @Override
        public @Nullable Object call() {
            if (force) {
                docker.network.disconnect(network, container, Force.FORCE);
            } else {
                docker.network.disconnect(network, container);
            }
            return null;
        }
    }

    @Command(name = "prune", description = "Remove the networks that nobody uses and that this notebook has made.")
    static final class Prune extends Line {
        @Option(names = {"-f", "--force"})
        boolean force;

        @Option(names = "--filter")
        List<String> filters = List.of();

        Prune(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return docker.network.prune(filters.toArray(String[]::new));
        }
    }

    private NetworkLines() {}
}
