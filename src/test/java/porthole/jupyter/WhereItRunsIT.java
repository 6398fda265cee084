package porthole.jupyter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The installed kernel, started in the ways of provisioners, gateways, hubs and containers. */
@Tag("jupyter")
@Tag("apart")
class WhereItRunsIT {
    @TempDir
    static Path prefix;

    @TempDir
    Path directory;

    @BeforeAll
    static void install() throws Exception {
        Path jar = Path.of("target", "porthole.jar").toAbsolutePath();
        assertTrue(Files.exists(jar), "No " + jar + "; \"mvn package\" makes it.");
        Process install = new ProcessBuilder(
                        Client.HERE.java(), "-jar", jar.toString(), "install", "--prefix", prefix.toString())
                .inheritIO()
                .start();
        assertEquals(0, install.waitFor());
    }

    @Test
    void behindAProvisionerThatStartsItElsewhere() throws Exception {
        Client.HERE.run(directory, Map.of(), "provisioner_checks.py", prefix.toString());
    }

    @Test
    void startedAsGatewaysHubsContainersAndWrappersDo() throws Exception {
        Client.HERE.run(directory, Map.of(), "launch_checks.py", prefix.toString());
    }
}
