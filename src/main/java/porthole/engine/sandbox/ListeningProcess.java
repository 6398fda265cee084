package porthole.engine.sandbox;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.engine.api.EngineSentences;

/** Which process of this machine listens on a port, as far as {@code /proc} lets this user see. */
public final class ListeningProcess {
    private ListeningProcess() {}

    private static final Pattern CONTAINER = Pattern.compile("[0-9a-f]{64}");

    /**
     * The holder of a port.
     *
     * @param name the program's name and process number: {@code nginx (process 4711)}
     * @param container the id of the container that it runs in, as its control group tells; empty outside of any
     */
    public record Holder(String name, Optional<String> container) {}

    public static Optional<Holder> on(int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (SocketTable.Line line : SocketTable.read(lines(Path.of(table)))) {
                if (line.listening() && line.port() == port) {
                    sockets.add("socket:[" + line.inode() + "]");
                }
            }
        }
        return sockets.isEmpty() ? Optional.empty() : holder(sockets);
    }

    private static Optional<Holder> holder(Set<String> sockets) {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (holds(process, sockets)) {
                    String name = String.join("", lines(process.resolve("comm")));
                    Matcher container = CONTAINER.matcher(String.join("\n", lines(process.resolve("cgroup"))));
                    return Optional.of(new Holder(
                            EngineSentences.SENTENCES.say("process", name, process.getFileName()),
                            container.find() ? Optional.of(container.group()) : Optional.empty()));
                }
            }
        } catch (IOException e) {
            // No /proc: not a Linux machine, so the holder stays unknown.
        }
        return Optional.empty();
    }

    private static boolean holds(Path process, Set<String> sockets) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                if (sockets.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            // Another user's process, or one that has just ended.
        }
        return false;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
