package porthole.notebook.line;

import java.util.List;
import porthole.display.Listing;
import porthole.display.Sentences;
import porthole.engine.Docker;
import porthole.engine.api.Notices;
import porthole.engine.flag.All;
import porthole.engine.flag.ContainerFlags;
import porthole.engine.flag.Force;
import porthole.engine.flag.UpdateFlags;
import porthole.network.Container;

/** {@code docker stop}, {@code start}, {@code rm} and what else changes the life of containers that there are. */
final class LifecycleLines {
    private static final Sentences SENTENCES = Sentences.of(LifecycleLines.class);

    private static final String NAMES = "CONTAINER...";

    private LifecycleLines() {}

    static List<DockerCommand> of(Docker docker, Notices notices) {
        return List.of(
                DockerCommand.doing(
                        ContainerFlags.STOP, NAMES, typed -> docker.stop(s -> typed.give(s::flag), typed.names(0))),
                DockerCommand.doing(ContainerFlags.START, NAMES, typed -> docker.start(typed.names(0))),
                DockerCommand.doing(
                        ContainerFlags.RESTART,
                        NAMES,
                        typed -> docker.restart(s -> typed.give(s::flag), typed.names(0))),
                DockerCommand.doing(
                        ContainerFlags.KILL, NAMES, typed -> docker.kill(s -> typed.give(s::flag), typed.names(0))),
                DockerCommand.doing(ContainerFlags.RM, NAMES, typed -> remove(docker, notices, typed)),
                DockerCommand.doing(ContainerFlags.PAUSE, NAMES, typed -> docker.pause(typed.names(0))),
                DockerCommand.doing(ContainerFlags.UNPAUSE, NAMES, typed -> docker.unpause(typed.names(0))),
                DockerCommand.doing(
                        ContainerFlags.RENAME,
                        "CONTAINER NEW_NAME",
                        typed -> docker.rename(typed.word(0), typed.word(1))),
                DockerCommand.of(
                        UpdateFlags.TABLE,
                        NAMES,
                        typed -> String.join("\n", docker.update(s -> typed.give(s::option), typed.names(0)))),
                DockerCommand.of(ContainerFlags.PRUNE, "", typed -> docker.containerPrune(typed.array("--filter")))
                        .hidden());
    }

    private static void remove(Docker docker, Notices notices, Typed typed) {
        boolean force = typed.on("--force");
        String[] names = force ? there(docker, notices, typed.words(0)) : typed.names(0);
        if (names.length == 0) {
            return;
        }
        if (typed.on("--volumes")) {
            docker.rmWithVolumes(force, names);
        } else if (force) {
            docker.rm(Force.FORCE, names);
        } else {
            docker.rm(names);
        }
    }

    /** With --force a container that does not exist is no mistake, as with the program: it is only said. */
    private static String[] there(Docker docker, Notices notices, List<String> names) {
        Listing<Container> all = docker.ps(All.ALL);
        return names.stream()
                .filter(name -> {
                    boolean exists = all.stream()
                            .anyMatch(c -> c.name().equals(name.replaceFirst("^/", "")) || c.id().startsWith(name));
                    if (!exists) {
                        notices.note(SENTENCES.say("rm.none", name));
                    }
                    return exists;
                })
                .toArray(String[]::new);
    }
}
