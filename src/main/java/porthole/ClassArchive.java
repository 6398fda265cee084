package porthole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The classes of a kernel's start, prepared once at install (Java's application class-data sharing), which nearly halves
 * the time to the first cell. A JVM that cannot use the archive starts without it.
 */
final class ClassArchive {
    /** The same at writing and reading. No log, because a stale archive would be told about on standard output. */
    static final List<String> OPTIONS = List.of(
            "-Xshare:auto", "-Xlog:disable", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true");

    private static final int SECONDS = 120;

    private ClassArchive() {}

    static Path file(Path home) {
        return home.resolve("porthole.jsa");
    }

    /** Lets the jar in {@code home} rehearse. Without success there is no archive, and no error. */
    static void write(Path java, Path home) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(OPTIONS);
        command.add("-XX:ArchiveClassesAtExit=" + file(home));
        command.addAll(List.of("-jar", home.resolve("porthole.jar").toString(), "kernel", KernelLaunch.REHEARSE));
        try {
            Process rehearsal = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            rehearsal.getOutputStream().close();
            if (!rehearsal.waitFor(SECONDS, TimeUnit.SECONDS)) {
                rehearsal.destroyForcibly().waitFor();
                Files.deleteIfExists(file(home));
            }
        } catch (IOException e) {
            // The kernel starts without an archive, only later.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
