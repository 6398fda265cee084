package porthole.picture.form;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a font's file is: the places in which Linux, macOS and Windows keep fonts. */
final class FontFiles {
    private static final int DEPTH = 6;

    private FontFiles() {}

    private static List<Path> folders() {
        Path home = Path.of(System.getProperty("user.home", "."));
        return Stream.of(
                        Path.of("/usr/share/fonts"),
                        Path.of("/usr/local/share/fonts"),
                        home.resolve(".local/share/fonts"),
                        home.resolve(".fonts"),
                        home.resolve("Library/Fonts"),
                        Path.of("/Library/Fonts"),
                        Path.of("C:/Windows/Fonts"))
                .filter(Files::isDirectory)
                .toList();
    }

    /** The file of DejaVu Sans, upright or bold. */
    static Optional<Path> dejaVu(boolean bold) {
        String name = bold ? "DejaVuSans-Bold.ttf" : "DejaVuSans.ttf";
        return folders().stream().flatMap(folder -> find(folder, name).stream()).findFirst();
    }

    private static Optional<Path> find(Path folder, String name) {
        try (Stream<Path> files =
                Files.find(folder, DEPTH, (path, kind) -> path.endsWith(name), FileVisitOption.FOLLOW_LINKS)) {
            return files.findFirst();
        } catch (IOException | java.io.UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
