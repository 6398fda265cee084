package porthole.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import porthole.engine.Docker;
import porthole.engine.api.Notices;
import porthole.engine.owner.Owner;
import porthole.network.Container;
import porthole.probe.Probe;

/**
 * {@code why} and {@code matrix} against the same questions asked by hand: for {@code why} a container of tools in each
 * namespace, one after the other; for {@code matrix} three execs for each pair of ten containers and the host, one after the
 * other: a ping by name, one by address, and a call to port 80. That is asked once, since it takes minutes; thirty are not
 * asked by hand. Wants an engine and the stand-in images.
 */
public final class ProbeBench {
    private static final int ROUNDS = 5;
    private static final int TEN = 10;
    private static final int THIRTY = 30;
    /** On port 80, with a queue: nc takes one caller at a time, so that others are lost. */
    private static final String SERVER =
            "use Socket; socket(S, PF_INET, SOCK_STREAM, 0); bind(S, pack_sockaddr_in(80, INADDR_ANY)); listen(S, 200);"
                    + " while (accept(C, S)) { sysread C, $b, 1; close C }";

    private ProbeBench() {}

    public static void main(String[] arguments) throws Exception {
        try (Docker docker = Docker.connect(Notices.none(), Owner.ofThisProcess("bench"))) {
            try {
                docker.network.create("bench-shop");
                docker.network.create("bench-back");
                List<String> names = new ArrayList<>();
                for (int i = 0; i < TEN; i++) {
                    names.add(server(docker, i));
                }
                docker.run("porthole/nginx", c -> c.name("bench-web").network("bench-shop"));
                Probe probe = new Probe(docker);
                compare("why, a healthy pair", ROUNDS, () -> probe.why("bench-0", "bench-web:80"), ProbeBench::why);
                List<String> asked = new ArrayList<>(names);
                asked.add("host");
                compare("matrix of ten", 1, () -> matrix(probe, asked), () -> matrix(docker, names));
                for (int i = TEN; i < THIRTY; i++) {
                    asked.add(server(docker, i));
                }
                System.out.printf(
                        Locale.ROOT,
                        "%-22s ours %s%n",
                        "matrix of thirty",
                        told(rounds(ROUNDS, () -> matrix(probe, asked))));
            } finally {
                docker.reset();
            }
        }
    }

    private static String server(Docker docker, int number) {
        String name = "bench-" + number;
        String network = List.of("bench-shop", "bench-back", "bridge").get(number % 3);
        docker.run("porthole/tools", c -> c.name(name).network(network).command("perl", "-e", SERVER));
        return name;
    }

    private static void matrix(Probe probe, List<String> names) {
        probe.matrix(names.toArray(String[]::new));
    }

    private static void compare(String what, int rounds, Pairs.Work ours, Pairs.Work theirs) throws Exception {
        List<Double> mine = rounds(ROUNDS, ours);
        if (rounds > 1) {
            theirs.run();
        }
        List<Double> other = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            other.add(Pairs.milliseconds(theirs));
        }
        double ratio = Pairs.median(mine) / Pairs.median(other);
        System.out.printf(
                Locale.ROOT,
                "%-22s ours %s, by hand %.0f ms: ratio %.4f (1/%.0f)%n",
                what,
                told(mine),
                Pairs.median(other),
                ratio,
                1 / ratio);
    }

    /** After one round that does not count. */
    private static List<Double> rounds(int count, Pairs.Work work) throws Exception {
        List<Double> times = new ArrayList<>();
        work.run();
        for (int i = 0; i < count; i++) {
            times.add(Pairs.milliseconds(work));
        }
        return times;
    }

    private static String told(List<Double> times) {
        return String.format(
                Locale.ROOT,
                "%.0f ms (best %.0f, worst %.0f)",
                Pairs.median(times),
                times.stream().mapToDouble(t -> t).min().orElseThrow(),
                times.stream().mapToDouble(t -> t).max().orElseThrow());
    }

    private static void why() throws IOException, InterruptedException {
        cli("inspect", "bench-0", "bench-web");
        cli("run", "--rm", "--network", "container:bench-web", "porthole/tools", "cat", "/proc/net/tcp");
        cli("run", "--rm", "--network", "container:bench-0", "porthole/tools", "getent", "hosts", "bench-web");
        cli("run", "--rm", "--network", "container:bench-0", "porthole/tools", "ping", "-c", "1", "bench-web");
        cli("run", "--rm", "--network", "container:bench-0", "porthole/tools", "curl", "-sS", "bench-web");
    }

    /** What the matrix tells of a pair, as a loop in a shell would ask it: by name, by address, and the exposed port. */
    private static void matrix(Docker docker, List<String> names) throws IOException, InterruptedException {
        for (String from : names) {
            Container caller = docker.snapshot().container(from).orElseThrow();
            String gateway = caller.endpoints().get(0).gateway().orElseThrow();
            for (String to : names) {
                if (!from.equals(to)) {
                    pair(from, to, address(docker, to));
                }
            }
            pair(from, "host", gateway);
        }
    }

    private static String address(Docker docker, String name) {
        return docker.snapshot()
                .container(name)
                .orElseThrow()
                .endpoints()
                .get(0)
                .address()
                .orElseThrow();
    }

    private static void pair(String from, String name, String address) throws IOException, InterruptedException {
        cli("exec", from, "ping", "-c", "1", "-W", "1", name);
        cli("exec", from, "ping", "-c", "1", "-W", "1", address);
        cli("exec", from, "curl", "-s", "--connect-timeout", "1", "-m", "2", address + ":80");
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
