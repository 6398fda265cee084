package porthole;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import porthole.lesson.file.LessonException;
import porthole.lesson.review.LessonTimes;
import porthole.lesson.review.ReviewFinding;

/** Estimates how long lessons take. */
@Command(name = "time")
final class LessonTimeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH")
    private List<Path> paths = List.of();

    /** 0 if all could be read; 1 if a lesson file or a notebook has a mistake; 2 if there is none. */
    @Override
    public Integer call() throws IOException {
        try {
            LessonTimes times = LessonTimes.of(paths.isEmpty() ? List.of(Path.of("")) : paths);
            spec.commandLine().getOut().println(times.table(Path.of("")).text());
            List<ReviewFinding> unread = times.unreadable();
            unread.forEach(each -> spec.commandLine().getErr().println(each.line(Path.of(""))));
            return unread.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (IllegalArgumentException | LessonException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCode.USAGE;
        }
    }
}
