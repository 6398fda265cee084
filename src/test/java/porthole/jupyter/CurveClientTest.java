package porthole.jupyter;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An encrypted kernel under the CURVE sockets of libzmq, as Jupyter's clients from 8.9 on make them. */
@Tag("jupyter")
class CurveClientTest {
    @TempDir
    Path directory;

    @Test
    void libzmqsOwnSocketsAreServedAndStrangersTurnedAway() throws Exception {
        Client.HERE.run(
                directory,
                Map.of(),
                "curve_checks.py",
                Client.HERE.java(),
                "--add-exports=jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED",
                "--add-exports=jdk.compiler/com.sun.tools.javac.code=ALL-UNNAMED",
                "--add-exports=jdk.compiler/com.sun.tools.javac.util=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "porthole.Main",
                "kernel");
    }
}
