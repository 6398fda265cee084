package porthole;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Makes the archive of an installed kernel anew where the JVM or a jar has changed, when the kernel has been ready a while. */
final class ArchiveRenewal {
    /** Long enough for the first cells to have the machine for themselves. */
    private static final Duration DELAY = Duration.ofSeconds(20);

    private ArchiveRenewal() {}

    /** Begins to wait, where the jar that runs is an installed one. */
    static void begin() {
        Path home = Kernelspec.ownJar().getParent();
        if (home != null && Files.exists(home.resolve("kernel.json"))) {
            Thread thread = new Thread(() -> renew(new ClassArchive(home), DELAY), "porthole-archive");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Waits, and writes the archive where it does not fit this JVM. */
    static void renew(ClassArchive archive, Duration delay) {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            return;
        }
        if (!archive.isCurrent() && Files.isWritable(archive.home())) {
            archive.write(Path.of(System.getProperty("java.home"), "bin", "java"));
        }
    }
}
