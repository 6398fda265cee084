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
import java.util.stream.Collectors;

/**
 * Runs a Python program of src/test/python with a Python that has Jupyter's client.
 *
 * @param where the words before a command that bring it where it shall run; none: on this machine
 * @param java the program that the kernel runs on there
 */
record Client(List<String> where, String java) {
    private static final int MINUTES = 6;

    /** This machine's client, and the Java that runs this test. */
    static final Client HERE = new Client(
            List.of(), Path.of(System.getProperty("java.home"), "bin", "java").toString());

    /** The newer client and JDK 21 of another Debian suite. */
    static final Client NEWER = new Client(List.of("kernel/jupyterlab"), "java");

    /**
     * Runs {@code program} and gives what it printed, on both streams.
     *
     * @param directory for the output's file
     * @throws AssertionError with the names of what failed, and its output, where it does not end well in time
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
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        String printed = Files.readString(output);
        assertTrue(ended, program + " did not end within " + MINUTES + " minutes; until then:\n" + printed);
        assertEquals(0, process.exitValue(), () -> program + ": " + failures(printed) + "\n" + printed);
        return printed;
    }

    /** The names of the checks that failed, so that they stand on the first line of a report; else how it ended. */
    private static String failures(String printed) {
        String failed = printed.lines().filter(line -> line.startsWith("FAIL")).collect(Collectors.joining("; "));
        return failed.isEmpty() ? printed.strip().lines().reduce("", (before, line) -> line) : failed;
    }
}
