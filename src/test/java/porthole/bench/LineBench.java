package porthole.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import porthole.display.Language;
import porthole.engine.Docker;
import porthole.engine.api.Notices;
import porthole.engine.owner.Owner;
import porthole.notebook.line.DockerLine;

/**
 * How long {@code %docker} takes to understand a line, warm and for the first time, in milliseconds of the processor.
 * The lines end in a refusal, so that no engine is asked.
 */
public final class LineBench {
    private static final int ROUNDS = 400;
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private LineBench() {}

    public static void main(String[] arguments) throws Exception {
        Language.use(Language.ENGLISH);
        try (Docker docker = Docker.connect(Notices.none(), Owner.ofThisProcess("bench"))) {
            DockerLine line = new DockerLine(docker, Notices.none());
            System.out.printf("%-28s %8s %8s%n", "line", "first", "median");
            report("stop", () -> refused(line, "stop"));
            report("ps --nonsense", () -> refused(line, "ps --nonsense"));
            report("run --name web", () -> refused(line, "run --name web"));
            report("network connect shop", () -> refused(line, "network connect shop"));
            report("complete: network c", () -> line.complete("network c", (kinds, begun) -> List.of()));
            report("complete: run --n", () -> line.complete("run --n", (kinds, begun) -> List.of()));
            report("run --help", () -> line.help("run"));
        }
    }

    private static void refused(DockerLine line, String typed) {
        try {
            line.run(typed);
        } catch (Exception refusal) {
            return;
        }
        throw new IllegalStateException(typed + " was not refused");
    }

    private static void report(String name, Runnable work) {
        double first = millis(work);
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            times.add(millis(work));
        }
        Collections.sort(times);
        System.out.printf(Locale.ROOT, "%-28s %8.2f %8.2f%n", name, first, times.get(ROUNDS / 2));
    }

    private static double millis(Runnable work) {
        long start = THREAD.getCurrentThreadCpuTime();
        work.run();
        return (THREAD.getCurrentThreadCpuTime() - start) / 1e6;
    }
}
