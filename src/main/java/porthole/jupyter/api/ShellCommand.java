package porthole.jupyter.api;

import java.io.IOException;
import java.io.OutputStream;

/** A shell command of a cell ({@code !ls}, {@code %%bash}), ready to be run. */
public interface ShellCommand {
    /**
     * Runs it and waits for its end.
     *
     * @param out gets its standard output as it comes
     * @param err gets its standard error as it comes
     * @return its exit code
     * @throws IOException if there is no shell
     * @throws InterruptedException if the cell is interrupted; the command is ended then
     */
    int run(OutputStream out, OutputStream err) throws IOException, InterruptedException;
}
