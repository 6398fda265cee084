package porthole.jupyter;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel's outside alone, over the toy language, under Jupyter's own client. */
@Tag("jupyter")
class ClientTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "ipc"})
    void theKernelEndsInterruptsAndLosesNothing(String transport) throws Exception {
        Client.HERE.run(
                directory,
                Map.of(),
                "client_checks.py",
                "toy",
                transport,
                Client.HERE.java(),
                "-cp",
                System.getProperty("java.class.path"),
                ToyKernel.class.getName());
    }
}
