package porthole.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import porthole.engine.Docker;
import porthole.engine.Notices;
import porthole.engine.Owner;
import porthole.probe.Probe;

/**
 * {@code why} and {@code matrix} against the same questions asked by hand: a container of tools in each namespace, one
 * after the other, and an exec for each pair. Wants an engine and the stand-in images.
 */
public final class ProbeBench {
    private static final int ROUNDS = 5;
    private static final int CONTAINERS = 4;

    private ProbeBench() {}

    public static void main(String[] arguments) throws Exception {
        try (Docker docker = Docker.connect(Notices.none(), Owner.ofThisProcess("bench"))) {
            try {
                docker.network.create("bench-shop");
                List<String> names = new ArrayList<>();
                for (int i = 0; i < CONTAINERS; i++) {
                    String name = "bench-" + i;
                    String network = i < CONTAINERS - 1 ? "bench-shop" : "bridge";
                    docker.run(
                            "porthole/tools", c -> c.name(name).network(network).command("nc", "-lk", "80"));
                    names.add(name);
                }
                docker.run("porthole/nginx", c -> c.name("bench-web").network("bench-shop"));
                Probe probe = new Probe(docker);
                compare("why, a healthy pair", () -> probe.why("bench-0", "bench-web:80"), ProbeBench::why);
                compare("matrix of four", () -> probe.matrix(names.toArray(String[]::new)), () -> matrix(names));
            } finally {
                docker.reset();
            }
        }
    }

    private static void compare(String what, Pairs.Work ours, Pairs.Work theirs) throws Exception {
        List<Double> mine = new ArrayList<>();
        List<Double> other = new ArrayList<>();
        ours.run();
        theirs.run();
        for (int i = 0; i < ROUNDS; i++) {
            mine.add(Pairs.milliseconds(ours));
            other.add(Pairs.milliseconds(theirs));
        }
        System.out.printf(
                Locale.ROOT,
                "%-22s ours %.0f ms, by hand %.0f ms: ratio %.2f%n",
                what,
                Pairs.median(mine),
                Pairs.median(other),
                Pairs.median(mine) / Pairs.median(other));
    }

    private static void why() throws IOException, InterruptedException {
        cli("inspect", "bench-0", "bench-web");
        cli("run", "--rm", "--network", "container:bench-web", "porthole/tools", "cat", "/proc/net/tcp");
        cli("run", "--rm", "--network", "container:bench-0", "porthole/tools", "getent", "hosts", "bench-web");
        cli("run", "--rm", "--network", "container:bench-0", "porthole/tools", "ping", "-c", "1", "bench-web");
        cli("run", "--rm", "--network", "container:bench-0", "porthole/tools", "curl", "-sS", "bench-web");
    }

    private static void matrix(List<String> names) throws IOException, InterruptedException {
        for (String from : names) {
            for (String to : names) {
                if (!from.equals(to)) {
                    cli("exec", from, "ping", "-c", "1", "-W", "1", to);
                }
            }
        }
    }

    private static void cli(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(words));
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
