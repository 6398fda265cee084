package porthole.notebook.line;

import java.util.List;
import porthole.display.Sentences;
import porthole.engine.Docker;
import porthole.engine.compose.Compose;
import porthole.engine.flag.ComposeFlags;
import porthole.jupyter.api.MagicException;

/** {@code docker compose …} and {@code docker-compose …}. */
final class ComposeLines {
    private static final Sentences SENTENCES = Sentences.of(ComposeLines.class);

    private ComposeLines() {}

    static List<DockerCommand> of(Docker docker) {
        return List.of(
                DockerCommand.of(
                        ComposeFlags.UP,
                        "",
                        typed -> project(docker, typed, "up").up()),
                DockerCommand.of(ComposeFlags.DOWN, "", typed -> {
                    project(docker, typed, "down").down();
                    return null;
                }),
                DockerCommand.of(
                        ComposeFlags.PS,
                        "",
                        typed -> project(docker, typed, "ps").ps()));
    }

    private static Compose project(Docker docker, Typed typed, String verb) throws MagicException {
        List<String> files = typed.all("--file");
        Compose compose = docker.compose(files.isEmpty() ? found(verb) : files.get(0));
        files.stream().skip(1).forEach(compose::file);
        typed.all("--profile").forEach(compose::profile);
        return compose;
    }

    private static String found(String verb) throws MagicException {
        ComposeFiles here = ComposeFiles.here();
        if (here.project().isPresent()) {
            return here.project().get();
        }
        List<String> near = here.near();
        String names = String.join(", ", ComposeFiles.NAMES);
        throw new MagicException(
                near.isEmpty()
                        ? SENTENCES.say("compose.none", names, verb)
                        : SENTENCES.say("compose.near", names, near.get(0), verb));
    }
}
