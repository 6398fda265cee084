package porthole;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import porthole.lesson.document.NotebookException;
import porthole.lesson.review.LanguageSync;

/** Carries the code of a notebook to the same notebook in other languages. */
@Command(name = "sync")
final class LessonSyncCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Parameters(paramLabel = "NOTEBOOK", arity = "1..*")
    private List<Path> notebooks = List.of();

    /** 0 if all is in step now; 2 if something could not be joined, and nothing of it was written. */
    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        int code = ExitCode.OK;
        for (Path notebook : notebooks) {
            try {
                LanguageSync.from(notebook).write().forEach(out::println);
            } catch (IllegalArgumentException | NotebookException e) {
                spec.commandLine().getErr().println(e.getMessage());
                code = ExitCode.USAGE;
            }
        }
        return code;
    }
}
