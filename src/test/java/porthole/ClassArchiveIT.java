package porthole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of a real install, with the packaged jar. */
@Tag("jupyter")
@Tag("apart")
class ClassArchiveIT {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir
    Path folder;

    private ClassArchive install() throws IOException {
        new Kernelspec(folder).install(Path.of("target", "porthole.jar"), JAVA, List.of());
        return new ClassArchive(folder.resolve("porthole").toAbsolutePath());
    }

    @Test
    void theArchiveIsMadeAnewWhereAJarHasChanged() throws IOException {
        ClassArchive archive = install();
        assertTrue(archive.isCurrent());
        Files.setLastModifiedTime(archive.home().resolve("porthole.jar"), FileTime.fromMillis(1_000_000_000_000L));
        assertFalse(archive.isCurrent());
        FileTime before = Files.getLastModifiedTime(archive.file());
        ArchiveRenewal.renew(archive, Duration.ZERO);
        assertTrue(archive.isCurrent());
        assertTrue(Files.getLastModifiedTime(archive.file()).compareTo(before) > 0);
    }

    @Test
    void anInstallThatLacksItsArchiveMakesItThoughNothingElseIsNew() throws IOException {
        ClassArchive archive = install();
        Files.delete(archive.file());
        assertFalse(new Kernelspec(folder).install(Path.of("target", "porthole.jar"), JAVA, List.of()));
        assertTrue(archive.isCurrent());
    }

    @Test
    void theJvmTakesTheArchiveAndStartsWithoutAnUnusableOne() throws Exception {
        ClassArchive archive = install();
        assertTrue(sharedClasses(archive).contains("porthole.Main source: shared objects file"));
        Files.writeString(archive.file(), "no archive");
        String loaded = sharedClasses(archive);
        assertTrue(loaded.contains("porthole.Main source: file:"), loaded);
    }

    private String sharedClasses(ClassArchive archive) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(JAVA.toString()));
        command.addAll(ClassArchive.OPTIONS);
        command.addAll(List.of(
                archive.option(JAVA),
                "-Xlog:class+load:file=" + folder.resolve("loaded.txt"),
                "-jar",
                archive.home().resolve("porthole.jar").toString(),
                "version"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed.txt").toFile())
                .start();
        assertEquals(0, process.waitFor());
        assertTrue(Files.readString(folder.resolve("printed.txt")).startsWith("Porthole "));
        return Files.readString(folder.resolve("loaded.txt"));
    }
}
