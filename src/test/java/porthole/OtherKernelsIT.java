package porthole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Porthole's jar inside the Java kernel that Maven Central has, as docs/elsewhere.md tells. */
@Tag("jupyter")
@Tag("engine")
class OtherKernelsIT {
    private static final String KERNEL = "rapaio-jupyter-kernel";
    private static final String VERSION = "3.0.1";

    @TempDir
    Path folder;

    @Test
    void rapaiosKernelShowsTablesAndPicturesOfTheRealEngine() throws Exception {
        run(List.of(
                "mvn",
                "-q",
                "-B",
                "dependency:copy",
                "-Dartifact=io.github.padreati:" + KERNEL + ":" + VERSION,
                "-DoutputDirectory=" + folder));
        String said = run(List.of(
                "/usr/bin/python3",
                "src/test/python/other_kernel_checks.py",
                folder.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                folder.resolve(KERNEL + "-" + VERSION + ".jar").toString(),
                Path.of("target", "porthole.jar").toAbsolutePath().toString()));
        assertTrue(said.endsWith("words, tables and pictures in the other kernel\n"), said);
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        String said = Files.readString(output);
        assertTrue(ended, command + " did not end within 5 minutes; until then:\n" + said);
        assertEquals(0, process.exitValue(), said);
        return said;
    }
}
