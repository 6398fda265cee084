package porthole;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import porthole.lesson.enclosure.EnclosedProgram;
import porthole.lesson.enclosure.EnclosureLimits;
import porthole.lesson.grade.RunLimits;

/** What a run in an enclosure may use. */
final class EnclosureOptions {
    @Option(names = "--cell-time", paramLabel = "SECONDS", defaultValue = "30")
    private int cellSeconds = 30;

    @Option(names = "--time", paramLabel = "SECONDS", defaultValue = "180")
    private int seconds = 180;

    @Option(names = "--memory", paramLabel = "MB", defaultValue = "1500")
    private int memory = 1500;

    @Option(names = "--disk", paramLabel = "MB", defaultValue = "1500")
    private int disk = 1500;

    @Option(names = "--processes", paramLabel = "N", defaultValue = "1000")
    private int processes = 1000;

    @Option(names = "--cpus", paramLabel = "N")
    private double cpus;

    @Option(names = "--image", paramLabel = "IMAGE")
    private List<String> images = new ArrayList<>();

    /**
     * The limits.
     *
     * @param jobs how many run at once: each gets its part of the processors where nothing else is asked for, and one at least
     */
    RunLimits limits(int jobs) {
        double part = Math.max(1.0, (double) Runtime.getRuntime().availableProcessors() / jobs);
        int processor = (int) Math.round(100 * (cpus > 0 ? cpus : part));
        return new RunLimits(
                Duration.ofSeconds(cellSeconds),
                Duration.ofSeconds(seconds),
                new EnclosureLimits(memory, disk, processes, Math.max(1, processor)));
    }

    List<String> images() {
        return images;
    }

    /** The command line as a shell takes it. */
    static String typed(CommandSpec spec) {
        return spec.root().commandLine().getParseResult().originalArgs().stream()
                .map(word -> word.matches("[\\w./:=,@+-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" ", "./porthole ", ""));
    }

    static EnclosedProgram program() throws IOException {
        List<String> options = new ArrayList<>(ClassArchive.OPTIONS);
        options.add("-XX:MaxRAMPercentage=40");
        return EnclosedProgram.ofThisProcess(options);
    }
}
