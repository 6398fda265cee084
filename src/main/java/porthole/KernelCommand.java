package porthole;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import porthole.jupyter.Extension;
import porthole.jupyter.Kernel;
import porthole.jupyter.shell.JavaInterpreter;
import porthole.notebook.NotebookExtension;

/** What the kernelspec calls. {@link Main} goes to {@link #start} without this class's picocli part. */
@Command(name = "kernel", description = "Runs the kernel for one front end. Jupyter calls this; a person need not.")
final class KernelCommand implements Runnable {
    @Parameters(paramLabel = "CONNECTION_FILE", description = "The file in which Jupyter names its ports and its key.")
    private String connectionFile = "";

    @Override
    public void run() {
        start(connectionFile);
    }

    /** Runs the kernel until its front end ends it. */
    static void start(String connectionFile) {
        List<Extension> extensions = List.of(new NotebookExtension());
        // Threads that cells have left must not keep the process.
        System.exit(Kernel.run(Path.of(connectionFile), () -> new JavaInterpreter(extensions), extensions));
    }
}
