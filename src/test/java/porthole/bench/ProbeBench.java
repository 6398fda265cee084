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
 * after the other, and an exec for each pair, which asks but one IPv4 echo. Ten containers by hand are asked once, since
 * that takes a minute; thirty are not asked by hand. Wants an engine and the stand-in images.
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
                compare("matrix of ten", 1, () -> matrix(probe, asked), () -> matrix(names));
                for (int i = TEN; i < THIRTY; i++) {
                    asked.add(server(docker, i));
                }
                matrix(probe, asked);
                System.out.printf(
                        Locale.ROOT,
                        "%-22s ours %.0f ms%n",
                        "matrix of thirty",
                        Pairs.milliseconds(() -> matrix(probe, asked)));
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
        List<Double> mine = new ArrayList<>();
        List<Double> other = new ArrayList<>();
        ours.run();
        if (rounds > 1) {
            theirs.run();
        }
        for (int i = 0; i < ROUNDS; i++) {
            mine.add(Pairs.milliseconds(ours));
            if (i < rounds) {
                other.add(Pairs.milliseconds(theirs));
            }
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
