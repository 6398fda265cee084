package porthole.notebook.line;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import porthole.engine.Docker;
import porthole.engine.Force;

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
        Ls(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return docker.network.ls();
        }
    }

    @Command(name = "create", description = "Make a network.")
    static final class Create extends Line {
        @Parameters(paramLabel = "NETWORK")
        String name = "";

        @Option(
                names = {"-d", "--driver"},
                defaultValue = "bridge")
        String driver = "bridge";

        @Option(names = "--subnet")
        @Nullable
        String subnet;

        @Option(names = "--gateway")
        @Nullable
        String gateway;

        @Option(names = "--ip-range")
        @Nullable
        String range;

        @Option(names = "--internal")
        boolean internal;

        @Option(names = "--attachable")
        boolean attachable;

        @Option(names = "--ipv6")
        boolean ipv6;

        @Option(names = "--label")
        Map<String, String> labels = new LinkedHashMap<>();

        @Option(names = {"-o", "--opt"})
        Map<String, String> options = new LinkedHashMap<>();

        Create(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return docker.network.create(name, n -> {
                n.driver(driver);
                given(subnet, n::subnet);
                given(gateway, n::gateway);
                given(range, n::ipRange);
                if (internal) {
                    n.internal();
                }
                if (attachable) {
                    n.attachable();
                }
                if (ipv6) {
                    n.ipv6();
                }
                labels.forEach(n::label);
                options.forEach(n::option);
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
            for (String name : names) {
                if (!force
                        || docker.network.ls().stream().anyMatch(n -> n.name().equals(name))) {
                    docker.network.rm(name);
                }
            }
            return null;
        }
    }

    @Command(name = "inspect", description = "All that the engine knows of a network.")
    static final class Inspect extends Line {
        @Parameters(paramLabel = "NETWORK")
        String name = "";

        Inspect(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return docker.network.inspect(name);
        }
    }

    @Command(name = "connect", description = "Plug a container into a network.")
    static final class Connect extends Line {
        @Parameters(index = "0", paramLabel = "NETWORK")
        String network = "";

        @Parameters(index = "1", paramLabel = "CONTAINER")
        String container = "";

        @Option(names = "--alias")
        List<String> aliases = List.of();

        @Option(names = "--ip")
        @Nullable
        String address;

        Connect(Docker docker) {
            super(docker);
        }

        @Override
        public @Nullable Object call() {
            docker.network.connect(network, container, c -> {
                aliases.forEach(c::alias);
                given(address, c::ip);
            });
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

        Prune(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return docker.network.prune();
        }
    }

    private NetworkLines() {}
}
