package porthole;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Porthole's jar inside the Java kernels that Maven Central has, as docs/elsewhere.md tells. */
@Tag("jupyter")
@Tag("apart")
@Tag("engine")
class OtherKernelsIT {
    private static final String RAPAIO = "rapaio-jupyter-kernel";
    private static final String RAPAIO_VERSION = "3.0.1";
    private static final String JJAVA_VERSION = "1.0-a6";

    @TempDir
    Path folder;

    @Test
    void rapaiosKernelShowsTablesAndPicturesOfTheRealEngine() throws Exception {
        run(List.of(
                "mvn",
                "-q",
                "-B",
                "dependency:copy",
                "-Dartifact=io.github.padreati:" + RAPAIO + ":" + RAPAIO_VERSION,
                "-DoutputDirectory=" + folder));
        check(
                "rapaio",
                "-jar",
                folder.resolve(RAPAIO + "-" + RAPAIO_VERSION + ".jar").toString());
    }

    @Test
    void jjavaShowsTablesAndPicturesOfTheRealEngineByItsClasspathMagicAlone() throws Exception {
        Files.writeString(folder.resolve("pom.xml"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>porthole.test</groupId>
                  <artifactId>jjava</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <dependencies>
                    <dependency>
                      <groupId>org.dflib.jjava</groupId>
                      <artifactId>jjava-jupyter</artifactId>
                      <version>%s</version>
                    </dependency>
                  </dependencies>
                </project>
                """.formatted(JJAVA_VERSION));
        run(List.of(
                "mvn",
                "-q",
                "-B",
                "-f",
                folder.resolve("pom.xml").toString(),
                "dependency:copy-dependencies",
                "-DoutputDirectory=" + folder.resolve("jars")));
        check(
                "jjava",
                "-cp",
                folder.resolve("jars") + "/*",
                Path.of("src/test/resources/porthole/JJavaStart.java")
                        .toAbsolutePath()
                        .toString());
    }

    private void check(String kernel, String... started) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "/usr/bin/python3",
                "src/test/python/other_kernel_checks.py",
                folder.toString(),
                Path.of("target", "porthole.jar").toAbsolutePath().toString(),
                kernel,
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(started));
        String said = run(command);
        assertTrue(said.endsWith("words, tables and pictures in the other kernel\n"), said);
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        return OwnProgram.run(Path.of("").toAbsolutePath(), folder, Map.of(), command);
    }
}
