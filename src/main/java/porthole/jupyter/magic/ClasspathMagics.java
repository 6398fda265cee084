package porthole.jupyter.magic;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porthole.display.Home;
import porthole.display.Sentences;

/** {@code %jars} and {@code %classpath}: files of this machine for cells to use. */
public final class ClasspathMagics {
    private static final Sentences SENTENCES = Sentences.of(ClasspathMagics.class);

    private ClasspathMagics() {}

    /** All of them. */
    public static List<Magic> of(ClassPath classPath) {
        List<Magic> magics = new ArrayList<>();
        Stream.of("jars", "jar", "addJars")
                .forEach(n -> magics.add(new SimpleMagic(n, SENTENCES, "help.jars", (a, b) -> jars(classPath, a))));
        return magics;
    }

    private static Object jars(ClassPath classPath, String line) throws MagicException {
        List<String> patterns = Arguments.of(line);
        if (patterns.isEmpty()) {
            throw new MagicException(SENTENCES.say("jars.missing"));
        }
        List<Path> found = new ArrayList<>();
        for (String pattern : patterns) {
            List<Path> some = matches(pattern);
            List<Path> jars = some.stream().flatMap(ClasspathMagics::jarsOf).toList();
            if (jars.isEmpty()) {
                Path here = Path.of("").toAbsolutePath();
                missing(
                        pattern,
                        some.isEmpty()
                                ? SENTENCES.say("jars.none", pattern, here)
                                : SENTENCES.say(
                                        "jars.other", pattern, here, some.get(0).getFileName()));
            }
            found.addAll(jars);
        }
        return AddedPaths.of(classPath.add(found));
    }

    /** A pattern that nothing matches is told and no failure, as in IJava; a path that is not there is one. */
    private static void missing(String pattern, String sentence) throws MagicException {
        if (pattern.chars().noneMatch(c -> "*?[{".indexOf(c) >= 0)) {
            throw new MagicException(sentence);
        }
        System.err.println(sentence);
    }

    private static Stream<Path> jarsOf(Path path) {
        if (!Files.isDirectory(path)) {
            return path.toString().endsWith(".jar") ? Stream.of(path) : Stream.empty();
        }
        return children(path).filter(p -> p.toString().endsWith(".jar"));
    }

    /**
     * What {@code %classpath} does.
     *
     * @return what was added, or all that is there where {@code line} is empty
     */
    public static Object classpath(ClassPath classPath, String line) throws MagicException {
        List<String> words = new ArrayList<>(Arguments.of(line));
        if (words.size() > 1 && words.get(0).equals("add")) { // BeakerX: "%classpath add jar lib/x.jar"
            words.remove(0);
            words.remove("jar");
        }
        List<Path> found = new ArrayList<>();
        for (String word : words) {
            for (String pattern : word.split(java.io.File.pathSeparator, -1)) {
                List<Path> some = pattern.isEmpty() ? List.of() : matches(pattern);
                if (some.isEmpty() && !pattern.isEmpty()) {
                    missing(
                            pattern,
                            SENTENCES.say("classpath.none", pattern, Path.of("").toAbsolutePath()));
                }
                found.addAll(some);
            }
        }
        if (!words.isEmpty()) {
            return AddedPaths.of(classPath.add(found));
        }
        String entries = classPath.entries().stream().map(Path::toString).collect(Collectors.joining("\n"));
        return entries.isEmpty() ? SENTENCES.say("classpath.bare") : entries;
    }

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
}
