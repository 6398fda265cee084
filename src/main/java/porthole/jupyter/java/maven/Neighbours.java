package porthole.jupyter.java.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.display.Nearest;

/** Names of artifacts that this machine knows already, for those who mistyped one. */
final class Neighbours {
    /** Letters that may be wrong in a name of the usual length. */
    private static final int WRONG = 3;

    private Neighbours() {}

    /** The known {@code group:artifact} that is nearest, if any is near. */
    static Optional<String> nearest(Path localRepository, String group, String artifact) {
        String wanted = group + ":" + artifact;
        return groups(localRepository, group)
                .flatMap(folder -> children(folder)
                        .filter(Neighbours::isArtifact)
                        .map(a -> localRepository.relativize(folder).toString().replace('/', '.') + ":"
                                + a.getFileName()))
                .filter(known -> Nearest.distance(known, wanted) <= WRONG)
                .min(Comparator.comparingInt(known -> Nearest.distance(known, wanted)));
    }

    /** The group's own folder, its parent, and the folders beside: {@code com.goggle.guava} is near to one of them. */
    private static Stream<Path> groups(Path repository, String group) {
        Stream<Path> level = Stream.of(repository);
        for (String part : group.split("\\.", -1)) {
            level = level.flatMap(Neighbours::children)
                    .filter(p -> Nearest.distance(p.getFileName().toString(), part) <= WRONG);
        }
        return level;
    }

    private static boolean isArtifact(Path folder) {
        return children(folder)
                .anyMatch(version ->
                        Files.exists(version.resolve(folder.getFileName() + "-" + version.getFileName() + ".pom")));
    }

    private static Stream<Path> children(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory).toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
