package porthole.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A kernel that is measured.
 *
 * @param argv as in a kernelspec, {@code {connection_file}} standing for the file
 */
record Contender(String name, List<String> argv) {
    /** Porthole as {@code install} registers it for {@code java}, below {@code folder}. */
    static Contender porthole(Path java, Path jar, Path folder) throws IOException, InterruptedException {
        run(List.of(
                java.toString(),
                "-jar",
                jar.toString(),
                "install",
                "--prefix",
                folder.toString(),
                "--java",
                java.toString()));
        Path home = folder.resolve("share/jupyter/kernels/porthole").toAbsolutePath();
        if (!Files.exists(home.resolve("porthole.archive"))) {
            System.out.println("Porthole's archive of classes could not be written: it starts without one, late.");
        }
        List<String> argv = new ArrayList<>();
        new ObjectMapper()
                .readTree(home.resolve("kernel.json").toFile())
                .path("argv")
                .forEach(word -> argv.add(word.asText().replace("{resource_dir}", home.toString())));
        return new Contender("porthole", argv);
    }

    /** A kernel that is one jar. */
    static Contender jar(String name, Path java, Path jar) {
        return new Contender(name, List.of(java.toString(), "-jar", jar.toString(), "{connection_file}"));
    }

    /** rapaio-jupyter-kernel, fetched by Maven where {@code folder} does not have it. */
    static Contender rapaio(Path java, Path folder) throws IOException, InterruptedException {
        Path jar = folder.resolve("rapaio-jupyter-kernel-3.0.1.jar");
        if (!Files.exists(jar)) {
            run(List.of(
                    "mvn",
                    "-q",
                    "-B",
                    "dependency:copy",
                    "-Dartifact=io.github.padreati:rapaio-jupyter-kernel:3.0.1",
                    "-DoutputDirectory=" + folder.toAbsolutePath()));
        }
        return jar("rapaio 3.0.1", java, jar);
    }

    List<String> command(Path connectionFile) {
        return argv.stream()
                .map(word -> word.replace("{connection_file}", connectionFile.toString()))
                .toList();
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("\"" + String.join(" ", command) + "\" ended with " + process.exitValue() + ".");
        }
    }
}
