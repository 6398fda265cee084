package porthole.notebook.line;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import porthole.engine.Docker;
import porthole.engine.Force;
import porthole.engine.SwarmSpec;

/** {@code docker swarm …}. */
@Command(
        name = "swarm",
        description = "Make, join and leave a swarm of engines.",
        subcommands = {SwarmLines.Init.class, SwarmLines.Join.class, SwarmLines.Token.class, SwarmLines.Leave.class})
final class SwarmLines {
    /** What init and join have in common. */
    abstract static class Entering extends Line {
        @Option(names = "--advertise-addr")
        @Nullable
        String advertise;

        @Option(names = "--listen-addr")
        @Nullable
        String listen;

        @Option(names = "--data-path-addr")
        @Nullable
        String dataPath;

        Entering(Docker docker) {
            super(docker);
        }

        void fill(SwarmSpec spec) {
            given(advertise, spec::advertise);
            given(listen, spec::listen);
            given(dataPath, spec::dataPath);
        }
    }

    @Command(name = "init", description = "Make a swarm of this engine.")
    static final class Init extends Entering {
        @Option(names = "--data-path-port")
        int dataPathPort;

        @Option(names = "--default-addr-pool")
        @Nullable
        String pool;

        Init(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return docker.swarm.init(spec -> {
                fill(spec);
                given(pool, spec::addressPool);
                spec.dataPathPort(dataPathPort);
            });
        }
    }

    @Command(name = "join", description = "Join a swarm.")
    static final class Join extends Entering {
        @Option(names = "--token", required = true)
        String token = "";

        @Parameters(paramLabel = "HOST:PORT")
        String address = "";

        Join(Docker docker) {
            super(docker);
        }

        @Override
        public @Nullable Object call() {
            docker.swarm.join(token, address, this::fill);
            return null;
        }
    }

    @Command(name = "join-token", description = "With what others join: worker or manager.")
    static final class Token extends Line {
        @Parameters(paramLabel = "worker|manager")
        String role = "";

        @Option(
                names = {"-q", "--quiet"},
                description = "Only the token.")
        boolean quiet;

        Token(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            if (!List.of("worker", "manager").contains(role)) {
                throw new IllegalArgumentException("\"" + role + "\" is no role in a swarm: worker or manager.");
            }
            var token = role.equals("manager") ? docker.swarm.managerToken() : docker.swarm.joinToken();
            return quiet ? token.token() : token;
        }
    }

    @Command(name = "leave", description = "Leave the swarm.")
    static final class Leave extends Line {
        @Option(names = {"-f", "--force"})
        boolean force;

        Leave(Docker docker) {
            super(docker);
        }

        @Override
        public @Nullable Object call() {
            if (force) {
                docker.swarm.leave(Force.FORCE);
            } else {
                docker.swarm.leave();
            }
            return null;
        }
    }

    private SwarmLines() {}
}
