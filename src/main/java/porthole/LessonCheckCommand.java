package porthole;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import porthole.engine.Docker;
import porthole.engine.api.EngineException;
import porthole.engine.api.Notices;
import porthole.engine.owner.Owner;
import porthole.jupyter.api.MagicException;
import porthole.lesson.file.LessonException;
import porthole.lesson.review.NotebookRun;
import porthole.lesson.review.Review;
import porthole.lesson.review.ReviewFinding;
import porthole.notebook.line.DockerLine;

/** Reads lessons as an editor would, and says what is to be changed. */
@Command(name = "check")
final class LessonCheckCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH")
    private List<Path> paths = List.of();

    @Option(names = "--no-run")
    private boolean unrun;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "300")
    private int seconds;

    /** 0 if nothing was found, 1 if something was. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Review review;
        try {
            review = Review.of(paths.isEmpty() ? List.of(Path.of("")) : paths);
            readLines(review);
        } catch (IllegalArgumentException | LessonException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCode.USAGE;
        }
        String unread = unrun ? CommandSentences.say("lesson.no-run") : engineIsSilent();
        if (unread.isEmpty()) {
            NotebookRun run =
                    new NotebookRun(System.getenv().getOrDefault("PORTHOLE_PYTHON", "python3"), Math.max(1, seconds));
            for (Path file : review.files()) {
                out.println(CommandSentences.say("lesson.runs", file));
                review.run(file, run);
            }
        } else {
            review.answers();
        }
        List<ReviewFinding> findings = review.findings();
        findings.forEach(finding -> out.println(finding.line(Path.of(""))));
        out.println(CommandSentences.say(
                        findings.isEmpty() ? "lesson.good" : "lesson.found",
                        findings.size(),
                        review.files().size())
                + (unread.isEmpty() ? "" : " " + unread));
        return findings.isEmpty() ? 0 : 1;
    }

    /** The engine is not asked for it. */
    private static void readLines(Review review) throws IOException {
        try (Docker docker = Docker.connect(Notices.none(), Owner.ofThisProcess(""))) {
            DockerLine reading = new DockerLine(docker, Notices.none());
            review.lines(line -> {
                try {
                    return reading.names(line);
                } catch (MagicException | EngineException | IllegalArgumentException e) {
                    throw new LessonException(String.valueOf(e.getMessage()));
                }
            });
        }
    }

    /** Why the notebooks are not run; empty text where an engine answers. */
    private static String engineIsSilent() {
        try (Docker docker = Docker.connect(Notices.none(), Owner.ofThisProcess(""))) {
            docker.version();
            return "";
        } catch (EngineException e) {
            return CommandSentences.say("lesson.no-engine", String.valueOf(e.getMessage()));
        }
    }
}
