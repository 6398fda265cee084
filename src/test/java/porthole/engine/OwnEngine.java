package porthole.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import porthole.engine.api.Api;
import porthole.engine.api.EngineAddress;
import porthole.engine.api.EngineException;
import porthole.engine.api.Notices;
import porthole.engine.owner.Owner;

/**
 * A dockerd that belongs to one test alone, so that it may be emptied and stopped. It lives in a network namespace of its
 * own: with {@code --bridge=none} a dockerd removes docker0, and that one may be another engine's.
 */
public final class OwnEngine implements AutoCloseable {
    private static final long LIMIT_SECONDS = 30;

    final Path folder;
    private final List<String> command;
    private Process daemon;

    /** @param more flags of dockerd; of those that are given again the last counts */
    public OwnEngine(String... more) throws IOException {
        assumeTrue(isRoot() && Files.isExecutable(Path.of("/usr/sbin/dockerd")), "needs root and a dockerd");
        folder = Files.createTempDirectory("own-engine");
        command = new ArrayList<>(List.of(
                "unshare",
                "--net",
                "sh",
                "-c",
                "ip link set lo up; exec /usr/sbin/dockerd \"$@\"",
                "dockerd",
                "--data-root=" + folder.resolve("data"),
                "--exec-root=" + folder.resolve("exec"),
                "--pidfile=" + folder.resolve("pid"),
                "--host=unix://" + socket(),
                "--bridge=none",
                "--iptables=false"));
        command.addAll(List.of(more));
        daemon = begin();
    }

    private Process begin() throws IOException {
        Process begun = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        daemon = begun;
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!answers()) {
            if (System.nanoTime() > limit || !begun.isAlive()) {
                String log = Files.readString(folder.resolve("log"));
                close();
                throw new IllegalStateException("dockerd did not answer within " + LIMIT_SECONDS + " s: " + log);
            }
            Thread.onSpinWait();
        }
        return begun;
    }

    /** @param hard as by {@code kill -9} */
    void restart(boolean hard) throws IOException, InterruptedException {
        if (hard) {
            daemon.destroyForcibly().waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            Files.deleteIfExists(folder.resolve("pid"));
            Path containerd = folder.resolve("exec/containerd/containerd.pid");
            // It ends because its parent has, a moment later; a dockerd that starts meanwhile would take it for its
            // own.
            ProcessHandle.of(Long.parseLong(Files.readString(containerd).strip()))
                    .ifPresent(p -> p.onExit()
                            .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                            .join());
            Files.deleteIfExists(containerd);
        } else {
            stop();
        }
        begin();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private boolean answers() {
        try (Api api = new Api(EngineAddress.of("unix://" + socket()))) {
            api.versions();
            return true;
        } catch (EngineException e) {
            return false;
        }
    }

    /** What it listens at. */
    public Path socket() {
        return folder.resolve("docker.sock");
    }

    Docker connect(Owner owner) {
        return connect(owner, Notices.none());
    }

    /** The typed words on this engine. */
    public Docker connect(Owner owner, Notices notices) {
        return Docker.connect(notices, owner, "unix://" + socket());
    }

    /** Brings an image over from the engine of the other tests. */
    public void bring(String image) throws IOException, InterruptedException {
        Process save = new ProcessBuilder("docker", "save", image).start();
        Process load = new ProcessBuilder("docker", "-H", "unix://" + socket(), "load")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var to = load.getOutputStream()) {
            save.getInputStream().transferTo(to);
        }
        if (load.waitFor() != 0) {
            throw new IllegalStateException("docker load failed");
        }
    }

    /** Runs a Java program beside this engine, in its network namespace. */
    Process java(Map<String, String> environment, List<String> before, Class<?> program, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("nsenter", "--net=/proc/" + daemon.pid() + "/ns/net"));
        command.addAll(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                program.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** As a person stops the service. */
    void stop() throws InterruptedException {
        daemon.destroy();
        daemon.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        daemon.destroy();
        try {
            if (!daemon.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                daemon.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
