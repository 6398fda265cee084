package porthole.engine.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import porthole.display.Home;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineSentences;
import porthole.engine.owner.KernelProcess;
import porthole.engine.owner.Owner;

/**
 * Where a cluster keeps its sockets and its engines' data on this machine, with whose it is, so that a later kernel can
 * clear away what a killed one has left.
 */
public record ClusterFolder(Path path) {
    /** A Unix socket's path has at most 107 letters on Linux, 103 on macOS. */
    private static final int LONGEST = 100;

    private static final String LONGEST_NAME = "/12345678/host99/docker.sock";
    private static final String OWNER = "owner";
    private static final String SESSION = "session";

    public static ClusterFolder create(Owner owner) {
        try {
            Path path =
                    root(System.getenv()).resolve(UUID.randomUUID().toString().substring(0, 8));
            Files.createDirectories(path);
            if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
            Files.writeString(path.resolve(OWNER), owner.kernel().label());
            Files.writeString(path.resolve(SESSION), owner.session());
            return new ClusterFolder(path);
        } catch (IOException e) {
            throw new EngineException(
                    EngineSentences.SENTENCES.say(
                            "cluster.folder", root(System.getenv()), String.valueOf(e.getMessage())),
                    e);
        }
    }

    private static Path root(Map<String, String> environment) {
        Path root = Home.state(environment).resolve("clusters");
        return (root + LONGEST_NAME).length() <= LONGEST
                ? root
                : Path.of("/tmp", "porthole-" + System.getProperty("user.name", ""));
    }

    /** All that there are, of living and of dead kernels. */
    public static List<ClusterFolder> all() {
        List<ClusterFolder> all = new ArrayList<>();
        try (Stream<Path> folders = Files.list(root(System.getenv()))) {
            folders.filter(Files::isDirectory).forEach(path -> all.add(new ClusterFolder(path)));
        } catch (IOException e) {
            // There is no such folder, so there are no clusters.
        }
        return all;
    }

    public String name() {
        return path.getFileName().toString();
    }

    public boolean ownerIsSurelyDead() {
        return KernelProcess.of(read(OWNER)).filter(KernelProcess::surelyDead).isPresent();
    }

    public boolean isOf(String session) {
        return read(SESSION).equals(session);
    }

    public String read(String file) {
        try {
            return Files.readString(path.resolve(file)).strip();
        } catch (IOException e) {
            return "";
        }
    }

    void write(String file, String text) {
        try {
            Path to = path.resolve(file);
            Files.createDirectories(Optional.ofNullable(to.getParent()).orElse(path));
            Files.writeString(to, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new EngineException(
                    EngineSentences.SENTENCES.say("cluster.folder", path, String.valueOf(e.getMessage())), e);
        }
    }

    /** Removes it with all that is in it; what another is just removing is as good as removed. */
    public void remove() {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            // What is left stays in the list, and the next start tries again.
        }
    }
}
