package porthole.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import porthole.engine.Docker;
import porthole.engine.api.Notices;
import porthole.engine.owner.Owner;

/** How long hosts take to come and to go, in both of the ways, in turn; images have to be built before. */
public final class ClusterBench {
    private static final int ROUNDS = 3;
    private static final double UP_GOAL = 10_000;
    private static final double DOWN_GOAL = 5_000;

    private ClusterBench() {}

    public static void main(String[] arguments) throws Exception {
        try (Docker docker = Docker.connect(Notices.none(), Owner.ofThisProcess("bench"))) {
            for (int hosts : new int[] {2, 3}) {
                for (String kind : List.of("namespaces", "containers")) {
                    measure(docker, hosts, kind);
                }
            }
        }
    }

    private static void measure(Docker docker, int hosts, String kind) throws Exception {
        List<Double> up = new ArrayList<>();
        List<Double> down = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            up.add(Pairs.milliseconds(() -> docker.cluster(hosts, kind)));
            down.add(Pairs.milliseconds(docker::reset));
        }
        double came = Pairs.median(up);
        double went = Pairs.median(down);
        System.out.printf(
                Locale.ROOT,
                "%d hosts in %-10s  up %.0f ms (goal %.0f%s), down %.0f ms (goal %.0f%s)%n",
                hosts,
                kind,
                came,
                UP_GOAL,
                came <= UP_GOAL ? "" : ", NOT reached",
                went,
                DOWN_GOAL,
                went <= DOWN_GOAL ? "" : ", NOT reached");
    }
}
