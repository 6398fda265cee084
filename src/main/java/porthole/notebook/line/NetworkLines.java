package porthole.notebook.line;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import porthole.display.Listing;
import porthole.engine.Docker;
import porthole.engine.Force;
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

        Ls(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            Listing<Network> all = docker.network.ls();
            return quiet ? String.join("\n", all.stream().map(Network::shortId).toList()) : all;
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

        @Option(names = "--subnet", split = ",")
        List<String> subnets = List.of();

        @Option(names = "--gateway", split = ",")
        List<String> gateways = List.of();

        @Option(names = "--ip-range", split = ",")
        List<String> ranges = List.of();

        @Option(names = "--aux-address")
        Map<String, String> auxiliary = new LinkedHashMap<>();

        @Option(names = "--config-from")
        @Nullable
        String configFrom;

        @Option(names = "--config-only")
        boolean configOnly;

        @Option(names = "--ipam-driver")
        @Nullable
        String ipamDriver;

        @Option(names = "--ipam-opt", mapFallbackValue = "")
        Map<String, String> ipamOptions = new LinkedHashMap<>();

        @Option(names = "--scope")
        @Nullable
        String scope;

        @Option(names = "--ipv4", arity = "0..1", fallbackValue = "true")
        @Nullable
        Boolean ipv4;

        @Option(names = "--internal")
        boolean internal;

        @Option(names = "--attachable")
        boolean attachable;

        @Option(names = "--ipv6")
        boolean ipv6;

        @Option(names = "--label", mapFallbackValue = "")
        Map<String, String> labels = new LinkedHashMap<>();

        @Option(
                names = {"-o", "--opt"},
                mapFallbackValue = "")
        Map<String, String> options = new LinkedHashMap<>();

        Create(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return docker.network.create(name, n -> {
                n.driver(driver);
                subnets.forEach(n::subnet);
                gateways.forEach(n::gateway);
                ranges.forEach(n::ipRange);
                auxiliary.forEach(n::auxAddress);
                given(configFrom, n::configFrom);
                given(ipamDriver, n::ipamDriver);
                ipamOptions.forEach(n::ipamOption);
                given(scope, n::scope);
                if (ipv4 != null) {
                    n.ipv4(ipv4);
                }
                if (configOnly) {
                    n.configOnly();
                }
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
    static final class Connect extends Line {
        @Parameters(index = "0", paramLabel = "NETWORK")
        String network = "";

        @Parameters(index = "1", paramLabel = "CONTAINER")
        String container = "";

        @Option(names = "--alias", split = ",")
        List<String> aliases = List.of();

        @Option(names = "--ip6")
        @Nullable
        String address6;

        @Option(names = "--driver-opt")
        Map<String, String> options = new LinkedHashMap<>();

        @Option(names = "--gw-priority")
        @Nullable
        Integer priority;

        @Option(names = "--link")
        List<String> links = List.of();

        @Option(names = "--link-local-ip", split = ",")
        List<String> linkLocal = List.of();

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
                given(address6, c::ip6);
                options.forEach(c::driverOption);
                links.forEach(c::link);
                linkLocal.forEach(c::linkLocal);
                if (priority != null) {
                    c.gatewayPriority(priority);
                }
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
