package porthole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of the machine that a test runs to its end. */
final class OwnProgram {
    private static final int MINUTES = 10;

    private OwnProgram() {}

    /**
     * Runs it in {@code directory}; {@code scratch} gets the file of its output.
     *
     * @return all that it printed
     * @throws AssertionError with its output, if it does not end well within ten minutes
     */
    static String run(Path directory, Path scratch, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(scratch, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        String said = Files.readString(output);
        assertTrue(ended, command + " did not end within " + MINUTES + " minutes; until then:\n" + said);
        assertEquals(0, process.exitValue(), command + "\n" + said);
        return said;
    }
}
