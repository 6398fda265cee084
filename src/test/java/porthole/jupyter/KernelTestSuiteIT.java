package porthole.jupyter;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.jupyter.protocol.MessageJson;

/** The packaged kernel under Jupyter's own suite and client, as a front end would start it. */
@Tag("jupyter")
@Tag("apart")
class KernelTestSuiteIT {
    @TempDir
    Path directory;

    /** Where the kernel and its client are. */
    Client client() {
        return Client.HERE;
    }

    private static String jar() {
        Path jar = Path.of("target", "porthole.jar").toAbsolutePath();
        assertTrue(Files.exists(jar), "No " + jar + "; \"mvn package\" makes it.");
        return jar.toString();
    }

    @Test
    void jupytersOwnSuitePassesAndSkipsNothing() throws Exception {
        var spec = MessageJson.object().put("display_name", "Java (Porthole)").put("language", "java");
        spec.putArray("argv")
                .add(client().java())
                .add("-jar")
                .add(jar())
                .add("kernel")
                .add("{connection_file}");
        Path kernel = Files.createDirectories(directory.resolve("kernels/porthole"));
        Files.write(kernel.resolve("kernel.json"), MessageJson.write(spec));
        String printed = client().run(directory, Map.of("JUPYTER_PATH", directory.toString()), "kernel_test.py");
        assertTrue(printed.contains("\nRan 12 tests"), printed);
        assertFalse(printed.contains("skipped"), printed);
    }

    @Test
    void theKernelEndsInterruptsAndLosesNothing() throws Exception {
        client().run(directory, Map.of(), "client_checks.py", "java", "tcp", client().java(), "-jar", jar(), "kernel");
    }

    @Test
    void badInputGetsASentenceAndTheKernelLives() throws Exception {
        client().run(directory, Map.of(), "fault_checks.py", jar(), client().java());
    }
}
