package porthole.bench;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import porthole.engine.Docker;
import porthole.engine.api.Notices;
import porthole.engine.owner.Owner;

/**
 * A call in a cell against the same through the {@code docker} command line, and a snapshot against the two raw lists
 * that it is made of. Wants an engine at the default socket and the stand-in images.
 */
public final class EngineBench {
    private static final int CONTAINERS = 200;
    private static final int NETWORKS = 34;
    private static final Path SOCKET = Path.of("/var/run/docker.sock");

    private EngineBench() {}

    public static void main(String[] arguments) throws Exception {
        try (Docker docker = Docker.connect(Notices.none(), Owner.ofThisProcess("bench"))) {
            try {
                helpers(docker);
                fill(docker);
                System.out.printf(
                        "The engine now has %d containers on %d networks.%n",
                        docker.ps().size(), docker.network.ls().size());
                Pairs.compare(
                        "snapshot of the whole engine",
                        25,
                        1.5,
                        "snapshot()",
                        docker::snapshot,
                        "two raw lists",
                        EngineBench::rawLists);
            } finally {
                docker.reset();
            }
        }
    }

    private static void helpers(Docker docker) throws Exception {
        Pairs.compare(
                "list networks",
                30,
                0.15,
                "docker.network.ls()",
                () -> docker.network.ls(),
                "docker network ls",
                () -> cli("network", "ls"));
        Pairs.compare(
                "inspect a network",
                30,
                0.15,
                "docker.network.inspect",
                () -> docker.network.inspect("bridge"),
                "docker network inspect",
                () -> cli("network", "inspect", "bridge"));
    }

    private static void fill(Docker docker) {
        List<String> networks = IntStream.range(0, NETWORKS - 3)
                .mapToObj(i -> {
                    String name = "porthole-bench-" + i;
                    docker.network.create(name, n -> n.subnet("10.231." + i + ".0/24"));
                    return name;
                })
                .toList();
        IntStream.range(0, CONTAINERS).parallel().forEach(i -> {
            String name = "porthole-bench-c" + i;
            docker.run(
                    "porthole/tools",
                    c -> c.name(name)
                            .rm()
                            .network(networks.get(i % networks.size()))
                            .command("sleep", "infinity"));
            if (i % 10 == 0) {
                docker.network.connect(networks.get((i + 1) % networks.size()), name);
            }
        });
    }

    /** The two lists as the engine sends them, read to their end and not looked at. */
    private static void rawLists() throws IOException {
        get("/containers/json?all=true");
        get("/networks");
    }

    private static void get(String path) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(SOCKET));
            channel.write(ByteBuffer.wrap(("GET " + path + " HTTP/1.0\r\nHost: docker\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
            while (channel.read(buffer.clear()) >= 0) {
                // read on: only the time counts
            }
        }
    }

    private static void cli(String... words) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder("docker");
        process.command().addAll(List.of(words));
        process.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }
}
