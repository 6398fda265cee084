package porthole.lesson.enclosure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porthole.display.Sentences;

/**
 * An enclosure's engine as it was when nothing of others had run there, seen from outside: by this machine's own {@code /proc},
 * and by files that are read, never run. Root inside can replace its engine, but not what this side reads of it.
 */
public final class EngineSeal {
    /** What of an engine is no longer what it was. */
    public enum Broken {
        /** Its process has ended, is another, or another process looks into it. */
        PROCESS,
        /** Its socket was made anew. */
        SOCKET,
        /** Something is mounted over programs or settings. */
        PROGRAMS,
        /** An image's name names another, or an image's files were changed. */
        IMAGES
    }

    private static final Pattern PROGRAMS = Pattern.compile("/(?:usr|bin|s?bin|lib\\w*|etc)(?:/.*)?");
    private static final Path PROC = Path.of("/proc");

    private final ProcessHandle engine;
    private final Path socket;
    private final Path docker;
    private final Object socketKey;
    private final Set<String> mounts;
    private final String names;
    private final List<Path> layers;
    private final FileTime begin;

    private EngineSeal(ProcessHandle engine, Path socket, Path docker) throws IOException {
        this.engine = engine;
        this.socket = socket;
        this.docker = docker;
        this.socketKey = key(socket);
        this.mounts = mounts(engine);
        this.names = text(names(docker));
        this.layers = layers(docker);
        this.begin = FileTime.fromMillis(System.currentTimeMillis());
    }

    /**
     * The engine as it is now.
     *
     * @param first the enclosure's first process, of which the engine is a child
     * @param socket the engine's socket, and
     * @param docker its folder of images and containers, both as this side sees them
     * @throws EnclosureException where no engine runs there
     */
    static EngineSeal of(ProcessHandle first, Path socket, Path docker) throws IOException {
        ProcessHandle engine = first.children()
                .filter(child -> child.info()
                        .command()
                        .filter(c -> c.endsWith("/dockerd"))
                        .isPresent())
                .findFirst()
                .orElseThrow(() ->
                        new EnclosureException(Sentences.of(EngineSeal.class).say("enclosure.engine")));
        return new EngineSeal(engine, socket, docker);
    }

    /** What is no longer as it was; empty where all is. What cannot be read is not as it was. */
    public Optional<Broken> broken() {
        Set<String> mounted;
        try {
            if (!engine.isAlive() || traced(engine)) {
                return Optional.of(Broken.PROCESS);
            }
            mounted = mounts(engine);
        } catch (IOException | UncheckedIOException e) {
            return Optional.of(Broken.PROCESS); // it ends
        }
        if (!mounted.equals(mounts)) {
            return Optional.of(Broken.PROGRAMS);
        }
        try {
            if (!key(socket).equals(socketKey)) {
                return Optional.of(Broken.SOCKET);
            }
        } catch (IOException e) {
            return Optional.of(Broken.SOCKET);
        }
        return renamed() || changed() ? Optional.of(Broken.IMAGES) : Optional.empty();
    }

    private static Object key(Path socket) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(socket, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return List.of(String.valueOf(attributes.fileKey()), attributes.isOther());
    }

    private static boolean traced(ProcessHandle process) throws IOException {
        return Files.readAllLines(PROC.resolve(process.pid() + "/status")).stream()
                .anyMatch(line -> line.startsWith("TracerPid:") && !line.endsWith("\t0"));
    }

    /** The mounts over programs and settings: each with its number, what it shows, and where. */
    private static Set<String> mounts(ProcessHandle process) throws IOException {
        try (Stream<String> lines = Files.lines(PROC.resolve(process.pid() + "/mountinfo"))) {
            return lines.map(line -> line.split(" "))
                    .filter(parts -> PROGRAMS.matcher(parts[4]).matches())
                    .map(parts -> String.join(" ", parts[0], parts[2], parts[3], parts[4]))
                    .collect(Collectors.toSet());
        }
    }

    /** Of Docker's own store of images; one of containerd has another form, and is not looked at. */
    private static Path names(Path docker) {
        return docker.resolve("image/overlay2/repositories.json");
    }

    private static String text(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** A name that an image had stands for that image, or for none. */
    private boolean renamed() {
        Pattern named = Pattern.compile("\"([^\"]+)\":\"(sha256:[0-9a-f]+)\"");
        String now;
        try {
            now = text(names(docker));
        } catch (IOException e) {
            return true;
        }
        return named.matcher(names).results().anyMatch(was -> {
            String begin = '"' + was.group(1) + "\":\"";
            return now.contains(begin) && !now.contains(begin + was.group(2) + '"');
        });
    }

    private static List<Path> layers(Path docker) throws IOException {
        Path folder = docker.resolve("overlay2");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> layers = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.map(layer -> layer.resolve("diff")).filter(Files::isDirectory).forEach(layers::add);
        }
        return layers;
    }

    /** Whether a file of an image's layer was written since: the kernel's own note of it cannot be set back. */
    private boolean changed() {
        return layers.stream().anyMatch(layer -> {
            try (Stream<Path> files = Files.walk(layer)) {
                return files.anyMatch(this::changed);
            } catch (IOException | UncheckedIOException e) {
                return false; // the image was removed
            }
        });
    }

    private boolean changed(Path file) {
        try {
            FileTime changed = (FileTime) Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
            return changed.compareTo(begin) > 0;
        } catch (IOException e) {
            return false;
        }
    }
}
