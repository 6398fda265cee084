package porthole.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The packaged kernel, installed where a test wants it. */
final class Installed {
    private Installed() {}

    /** Installs it under {@code prefix}; returns the folder for {@code JUPYTER_PATH}. */
    static Path in(Path prefix) throws Exception {
        Process install = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        "target/porthole.jar",
                        "install",
                        "--prefix",
                        prefix.toString())
                .inheritIO()
                .start();
        assertTrue(install.waitFor(120, TimeUnit.SECONDS), "install did not end within 120 s");
        assertEquals(0, install.exitValue());
        return prefix.resolve("share/jupyter");
    }
}
