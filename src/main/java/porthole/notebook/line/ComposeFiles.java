package porthole.notebook.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Compose files that a line without {@code --file} can mean.
 *
 * @param folder where the line is run
 */
record ComposeFiles(Path folder) {
    /** The names that Compose looks for where no file is given, in its own order. */
    static final List<String> NAMES =
            List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");

    static ComposeFiles here() {
        return new ComposeFiles(Path.of("").toAbsolutePath());
    }

    /**
     * The file that Compose itself takes: it looks in the folder, and then in each one above it
     * (docs.docker.com/compose/intro/compose-application-model; v1 and v2 do the same).
     */
    Optional<String> project() {
        for (Path at = folder; at != null; at = at.getParent()) {
            Optional<Path> file = in(at);
            if (file.isPresent()) {
                return file.map(this::relative);
            }
        }
        return Optional.empty();
    }

    /** Files that Compose does not look for: in the folders inside this one, and then in those beside it. */
    List<String> near() {
        List<String> near = new ArrayList<>(inside(folder));
        Path above = folder.getParent();
        if (above != null) {
            near.addAll(inside(above));
        }
        return near;
    }

    private List<String> inside(Path parent) {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .flatMap(f -> in(f).stream())
                    .map(this::relative)
                    .toList();
        } catch (IOException e) {
            return List.of(); // a folder that cannot be read has nothing to propose
        }
    }

    private static Optional<Path> in(Path folder) {
        return NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
    }

    private String relative(Path file) {
        return folder.relativize(file).toString();
    }
}
