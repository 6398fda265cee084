package porthole.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged kernel, installed where a test wants it. */
final class Installed {
    private Installed() {}

    /** Installs it under {@code prefix}; returns the folder for {@code JUPYTER_PATH}. */
    static Path in(Path prefix) throws Exception {
        return in(List.of(), prefix);
    }

    /** The same, for the Java that is where the words {@code where} bring a command. */
    static Path in(List<String> where, Path prefix) throws Exception {
        String java = where.isEmpty()
                ? Path.of(System.getProperty("java.home"), "bin", "java").toString()
                : "java";
        List<String> command = new ArrayList<>(where);
        command.addAll(List.of(java, "-jar", "target/porthole.jar", "install", "--prefix", prefix.toString()));
        Process install = new ProcessBuilder(command).inheritIO().start();
        assertTrue(install.waitFor(120, TimeUnit.SECONDS), "install did not end within 120 s");
        assertEquals(0, install.exitValue());
        return prefix.resolve("share/jupyter");
    }
}
