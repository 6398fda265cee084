package porthole.lesson.enclosure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where one enclosure is put together: the scripts, its settings, its disk. Others may pass through it and not read it: the
 * enclosure's root, who is another user of this machine, mounts what is in it.
 *
 * @param path in {@code /var/tmp}, removed with the enclosure
 */
record EnclosureFolder(Path path) {
    private static final List<String> SCRIPTS =
            List.of("hold.sh", "tree.sh", "enter.sh", "first.sh", "session.sh", "examiner.sh", "examine.sh");

    static EnclosureFolder create(long firstId, EnclosureLimits limits, String keep) throws IOException {
        Path path = Files.createTempDirectory(
                Path.of("/var/tmp"),
                "porthole-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x")); // whatever the umask
        Path scripts = folder(path, "scripts");
        for (String script : SCRIPTS) {
            try (InputStream in = EnclosureFolder.class.getResourceAsStream(script)) {
                if (in == null) {
                    throw new IllegalStateException("The jar lacks " + script);
                }
                readable(Files.write(scripts.resolve(script), in.readAllBytes()));
            }
        }
        readable(Files.writeString(
                path.resolve("settings"),
                "first=" + firstId + "\nmemory=" + limits.memory() + "\nprocesses=" + limits.processes() + "\ncpu="
                        + limits.processor() + "\nscripts=" + scripts + "\nkeep=" + keep + "\n"));
        Files.writeString(
                path.resolve("process"), ProcessHandle.current().pid() + "\n"); // whose it is, for whoever looks
        return new EnclosureFolder(path);
    }

    private static Path folder(Path parent, String name) throws IOException {
        Path made = Files.createDirectory(parent.resolve(name));
        return Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void readable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    /** Copies what is in {@code from}, files and folders: as {@code given} for inside, as {@code taught} for the examiner. */
    void put(String name, Path from) throws IOException {
        Path to = folder(path, name);
        try (var all = Files.walk(from)) {
            for (Path each : all.filter(f -> !f.equals(from)).toList()) {
                String below = from.relativize(each).toString();
                if (Files.isDirectory(each)) {
                    folder(to, below);
                } else {
                    readable(Files.copy(each, to.resolve(below), StandardCopyOption.REPLACE_EXISTING));
                }
            }
        }
    }

    /** Removes it where no enclosure came of it, which would remove it itself. */
    void remove() throws IOException {
        delete(path);
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    String script(String name) {
        return path.resolve("scripts").resolve(name).toString();
    }

    Path disk() {
        return path.resolve("disk.img");
    }

    /** The last line that the scripts complained of. */
    String log() {
        try {
            return Files.readString(path.resolve("log")).lines().reduce("", (a, b) -> b);
        } catch (IOException e) {
            return "";
        }
    }
}
