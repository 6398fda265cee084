package porthole.notebook.line;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import porthole.engine.Docker;
import porthole.engine.compose.Compose;
import porthole.engine.flag.ComposeFlags;

/** {@code docker compose …} and {@code docker-compose …}. */
final class ComposeLines {
    /** The names that Compose looks for where no file is given, in its own order. */
    private static final List<String> NAMES =
            List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");

    private ComposeLines() {}

    static List<DockerCommand> of(Docker docker) {
        return List.of(
                DockerCommand.of(
                        ComposeFlags.UP, "", typed -> project(docker, typed).up()),
                DockerCommand.doing(
                        ComposeFlags.DOWN, "", typed -> project(docker, typed).down()),
                DockerCommand.of(
                        ComposeFlags.PS, "", typed -> project(docker, typed).ps()));
    }

    private static Compose project(Docker docker, Typed typed) {
        List<String> files = typed.all("--file");
        Compose compose = docker.compose(files.isEmpty() ? found() : files.get(0));
        files.stream().skip(1).forEach(compose::file);
        typed.all("--profile").forEach(compose::profile);
        return compose;
    }

    private static String found() {
        return NAMES.stream().filter(n -> Files.exists(Path.of(n))).findFirst().orElse(NAMES.get(0));
    }
}
