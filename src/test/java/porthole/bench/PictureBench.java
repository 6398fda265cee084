package porthole.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import porthole.network.Snapshot;
import porthole.picture.Picture;
import porthole.topology.Lab;
import porthole.topology.Topology;

/**
 * How long pictures take, warm: layout, SVG, PNG, and all outputs together, as medians in milliseconds of the
 * processor (what else the machine does shall not count), and the whole as a ratio to the SVG alone.
 */
public final class PictureBench {
    private static final int ROUNDS = 25;
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private PictureBench() {}

    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        System.out.println("containers/networks    topology+story    svg     png     outputs   svg kB   png kB");
        report("30/6", Lab.many(30, 6));
        report("200/34", Lab.many(200, 34));
        report("30/6", Lab.many(30, 6));
        report("200/34", Lab.many(200, 34));
    }

    private static void report(String name, Snapshot snapshot) {
        Picture sample = Picture.of(Topology.of(snapshot));
        double story = median(() -> Picture.of(Topology.of(snapshot)));
        double svg = median(() -> Picture.of(Topology.of(snapshot)).svg());
        double png = median(() -> Picture.of(Topology.of(snapshot)).pngBytes());
        double outputs = median(() -> Picture.of(Topology.of(snapshot)).outputs());
        System.out.printf(
                Locale.ROOT,
                "%-22s %10.1f %12.1f %7.1f %9.1f %10d %8d   outputs/svg %.1f%n",
                name,
                story,
                svg,
                png,
                outputs,
                sample.svg().length() / 1000,
                sample.pngBytes().length / 1000,
                outputs / svg);
    }

    private static double median(Runnable work) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            long start = THREAD.getCurrentThreadCpuTime();
            work.run();
            times.add((THREAD.getCurrentThreadCpuTime() - start) / 1e6);
        }
        Collections.sort(times);
        return times.get(ROUNDS / 2);
    }
}
