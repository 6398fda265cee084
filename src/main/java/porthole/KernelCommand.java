package porthole;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

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
        // Here the kernel and the notebook's words come in, once both rooms are there.
        System.err.println("The kernel is not built yet; it would read " + connectionFile + ".");
        System.exit(1);
    }
}
