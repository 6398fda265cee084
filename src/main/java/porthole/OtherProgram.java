package porthole;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Other programs of this machine, as {@code doctor} asks them. */
final class OtherProgram {
    private static final int SECONDS = 10;
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");

    private OtherProgram() {}

    /** The file that the shell would run for {@code name}. */
    static Optional<Path> find(String name) {
        if (name.startsWith("/")) {
            return Optional.of(Path.of(name)).filter(Files::isExecutable);
        }
        String path = System.getenv("PATH");
        if (path == null) {
            return Optional.empty();
        }
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(path)
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The first line that {@code command} prints; empty where it is not there, fails, or takes over ten seconds. */
    static Optional<String> firstLine(String... command) {
        if (find(command[0]).isEmpty()) {
            return Optional.empty();
        }
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> read(process));
            try {
                String text = COLOUR.matcher(output.get(SECONDS, TimeUnit.SECONDS))
                        .replaceAll("")
                        .strip();
                return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0
                        ? text.lines().findFirst()
                        : Optional.empty();
            } finally {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException | ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
