package porthole.notebook.line;

import java.util.List;
import porthole.display.Sentences;
import porthole.engine.Docker;
import porthole.engine.api.Notices;
import porthole.engine.container.RunSpec;
import porthole.engine.flag.RunFlags;

/** {@code docker run} and {@code docker create}. */
final class RunLines {
    private static final Sentences SENTENCES = Sentences.of(RunLines.class);

    private RunLines() {}

    static List<DockerCommand> of(Docker docker, Notices notices) {
        return List.of(
                DockerCommand.of(RunFlags.TABLE, "IMAGE [COMMAND...]", typed -> run(docker, notices, typed)),
                DockerCommand.of(
                        RunFlags.CREATE,
                        "IMAGE [COMMAND...]",
                        typed -> docker.create(typed.word(0), spec -> fill(spec, typed))));
    }

    /**
     * Without {@code -d} the cell waits for the container's end and shows what it prints, as a terminal does; but with
     * {@code -it} or {@code -t} there is nobody at a terminal, so that the container goes on in the background with its
     * input open.
     */
    private static Object run(Docker docker, Notices notices, Typed typed) {
        if (typed.on("--tty") && !typed.on("--detach")) {
            String name = typed.last("--name");
            notices.note(SENTENCES.say("run.no-terminal", name.isEmpty() ? "NAME" : name));
        }
        return docker.run(typed.word(0), spec -> {
            fill(spec.foreground(), typed);
            if (typed.on("--tty")) {
                spec.detach();
            }
        });
    }

    private static void fill(RunSpec spec, Typed typed) {
        typed.give(spec::option);
        if (!typed.words(1).isEmpty()) {
            spec.command(typed.names(1));
        }
    }
}
