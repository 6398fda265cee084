package porthole;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import porthole.lesson.grade.Grading;
import porthole.lesson.grade.GradingOrder;

/** Grades a folder of submissions. */
@Command(name = "grade")
final class GradeCommand implements Callable<Integer> {
    private static final int INTERRUPTED = 130;
    private static final long TIDY_SECONDS = 90;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LESSON")
    private Path lesson = Path.of("");

    @Parameters(index = "1", paramLabel = "SUBMISSIONS")
    private Path submissions = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "grades")
    private Path out = Path.of("grades");

    @Option(names = "--jobs", paramLabel = "N")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--again")
    private boolean again;

    @Mixin
    private final EnclosureOptions enclosure = new EnclosureOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter screen = spec.commandLine().getOut();
        GradingOrder order = new GradingOrder(
                lesson,
                submissions,
                out,
                Math.max(1, jobs),
                again,
                enclosure.limits(Math.max(1, jobs)),
                enclosure.images(),
                EnclosureOptions.program(),
                EnclosureOptions.typed(spec));
        CountDownLatch ended = endInOrder(Thread.currentThread());
        try {
            Grading.grade(order, line -> {
                synchronized (screen) {
                    screen.println(line);
                }
            });
            return 0;
        } catch (InterruptedException e) {
            spec.commandLine().getErr().println(CommandSentences.say("grade.interrupted", out));
            return INTERRUPTED;
        } finally {
            ended.countDown();
        }
    }

    /** At Ctrl-C the process waits until what it has begun has ended. */
    static CountDownLatch endInOrder(Thread working) {
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (ended.getCount() > 0) {
                                working.interrupt();
                                try {
                                    ended.await(TIDY_SECONDS, TimeUnit.SECONDS);
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                            }
                        },
                        "porthole-tidy"));
        return ended;
    }
}
