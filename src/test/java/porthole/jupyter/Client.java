package porthole.jupyter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a Python program of src/test/python with a Python that has Jupyter's client.
 *
 * @param where the words before a command that bring it where it shall run; none: on this machine
 * @param java the program that the kernel runs on there
 */
record Client(List<String> where, String java) {
    /** This machine's client, and the Java that runs this test. */
    static final Client HERE = new Client(
            List.of(), Path.of(System.getProperty("java.home"), "bin", "java").toString());

    /** The newer client and JDK 21 of another Debian suite. */
    static final Client NEWER = new Client(List.of("kernel/jupyterlab"), "java");

    /**
     * Runs {@code program} and gives what it printed, on both streams.
     *
     * @param directory for the output's file
     * @throws AssertionError with its output where it does not end well within 4 minutes
     */
    String run(Path directory, Map<String, String> environment, String program, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(where);
        command.addAll(List.of("/usr/bin/python3", "src/test/python/" + program));
        command.addAll(List.of(arguments));
        Path output = directory.resolve("output.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(4, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        String printed = Files.readString(output);
        assertTrue(ended, program + " did not end within 4 minutes; until then:\n" + printed);
        assertEquals(0, process.exitValue(), printed);
        return printed;
    }
}
