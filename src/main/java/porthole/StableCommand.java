package porthole;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import porthole.lesson.compare.StableNotebook;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookException;

/** Gives executed notebooks outputs that are the same after each run. */
@Command(name = "stable")
final class StableCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Option(names = "--svg")
    private boolean drawingsOnly;

    @Parameters(arity = "1..*", paramLabel = "NOTEBOOK")
    private List<Path> notebooks = List.of();

    @Override
    public Integer call() throws Exception {
        for (Path file : notebooks) {
            try {
                Notebook notebook = Notebook.read(file);
                Notebook stable = StableNotebook.of(notebook, drawingsOnly);
                if (!stable.text().equals(notebook.text())) {
                    stable.write(file);
                }
            } catch (NotebookException e) {
                throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
            }
        }
        return 0;
    }
}
