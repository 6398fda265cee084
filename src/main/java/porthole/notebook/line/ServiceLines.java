package porthole.notebook.line;

import java.util.List;
import java.util.Set;
import porthole.engine.Docker;
import porthole.engine.answer.Service;
import porthole.engine.answer.Task;
import porthole.engine.flag.ServiceFlags;

/** {@code docker service …}. */
final class ServiceLines {
    /** Without a meaning here: a cell shows no progress, and images are never looked up. */
    private static final Set<String> WITHOUT_MEANING = Set.of("--quiet", "--no-resolve-image");

    private ServiceLines() {}

    static List<DockerCommand> of(Docker docker) {
        return List.of(
                DockerCommand.of(
                        ServiceFlags.CREATE,
                        "IMAGE [WORD...]",
                        typed -> docker.service.create(typed.word(0), spec -> {
                            typed.give((flag, value) -> {
                                if (!WITHOUT_MEANING.contains(flag)) {
                                    spec.flag(flag, value);
                                }
                            });
                            spec.command(typed.names(1));
                        })),
                DockerCommand.of(ServiceFlags.LS, "", typed -> Shown.listed(typed, docker.service.ls(), Service::id))
                        .alias("list"),
                DockerCommand.of(
                        ServiceFlags.PS,
                        "SERVICE",
                        typed -> Shown.listed(typed, docker.service.ps(typed.word(0)), Task::id)),
                DockerCommand.of(
                        ServiceFlags.INSPECT, "SERVICE...", typed -> Shown.inspected(typed, docker.service::inspect)),
                DockerCommand.doing(ServiceFlags.RM, "SERVICE...", typed -> docker.service.rm(typed.names(0)))
                        .alias("remove"));
    }
}
