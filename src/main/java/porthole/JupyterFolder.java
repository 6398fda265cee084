package porthole;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import porthole.display.Home;

/** The places in which Jupyter looks for kernelspecs (its page "Directories and files used by Jupyter"). */
final class JupyterFolder {
    private JupyterFolder() {}

    /** The kernels of one person: {@code JUPYTER_DATA_DIR}, else the system's usual place, below {@code home}. */
    static Path ofUser(Map<String, String> environment, String system, Path home) {
        String chosen = environment.get("JUPYTER_DATA_DIR");
        if (chosen != null && !chosen.isBlank()) {
            return Path.of(chosen, "kernels");
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return home.resolve("Library/Jupyter/kernels");
        }
        if (name.startsWith("windows")) {
            return Path.of(environment.getOrDefault("APPDATA", home.toString()), "jupyter", "kernels");
        }
        String share = environment.get("XDG_DATA_HOME");
        Path data = share == null || share.isBlank() ? home.resolve(".local/share") : Path.of(share);
        return data.resolve("jupyter/kernels");
    }

    /** The kernels of the person who runs this. */
    static Path ofUser() {
        return ofUser(System.getenv(), System.getProperty("os.name"), Home.folder());
    }

    /** The kernels of an installation, such as {@code /usr/local} or a virtual environment. */
    static Path ofPrefix(Path prefix) {
        return prefix.toAbsolutePath().normalize().resolve("share/jupyter/kernels");
    }

    /** The kernels of the Python that {@code python3} is, a virtual environment's when one is active. */
    static Path ofPython() throws IOException, InterruptedException {
        Process python = new ProcessBuilder("python3", "-c", "import sys; print(sys.prefix)").start();
        String prefix = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (!python.waitFor(10, TimeUnit.SECONDS) || python.exitValue() != 0 || prefix.isEmpty()) {
            throw new IOException(CommandSentences.say("install.python"));
        }
        return ofPrefix(Path.of(prefix));
    }
}
