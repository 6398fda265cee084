package porthole;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import porthole.lesson.compare.NotebookDiff;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookException;

/** Says in words what turns one notebook into another. Exit codes are diff's: 0 the same, 1 different, 2 trouble. */
@Command(name = "diff")
final class DiffCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BEFORE")
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private Path before;

    @Parameters(index = "1", paramLabel = "AFTER")
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private Path after;

    @Override
    public Integer call() {
        NotebookDiff diff = new NotebookDiff(read(before), read(after));
        PrintWriter out = spec.commandLine().getOut();
        diff.lines().forEach(out::println);
        if (diff.isSame() && diff.chosenAnew() == 0) {
            out.println(CommandSentences.say("diff.same"));
        } else if (diff.chosenAnew() > 0) {
            out.println(CommandSentences.say(diff.isSame() ? "diff.same.but" : "diff.but", diff.chosenAnew()));
        }
        return diff.isSame() ? 0 : 1;
    }

    private Notebook read(Path file) {
        try {
            return Notebook.read(file);
        } catch (NotebookException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
