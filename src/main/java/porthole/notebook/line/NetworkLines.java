package porthole.notebook.line;

import java.util.List;
import porthole.engine.Docker;
import porthole.engine.flag.Force;
import porthole.engine.flag.NetworkFlags;
import porthole.network.Network;

/** {@code docker network …}. */
final class NetworkLines {
    private NetworkLines() {}

    static List<DockerCommand> of(Docker docker) {
        return List.of(
                DockerCommand.of(
                                NetworkFlags.LS,
                                "",
                                typed -> Shown.listed(
                                        typed, docker.network.ls(typed.array("--filter")), Network::shortId))
                        .alias("list"),
                DockerCommand.of(
                        NetworkFlags.CREATE,
                        "NETWORK",
                        typed -> docker.network.create(typed.word(0), spec -> {
                            spec.driver("bridge");
                            typed.give(spec::flag);
                        })),
                DockerCommand.doing(NetworkFlags.RM, "NETWORK...", typed -> remove(docker, typed))
                        .alias("remove"),
                DockerCommand.of(
                        NetworkFlags.INSPECT,
                        "NETWORK...",
                        typed -> Shown.inspected(
                                typed,
                                typed.on("--verbose") ? docker.network::inspectVerbose : docker.network::inspect)),
                DockerCommand.doing(
                        NetworkFlags.CONNECT,
                        "NETWORK CONTAINER",
                        typed -> docker.network.connect(typed.word(0), typed.word(1), spec -> typed.give(spec::flag))),
                DockerCommand.doing(NetworkFlags.DISCONNECT, "NETWORK CONTAINER", typed -> {
                    if (typed.on("--force")) {
                        docker.network.disconnect(typed.word(0), typed.word(1), Force.FORCE);
                    } else {
                        docker.network.disconnect(typed.word(0), typed.word(1));
                    }
                }),
                DockerCommand.of(NetworkFlags.PRUNE, "", typed -> docker.network.prune(typed.array("--filter"))));
    }

    private static void remove(Docker docker, Typed typed) {
        if (typed.on("--force")) {
            docker.network.rm(Force.FORCE, typed.names(0));
        } else {
            docker.network.rm(typed.names(0));
        }
    }
}
