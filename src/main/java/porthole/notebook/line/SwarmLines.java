package porthole.notebook.line;

import java.util.List;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;
import porthole.engine.Docker;
import porthole.engine.answer.Node;
import porthole.engine.flag.Force;
import porthole.engine.flag.SwarmFlags;
import porthole.jupyter.api.MagicException;

/** {@code docker swarm …} and {@code docker node …}. */
final class SwarmLines {
    private static final Sentences SENTENCES = Sentences.of(SwarmLines.class);

    private SwarmLines() {}

    static List<DockerCommand> of(Docker docker) {
        return List.of(
                DockerCommand.of(SwarmFlags.INIT, "", typed -> docker.swarm.init(spec -> typed.give(spec::flag))),
                DockerCommand.of(SwarmFlags.JOIN, "HOST:PORT", typed -> join(docker, typed)),
                DockerCommand.of(SwarmFlags.JOIN_TOKEN, "worker|manager", typed -> token(docker, typed)),
                DockerCommand.doing(SwarmFlags.LEAVE, "", typed -> {
                    if (typed.on("--force")) {
                        docker.swarm.leave(Force.FORCE);
                    } else {
                        docker.swarm.leave();
                    }
                }),
                DockerCommand.of(SwarmFlags.NODE_LS, "", typed -> Shown.listed(typed, docker.node.ls(), Node::id))
                        .alias("list"));
    }

    private static @Nullable Object join(Docker docker, Typed typed) throws MagicException {
        if (!typed.has("--token")) {
            throw new MagicException(SENTENCES.say("command.missing", "docker swarm join", "--token"));
        }
        docker.swarm.join(
                typed.last("--token"),
                typed.word(0),
                spec -> typed.give((flag, value) -> {
                    if (!flag.equals("--token")) {
                        spec.flag(flag, value);
                    }
                }));
        return null;
    }

    private static Object token(Docker docker, Typed typed) throws MagicException {
        if (!List.of("worker", "manager").contains(typed.word(0))) {
            throw new MagicException(SENTENCES.say("swarm.role", typed.word(0)));
        }
        var token = typed.word(0).equals("manager") ? docker.swarm.managerToken() : docker.swarm.joinToken();
        return typed.on("--quiet") ? token.token() : token;
    }
}
