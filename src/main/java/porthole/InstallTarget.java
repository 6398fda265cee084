package porthole;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** For whom a kernel is installed: the options that {@code install} and {@code uninstall} share. */
final class InstallTarget {
    @ArgGroup
    private @Nullable Choice choice;

    /** At most one of these. */
    static final class Choice {
        @Option(names = "--user")
        @SuppressWarnings("UnusedVariable") // it says what happens anyway
        private boolean user;

        @Option(names = "--prefix", paramLabel = "DIR")
        private @Nullable Path prefix;

        @Option(names = "--sys-prefix")
        private boolean python;
    }

    /** The folder that holds one folder per kernel. */
    Path folder() throws IOException, InterruptedException {
        if (choice != null && choice.prefix != null) {
            return JupyterFolder.ofPrefix(choice.prefix);
        }
        return choice != null && choice.python ? JupyterFolder.ofPython() : JupyterFolder.ofUser();
    }
}
