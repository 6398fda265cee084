package porthole.lesson.enclosure;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Porthole as it is started in an enclosure.
 *
 * @param command up to Porthole's own arguments
 * @param shown files and folders of this machine that it needs there, at the same paths
 */
public record EnclosedProgram(List<String> command, Set<Path> shown) {
    public EnclosedProgram {
        command = List.copyOf(command);
        shown = Set.copyOf(shown);
    }

    /**
     * The program that this process runs: its JDK, and its jar or class path.
     *
     * @param options for the JVM
     * @throws IOException where the jar cannot be read
     */
    public static EnclosedProgram ofThisProcess(List<String> options) throws IOException {
        Path java = Path.of(System.getProperty("java.home")).toRealPath();
        List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().normalize())
                .filter(Files::exists)
                .toList();
        Set<Path> shown = new LinkedHashSet<>(classPath);
        shown.add(java);
        List<String> command = new ArrayList<>(List.of(java.resolve("bin/java").toString()));
        command.addAll(options);
        if (classPath.size() == 1 && Files.isRegularFile(classPath.get(0))) {
            shown.addAll(libraries(classPath.get(0)));
            command.addAll(List.of("-jar", classPath.get(0).toString()));
        } else {
            command.addAll(List.of(
                    "-cp",
                    String.join(":", classPath.stream().map(Path::toString).toList())));
            command.add("porthole.Main");
        }
        return new EnclosedProgram(command, shown);
    }

    /** Those that the jar's manifest names. */
    private static List<Path> libraries(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            String names = file.getManifest() == null
                    ? ""
                    : file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return Stream.of((names == null ? "" : names).split(" +", -1))
                    .filter(name -> !name.isEmpty())
                    .map(jar::resolveSibling)
                    .filter(Files::exists)
                    .toList();
        }
    }
}
