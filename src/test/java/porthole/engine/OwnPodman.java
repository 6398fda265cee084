package porthole.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import porthole.engine.api.Notices;
import porthole.engine.owner.Owner;

/** Podman's Docker socket, with storage, networks and a network namespace of its own; images come from the Docker engine. */
final class OwnPodman implements AutoCloseable {
    private static final long LIMIT_SECONDS = 60;

    /** The arguments: the folder, then images. CNI keeps networks in folders that are fixed, so these are mounted anew. */
    private static final String SCRIPT = """
            set -e
            folder=$1; shift
            for shared in /etc/cni/net.d /var/lib/cni; do mkdir -p $shared; mount -t tmpfs tmpfs $shared; done
            ip link set lo up
            printf '[containers]\\ndefault_ulimits=["nofile=1024:1024","nproc=4096:4096"]\\n' > $folder/conf
            export CONTAINERS_CONF=$folder/conf
            own="--root $folder/root --runroot $folder/run --tmpdir $folder/tmp --storage-driver vfs --events-backend file"
            podman $own load -i $folder/images.tar
            exec podman $own system service --time=0 unix://$folder/socket
            """;

    private final Path folder;
    private final Process service;

    OwnPodman(String... images) throws IOException, InterruptedException {
        boolean root = "root".equals(System.getProperty("user.name"));
        assumeTrue(root && Files.isExecutable(Path.of("/usr/bin/podman")), "needs root and podman");
        folder = Files.createTempDirectory("own-podman");
        List<String> save = Stream.concat(
                        Stream.of(
                                "docker",
                                "save",
                                "-o",
                                folder.resolve("images.tar").toString()),
                        Stream.of(images))
                .toList();
        assumeTrue(new ProcessBuilder(save).start().waitFor() == 0, "needs the images of the Docker engine");
        service = new ProcessBuilder(
                        "unshare",
                        "--net",
                        "--mount",
                        "--propagation",
                        "private",
                        "sh",
                        "-c",
                        SCRIPT,
                        "podman",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!Files.exists(folder.resolve("socket"))) {
            if (System.nanoTime() > limit || !service.isAlive()) {
                throw new IllegalStateException(Files.readString(folder.resolve("log")));
            }
            Thread.onSpinWait();
        }
    }

    Docker connect(Notices notices) {
        return Docker.connect(notices, Owner.ofThisProcess("podman"), "unix://" + folder.resolve("socket"));
    }

    /** The device that has that address, as the kernel tells it. */
    String deviceAt(String address) throws IOException {
        Process ip = new ProcessBuilder(
                        "nsenter",
                        "-t",
                        String.valueOf(service.pid()),
                        "-n",
                        "ip",
                        "-o",
                        "-4",
                        "addr",
                        "show",
                        "to",
                        address)
                .start();
        return new String(ip.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).split("\\s+", -1)[1];
    }

    /** What keeps containers that a failed test left, and these themselves: no children of the service. */
    private Stream<ProcessHandle> keepers() {
        return ProcessHandle.allProcesses()
                .filter(p -> p.info()
                        .arguments()
                        .filter(all -> String.join(" ", all).contains(folder.toString()))
                        .isPresent())
                .flatMap(p -> Stream.concat(p.descendants(), Stream.of(p)));
    }

    @Override
    public void close() throws IOException {
        List<ProcessHandle> below =
                Stream.concat(service.descendants(), keepers()).toList();
        service.destroy();
        service.onExit().orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
        below.forEach(ProcessHandle::destroyForcibly);
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
