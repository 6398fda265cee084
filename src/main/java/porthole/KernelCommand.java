package porthole;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What the kernelspec calls. {@link Main} takes a shorter way to {@link KernelLaunch}; this is for {@code --help}. */
@Command(name = "kernel", description = "Runs the kernel for one front end. Jupyter calls this; a person need not.")
final class KernelCommand implements Runnable {
    @Parameters(paramLabel = "CONNECTION_FILE", description = "The file in which Jupyter names its ports and its key.")
    private String connectionFile = "";

    @Override
    public void run() {
        KernelLaunch.start(connectionFile);
    }
}
