package porthole;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import porthole.lesson.grade.GradingOrder;
import porthole.lesson.grade.HandingOut;

/** Writes what learners get of a lesson. */
@Command(name = "handout")
final class HandoutCommand implements Callable<Integer> {
    private static final int INTERRUPTED = 130;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LESSON")
    private Path lesson = Path.of("");

    @Option(names = "--out", paramLabel = "DIR")
    private @Nullable Path out;

    @Option(names = "--unchecked")
    private boolean unchecked;

    @Mixin
    private final EnclosureOptions enclosure = new EnclosureOptions();

    @Override
    public Integer call() throws IOException {
        PrintWriter screen = spec.commandLine().getOut();
        Path to = Optional.ofNullable(out).orElseGet(() -> beside(lesson));
        GradingOrder order = new GradingOrder(
                lesson,
                Path.of(""),
                to,
                1,
                true,
                enclosure.limits(1),
                enclosure.images(),
                EnclosureOptions.program(),
                EnclosureOptions.typed(spec));
        CountDownLatch ended = GradeCommand.endInOrder(Thread.currentThread());
        try {
            for (Path file : HandingOut.write(order, !unchecked, screen::println)) {
                screen.println(CommandSentences.say("new.wrote", file));
            }
            return 0;
        } catch (InterruptedException e) {
            return INTERRUPTED;
        } finally {
            ended.countDown();
        }
    }

    /** {@code two-tier-handout} for {@code two-tier} and {@code two-tier.lesson.yaml}. */
    private static Path beside(Path lesson) {
        Path path = lesson.toAbsolutePath().normalize();
        String name = String.valueOf(path.getFileName()).replaceFirst("\\.?lesson\\.yaml$", "");
        return path.resolveSibling((name.isEmpty() ? "lesson" : name) + "-handout");
    }
}
