package porthole.jupyter.java.reader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Source text of classes, from where builds leave it: {@code name-sources.jar} beside {@code name.jar} or in its {@code
 * lib} folder, {@code src/main/java} beside {@code target/classes}, and the JDK's own {@code src.zip}, which many
 * machines lack.
 */
final class Sources {
    private static final Path CLASSES = Path.of("target", "classes");

    private static final Path SOURCES = Path.of("..", "..", "src", "main", "java");

    private final Map<Path, ZipFile> open = new HashMap<>();

    /**
     * @param module the class's module; empty where it has no name
     * @param path such as {@code java/util/List.java}
     */
    Optional<String> text(List<String> classpath, String module, String path) {
        if (!module.isEmpty()) {
            return inJar(Path.of(System.getProperty("java.home"), "lib", "src.zip"), module + "/" + path);
        }
        for (String entry : classpath) {
            for (Path place : places(Path.of(entry).toAbsolutePath())) {
                Optional<String> found = Files.isDirectory(place) ? inFolder(place, path) : inJar(place, path);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static List<Path> places(Path entry) {
        List<Path> places = new ArrayList<>();
        String name = String.valueOf(entry.getFileName());
        if (name.endsWith(".jar")) {
            String sources = name.substring(0, name.length() - ".jar".length()) + "-sources.jar";
            places.add(entry.resolveSibling(sources));
            places.add(entry.resolveSibling("lib").resolve(sources));
        } else if (entry.endsWith(CLASSES)) {
            places.add(entry.resolve(SOURCES).normalize());
        } else {
            places.add(entry);
        }
        return places;
    }

    private static Optional<String> inFolder(Path folder, String path) {
        try {
            Path file = folder.resolve(path);
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // help without text is help still
        }
    }

    private Optional<String> inJar(Path jar, String path) {
        if (!Files.isReadable(jar)) {
            return Optional.empty();
        }
        try {
            ZipFile zip = open.get(jar);
            if (zip == null) {
                zip = new ZipFile(jar.toFile());
                open.put(jar, zip);
            }
            ZipEntry entry = zip.getEntry(path);
            if (entry == null) {
                return Optional.empty();
            }
            try (var stream = zip.getInputStream(entry)) {
                return Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
