package porthole.jupyter.magic;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;
import porthole.display.Home;

/** Paths with wildcards, as a shell's user writes them. */
public final class PathPatterns {
    private PathPatterns() {}

    /** The files that {@code pattern} names: {@code *} and its like in any of its parts, {@code **} for all below. */
    public static List<Path> matches(String pattern) {
        String text = pattern.startsWith("~/") ? Home.folder() + pattern.substring(1) : pattern;
        int star = Stream.of('*', '?', '[', '{')
                .mapToInt(c -> text.indexOf(c))
                .filter(i -> i >= 0)
                .min()
                .orElse(-1);
        if (star < 0) {
            return Files.exists(Path.of(text)) ? entries(text) : List.of();
        }
        String root = text.substring(0, text.lastIndexOf('/', star) + 1);
        Path folder = Path.of(root.isEmpty() ? "." : root);
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + text.substring(root.length()));
        int depth = text.contains("**")
                ? Integer.MAX_VALUE
                : 1
                        + (int) text.substring(root.length())
                                .chars()
                                .filter(c -> c == '/')
                                .count();
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(f -> matcher.matches(folder.relativize(f)))
                    .sorted()
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            return List.of();
        }
    }

    /** The path itself; where it ends in a slash also the jars of the folder, as IJava has it. */
    private static List<Path> entries(String text) {
        Path path = Path.of(text);
        Stream<Path> jars = text.endsWith("/") && Files.isDirectory(path) ? jarsOf(path) : Stream.empty();
        return Stream.concat(Stream.of(path), jars).toList();
    }

    private static Stream<Path> children(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /** The path itself if it is a jar, the jars in it if it is a folder. */
    public static Stream<Path> jarsOf(Path path) {
        if (!Files.isDirectory(path)) {
            return path.toString().endsWith(".jar") ? Stream.of(path) : Stream.empty();
        }
        return children(path).filter(p -> p.toString().endsWith(".jar"));
    }
}
