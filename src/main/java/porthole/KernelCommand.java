package porthole;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What the kernelspec calls. {@link Main} takes a shorter way to {@link KernelLaunch}; this is for {@code --help}. */
@Command(name = "kernel")
final class KernelCommand implements Runnable {
    @Parameters(paramLabel = "CONNECTION_FILE")
    private String connectionFile = "";

    @Override
    public void run() {
        KernelLaunch.start(connectionFile);
    }
}
