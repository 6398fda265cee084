package porthole.jupyter.java.magic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porthole.display.Sentences;
import porthole.jupyter.api.Magic;
import porthole.jupyter.api.MagicException;
import porthole.jupyter.java.classes.ClassPath;
import porthole.jupyter.magic.Arguments;
import porthole.jupyter.magic.PathPatterns;
import porthole.jupyter.magic.SimpleMagic;

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
            List<Path> some = PathPatterns.matches(pattern);
            List<Path> jars = some.stream().flatMap(PathPatterns::jarsOf).toList();
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
                List<Path> some = pattern.isEmpty() ? List.of() : PathPatterns.matches(pattern);
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
}
