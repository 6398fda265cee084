package porthole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zip that {@code ./porthole package} makes, unpacked on a machine that has nothing of the checkout. */
@Tag("jupyter")
@Tag("apart")
class PackageIT {
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    @TempDir
    static Path unpacked;

    private static Path folder;

    @TempDir
    Path scratch;

    @BeforeAll
    static void makeAndUnpack() throws Exception {
        String made = run(unpacked, List.of("kernel/package"));
        Path zip = Path.of(made.strip()).toAbsolutePath();
        run(unpacked, List.of("/usr/bin/python3", "-m", "zipfile", "-e", zip.toString(), unpacked.toString()));
        folder = unpacked.resolve(zip.getFileName().toString().replace(".zip", ""));
    }

    @Test
    void installPyPutsAKernelThatRunsCellsWhereItIsAsked() throws Exception {
        String said = run(
                scratch,
                List.of(
                        "/usr/bin/python3",
                        "src/test/python/package_checks.py",
                        folder.toString(),
                        scratch.toString(),
                        JAVA_HOME.resolve("bin/java").toString()));
        assertEquals(4, said.lines().count(), said);
    }

    @Test
    void theSameJarsMakeTheSameZip() throws Exception {
        Path zip = Path.of("target", folder.getFileName() + ".zip");
        byte[] first = Files.readAllBytes(zip);
        run(scratch, List.of("kernel/package"));
        assertTrue(Arrays.equals(first, Files.readAllBytes(zip)));
    }

    @Test
    void jshellHasTheWordsByTheJarAlone() throws Exception {
        Path cells = Files.writeString(scratch.resolve("cells.jsh"), """
                import porthole.network.*;
                import porthole.picture.Picture;
                import porthole.topology.Topology;
                import porthole.display.Table;
                Picture picture = Picture.of(Topology.of(new Snapshot(new Host("lab", "", ""), List.of(), List.of())));
                System.out.println(picture);
                System.out.println(picture.svg().startsWith("<svg"));
                System.out.println(new Table(List.of("name", "port"), List.of(List.of("web", "80"))));
                /exit
                """);
        String said = run(
                scratch,
                List.of(
                        JAVA_HOME.resolve("bin/jshell").toString(),
                        "--class-path",
                        folder.resolve("porthole.jar").toString(),
                        cells.toString()));
        assertTrue(said.contains("Who is on which network?"), said);
        assertTrue(said.contains("\ntrue\n"), said);
        assertTrue(said.matches("(?s).*name +port\\s+web +80.*"), said);
    }

    @Test
    @Tag("engine")
    void jshellAsksTheRealEngine() throws Exception {
        Path cells = Files.writeString(scratch.resolve("cells.jsh"), """
                import static porthole.notebook.Words.*;
                System.out.println(docker.network.ls());
                System.out.println(topology());
                /exit
                """);
        String said = run(
                scratch,
                List.of(
                        JAVA_HOME.resolve("bin/jshell").toString(),
                        "--class-path",
                        folder.resolve("porthole.jar").toString(),
                        cells.toString()));
        String id = run(scratch, List.of("docker", "network", "inspect", "--format", "{{slice .Id 0 12}}", "bridge"));
        assertTrue(said.contains(id.strip()), said);
        assertTrue(said.contains("Who is on which network?"), said);
    }

    @Test
    void eachLicenceWhoseTextNoJarBringsIsInTheZip() throws IOException {
        try (Stream<Path> texts = Files.list(folder.resolve("licences"))) {
            assertEquals(
                    List.of(
                            "BSD-2-Clause-jnacl.txt",
                            "BSD-3-Clause-ASM.txt",
                            "EPL-2.0.txt",
                            "LGPL-2.1.txt",
                            "MPL-2.0.txt"),
                    texts.map(t -> t.getFileName().toString()).sorted().toList());
        }
        assertTrue(Files.readString(folder.resolve("LICENSE")).contains("Apache License"));
    }

    private static String run(Path scratch, List<String> command) throws IOException, InterruptedException {
        return OwnProgram.run(
                Path.of("").toAbsolutePath(), scratch, Map.of("JAVA_HOME", JAVA_HOME.toString()), command);
    }
}
