package porthole.notebook.line;

import java.util.List;
import porthole.engine.Docker;
import porthole.engine.answer.Volume;
import porthole.engine.flag.Force;
import porthole.engine.flag.VolumeFlags;

/** {@code docker volume …}. */
final class VolumeLines {
    private VolumeLines() {}

    static List<DockerCommand> of(Docker docker) {
        return List.of(
                DockerCommand.of(
                                VolumeFlags.LS,
                                "",
                                typed -> Shown.listed(typed, docker.volume.ls(typed.array("--filter")), Volume::name))
                        .alias("list"),
                DockerCommand.of(
                        VolumeFlags.CREATE,
                        "[VOLUME]",
                        typed -> docker.volume.create(typed.word(0), spec -> typed.give(spec::flag))),
                DockerCommand.of(
                        VolumeFlags.INSPECT, "VOLUME...", typed -> Shown.inspected(typed, docker.volume::inspect)),
                DockerCommand.doing(VolumeFlags.RM, "VOLUME...", typed -> {
                            if (typed.on("--force")) {
                                docker.volume.rm(Force.FORCE, typed.names(0));
                            } else {
                                docker.volume.rm(typed.names(0));
                            }
                        })
                        .alias("remove"),
                DockerCommand.of(VolumeFlags.PRUNE, "", typed -> docker.volume.prune(typed.array("--filter"))));
    }
}
