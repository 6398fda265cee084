package porthole;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a kernel's start, prepared once at install, which nearly halves the time to the first cell: an archive
 * of application class-data sharing, from JDK 25 on (JEP 514) an ahead-of-time cache. A JVM that cannot use it, because
 * it or a jar has changed, starts without it; {@link ArchiveRenewal} then makes it anew.
 *
 * @param home the folder of the jar
 */
record ClassArchive(Path home) {
    private static final int FIRST_WITH_CACHE = 25;

    /**
     * The same at writing and reading. No log, because a stale archive would be told about on standard output; no
     * refusal of an option of another JDK, because the java program may be replaced under an installed kernel. A small
     * heap to begin with, which grows: a kernel that waits keeps its memory for its cells.
     */
    static final List<String> OPTIONS = List.of(
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-Xlog:disable",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xms20m",
            "-XX:NewSize=10m",
            "-XX:MinHeapFreeRatio=25",
            "-Djava.awt.headless=true");

    private static final int SECONDS = 120;

    Path file() {
        return home.resolve("porthole.archive");
    }

    /** What the archive was made for; there is none without it. */
    private Path note() {
        return home.resolve("porthole.archive.txt");
    }

    /** The option that has a JVM of {@code java} use the archive. */
    String option(Path java) {
        return (feature(java) < FIRST_WITH_CACHE ? "-XX:SharedArchiveFile=" : "-XX:AOTCache=") + file();
    }

    /** Whether the archive is for this JVM and for the jars as they are. */
    boolean isCurrent() {
        return isCurrentFor(Path.of(System.getProperty("java.home")));
    }

    /** Whether the archive is for {@code java} and for the jars as they are. */
    boolean isCurrent(Path java) {
        return javaHome(java).filter(this::isCurrentFor).isPresent();
    }

    private boolean isCurrentFor(Path javaHome) {
        try {
            return Files.exists(file()) && Files.readString(note()).equals(circumstances(javaHome));
        } catch (IOException e) {
            return false;
        }
    }

    /** Lets the jar rehearse, and puts what comes of it in place in one step. Without success nothing changes. */
    void write(Path java) {
        Optional<Path> javaHome = javaHome(java);
        Path fresh = home.resolve("porthole.archive." + ProcessHandle.current().pid());
        try {
            String made = javaHome.isPresent() ? circumstances(javaHome.get()) : "";
            if (rehearse(java, fresh) && Files.exists(fresh)) {
                Files.deleteIfExists(note());
                Files.move(fresh, file(), StandardCopyOption.ATOMIC_MOVE);
                Files.writeString(note(), made);
            }
            Files.deleteIfExists(fresh);
        } catch (IOException e) {
            // The kernel starts without an archive, only later.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean rehearse(Path java, Path fresh) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(OPTIONS);
        command.add((isAskedForAsCache(java) ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + fresh);
        // A JVM that dies over the archive (seen on 17) writes its report where it was started, which is anybody's
        // folder.
        Path report = fresh.resolveSibling(fresh.getFileName() + ".died");
        command.add("-XX:ErrorFile=" + report);
        command.addAll(List.of("-jar", home.resolve("porthole.jar").toString(), "kernel", KernelLaunch.REHEARSE));
        ProcessBuilder alone =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        // What the kernel that asks for it records or replays is not the rehearsal's.
        alone.environment()
                .keySet()
                .removeIf(name -> List.of("PORTHOLE_RECORD", "PORTHOLE_REPLAY").contains(name));
        Process rehearsal = alone.start();
        rehearsal.getOutputStream().close();
        if (!rehearsal.waitFor(SECONDS, TimeUnit.SECONDS)) {
            rehearsal.destroyForcibly().waitFor();
        }
        Files.deleteIfExists(report);
        return rehearsal.exitValue() == 0;
    }

    /** As the kernelspec names it: the JDK may have been replaced by a newer one since. */
    private boolean isAskedForAsCache(Path java) throws IOException {
        Path spec = home.resolve("kernel.json");
        return feature(java) >= FIRST_WITH_CACHE
                && (!Files.exists(spec) || Files.readString(spec).contains("-XX:AOTCache="));
    }

    /** Which JVM, which options, which jars: what a JVM itself compares before it takes an archive. */
    private String circumstances(Path javaHome) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(javaHome.toString());
        lines.add(stamp(javaHome.resolve("lib/modules")));
        lines.add(String.join(" ", OPTIONS));
        lines.add(stamp(home.resolve("porthole.jar")));
        if (Files.isDirectory(home.resolve("lib"))) {
            try (Stream<Path> libraries = Files.list(home.resolve("lib"))) {
                for (Path library : libraries.sorted().toList()) {
                    lines.add(stamp(library));
                }
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String stamp(Path file) throws IOException {
        return file.getFileName() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
    }

    /** The JDK's version by the file {@code release} beside its {@code bin}; 0 where there is none. */
    private static int feature(Path java) {
        return javaHome(java).map(ClassArchive::version).map(v -> v.feature()).orElse(0);
    }

    private static Runtime.@Nullable Version version(Path javaHome) {
        Properties release = new Properties();
        try (Reader reader = Files.newBufferedReader(javaHome.resolve("release"))) {
            release.load(reader);
            return Runtime.Version.parse(release.getProperty("JAVA_VERSION", "").replace("\"", ""));
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    private static Optional<Path> javaHome(Path java) {
        try {
            return Optional.ofNullable(java.toRealPath().getParent()).map(Path::getParent);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
