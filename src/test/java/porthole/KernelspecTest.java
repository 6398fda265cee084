package porthole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelspecTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir
    Path folder;

    private Path jar;
    private Kernelspec kernelspec;

    @BeforeEach
    void buildSomething() throws IOException {
        jar = Files.createDirectories(folder.resolve("target/lib")).resolveSibling("porthole.jar");
        Files.writeString(jar, "a jar");
        Files.writeString(folder.resolve("target/lib/one.jar"), "a library");
        kernelspec = new Kernelspec(JupyterFolder.ofPrefix(folder.resolve("prefix")));
    }

    private JsonNode kernelJson(String name) throws IOException {
        return new ObjectMapper()
                .readTree(kernelspec
                        .kernels()
                        .resolve(name)
                        .resolve("kernel.json")
                        .toFile());
    }

    @Test
    void theKernelNeedsNothingOfTheCheckout() throws IOException {
        kernelspec.install(jar, JAVA, List.of());
        Path home = folder.resolve("prefix/share/jupyter/kernels/porthole");
        assertEquals("a jar", Files.readString(home.resolve("porthole.jar")));
        assertEquals("a library", Files.readString(home.resolve("lib/one.jar")));
        assertTrue(Files.size(home.resolve("logo-64x64.png")) > 0);
        assertFalse(kernelJson("porthole").toString().contains("target"));
    }

    @Test
    void jupyterReadsAJavaKernelThatIsInterruptedByMessage() throws IOException {
        kernelspec.install(jar, JAVA, List.of("-Xmx1g"));
        JsonNode spec = kernelJson("porthole");
        assertEquals("Java (Porthole)", spec.path("display_name").asText());
        assertEquals("java", spec.path("language").asText());
        assertEquals("message", spec.path("interrupt_mode").asText());
        assertEquals(
                "[\"curve\"]",
                spec.path("metadata").path("supported_encryption").toString());
        assertEquals(JAVA.toString(), spec.path("argv").path(0).asText());
        List<String> words = Stream.iterate(0, i -> i + 1)
                .limit(spec.path("argv").size())
                .map(i -> spec.path("argv").path(i).asText())
                .toList();
        assertTrue(words.indexOf("-Xmx1g") < words.indexOf("-jar"), words.toString());
        assertEquals(
                List.of("{resource_dir}/porthole.jar", "kernel", "{connection_file}"),
                words.subList(words.size() - 3, words.size()));
    }

    @Test
    void theJapaneseKernelRunsTheSameJar() throws IOException {
        kernelspec.install(jar, JAVA, List.of());
        JsonNode spec = kernelJson("porthole-ja");
        assertEquals("Java (Porthole) 日本語", spec.path("display_name").asText());
        assertEquals("ja", spec.path("env").path("PORTHOLE_LANG").asText());
        assertEquals(
                "[\"curve\"]",
                spec.path("metadata").path("supported_encryption").toString());
        String named = spec.path("argv").path(spec.path("argv").size() - 3).asText();
        assertTrue(Files.isSameFile(Path.of(named), kernelspec.kernels().resolve("porthole/porthole.jar")), named);
    }

    @Test
    void aSecondInstallChangesNothingAndANewBuildReplacesAll() throws IOException {
        assertTrue(kernelspec.install(jar, JAVA, List.of()));
        assertFalse(kernelspec.install(jar, JAVA, List.of()));
        Files.writeString(jar, "another jar");
        Files.move(folder.resolve("target/lib/one.jar"), folder.resolve("target/lib/two.jar"));
        assertFalse(kernelspec.holds(jar));
        assertTrue(kernelspec.install(jar, JAVA, List.of()));
        assertTrue(kernelspec.holds(jar));
        assertFalse(Files.exists(kernelspec.kernels().resolve("porthole/lib/one.jar")));
    }

    @Test
    void theArchiveIsOfTheKindThatTheJdkReads() throws IOException {
        for (String version : List.of("17.0.15", "21.0.8", "25")) {
            Path java = folder.resolve(version).resolve("bin/java");
            Files.createDirectories(java.getParent());
            Files.writeString(java, "a java");
            Files.writeString(folder.resolve(version).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
            String option = new ClassArchive(folder).option(java);
            assertEquals(version.equals("25") ? "-XX:AOTCache" : "-XX:SharedArchiveFile", option.split("=")[0]);
        }
    }

    @Test
    void uninstallTakesOnlyWhatIsPortholes() throws IOException {
        kernelspec.install(jar, JAVA, List.of());
        Path stranger = Files.createDirectories(kernelspec.kernels().resolve("python3"));
        assertEquals(2, kernelspec.uninstall().size());
        assertFalse(kernelspec.isInstalled());
        try (Stream<Path> left = Files.list(kernelspec.kernels())) {
            assertEquals(List.of(stranger), left.toList());
        }
    }

    @Test
    void aKernelOfThatNameWhichIsNotOursStays() throws IOException {
        Path stranger = Files.createDirectories(kernelspec.kernels().resolve("porthole"));
        Files.writeString(stranger.resolve("kernel.json"), "{\"argv\": [\"something else\"]}");
        assertEquals(List.of(), kernelspec.uninstall());
        assertTrue(Files.exists(stranger));
    }

    @Test
    void aMissingJavaIsRefusedBeforeAnythingIsWritten() {
        NoSuchFileException refused = assertThrows(
                NoSuchFileException.class, () -> kernelspec.install(jar, Path.of("/nowhere/java"), List.of()));
        assertEquals(
                "No java program at /nowhere/java. Give the path of a JDK's java with --java.", refused.getMessage());
        assertFalse(Files.exists(kernelspec.kernels()));
    }

    @Test
    void theDoctorSeesAnOutdatedKernel() throws IOException {
        assertEquals(
                "./porthole install", MachineCheck.kernelspec(kernelspec, jar).advice());
        kernelspec.install(jar, JAVA, List.of());
        assertEquals("", MachineCheck.kernelspec(kernelspec, jar).advice());
        Files.writeString(jar, "a newer jar");
        assertTrue(MachineCheck.kernelspec(kernelspec, jar).state().contains("not the newest"));
    }

    @Test
    void theFolderIsTheOneThatJupyterSearches() {
        Path home = Path.of("/home/ada");
        assertEquals(Path.of("/home/ada/.local/share/jupyter/kernels"), JupyterFolder.ofUser(Map.of(), "Linux", home));
        assertEquals(Path.of("/home/ada/Library/Jupyter/kernels"), JupyterFolder.ofUser(Map.of(), "Mac OS X", home));
        assertEquals(
                Path.of("/data/kernels"), JupyterFolder.ofUser(Map.of("JUPYTER_DATA_DIR", "/data"), "Linux", home));
        assertEquals(
                Path.of("/share/jupyter/kernels"),
                JupyterFolder.ofUser(Map.of("XDG_DATA_HOME", "/share"), "Linux", home));
    }
}
