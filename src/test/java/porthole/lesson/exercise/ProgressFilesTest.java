package porthole.lesson.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.lesson.progress.ProgressFiles;

class ProgressFilesTest {
    private static final int ATTEMPTS = 150;

    @TempDir
    private Path folder;

    private Process writer(String exercise) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProgressWriter.class.getName(),
                        folder.toString(),
                        exercise,
                        String.valueOf(ATTEMPTS))
                .inheritIO()
                .start();
    }

    @Test
    void nothingIsLostWhenTwoKernelsKeepProgressAtOnce() throws Exception {
        List<Process> kernels = new ArrayList<>(List.of(writer("one"), writer("two")));
        for (Process kernel : kernels) {
            assertTrue(kernel.waitFor(60, TimeUnit.SECONDS), "it did not end within 60 s");
            assertEquals(0, kernel.exitValue());
        }
        KeptProgress files = new KeptProgress(new ProgressFiles(folder));
        assertEquals(ATTEMPTS, files.of("shop", "one").attempts());
        assertEquals(ATTEMPTS, files.of("shop", "two").attempts());
        assertEquals(2 * ATTEMPTS, files.of("shop", "shared").attempts());
        assertEquals(3, files.all().size());
    }
}
