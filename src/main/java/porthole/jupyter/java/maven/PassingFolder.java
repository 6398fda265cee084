package porthole.jupyter.java.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder of this process's own among the temporary files; its end removes it. */
final class PassingFolder {
    private static @Nullable Path folder;

    private PassingFolder() {}

    static synchronized Path get() throws IOException {
        Path made = folder;
        if (made == null) {
            made = Files.createTempDirectory("porthole-maven");
            folder = made;
            Path gone = made;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(gone), "maven-passing-folder"));
        }
        return made;
    }

    private static void delete(Path tree) {
        try (Stream<Path> all = Files.walk(tree)) {
            List<Path> innermostFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : innermostFirst) {
                Files.delete(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // The system's own cleaning takes it.
        }
    }
}
