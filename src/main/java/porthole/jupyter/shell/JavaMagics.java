package porthole.jupyter.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import porthole.jupyter.magic.Magic;
import porthole.jupyter.magic.MagicException;

/** The magics that need the Java session: {@code %time}, {@code %load}, {@code %jars}, {@code %classpath}. */
final class JavaMagics {
    private final Runner runner;
    private final Snippets snippets;
    private final Set<String> added = new LinkedHashSet<>();

    JavaMagics(Runner runner, Snippets snippets) {
        this.runner = runner;
        this.snippets = snippets;
    }

    /** Runs Java text in the session. */
    interface Runner {
        /** The text's value; {@code name} stands in its errors. */
        @Nullable
        Object run(String name, String text) throws CellFailure;
    }

    List<Magic> all() {
        return List.of(
                magic("time", "%time CODE, or a whole cell: how long it takes, beside its value", this::time),
                magic("load", "%load FILE: runs a file of Java snippets in this session", (a, b) -> load(a)),
                magic(
                        "jars",
                        "%jars PATTERN: adds the jars of a path (lib/*.jar) to the class path",
                        (a, b) -> jars(a)),
                magic(
                        "classpath",
                        "%classpath [PATH...]: adds folders and jars; shows the class path",
                        this::classpath));
    }

    private interface Body {
        @Nullable
        Object run(String arguments, @Nullable String body) throws Exception;
    }

    private static Magic magic(String name, String summary, Body body) {
        return new Magic() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String summary() {
                return summary;
            }

            @Override
            public @Nullable Object run(String arguments, @Nullable String cell) throws Exception {
                return body.run(arguments, cell);
            }
        };
    }

    private @Nullable Object time(String arguments, @Nullable String body) throws CellFailure {
        long start = System.nanoTime();
        Object value = runner.run("%time", body == null ? arguments : arguments + "\n" + body);
        double millis = (System.nanoTime() - start) / 1e6;
        System.out.printf("Took %.1f ms%n", millis);
        return value;
    }

    private @Nullable Object load(String file) throws CellFailure, MagicException {
        try {
            return runner.run(file, Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new MagicException("No readable file \"" + file + "\" in "
                    + Path.of("").toAbsolutePath() + "; %load takes a file of Java snippets.");
        }
    }

    private @Nullable Object jars(String pattern) throws MagicException {
        Path path = Path.of(pattern.isBlank() ? "." : pattern);
        Path folder = path.getParent() == null ? Path.of(".") : path.getParent();
        String glob = String.valueOf(path.getFileName());
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(f -> folder.getFileSystem()
                            .getPathMatcher("glob:" + glob)
                            .matches(f.getFileName()))
                    .sorted()
                    .forEach(found::add);
        } catch (IOException e) {
            found.clear();
        }
        if (found.isEmpty()) {
            throw new MagicException("No jar matches \"" + pattern + "\" in " + folder.toAbsolutePath() + ".");
        }
        found.forEach(f -> add(f.toString()));
        return null;
    }

    private @Nullable Object classpath(String arguments, @Nullable String body) throws MagicException {
        List<String> paths = Arrays.stream(arguments.split("\\s+|:", -1))
                .filter(p -> !p.isEmpty())
                .toList();
        for (String path : paths) {
            if (!Files.exists(Path.of(path))) {
                throw new MagicException("No file or folder \"" + path + "\" in "
                        + Path.of("").toAbsolutePath() + " that could join the class path.");
            }
        }
        paths.forEach(this::add);
        return paths.isEmpty() ? String.join("\n", entries()) : null;
    }

    private List<String> entries() {
        List<String> entries = new ArrayList<>(added);
        entries.addAll(List.of(System.getProperty("java.class.path", "").split(java.io.File.pathSeparator, -1)));
        return entries;
    }

    private void add(String path) {
        String full = Path.of(path).toAbsolutePath().normalize().toString();
        if (added.add(full)) {
            snippets.addToClasspath(full);
        }
    }
}
