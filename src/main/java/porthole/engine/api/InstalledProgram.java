package porthole.engine.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A program of this machine, run to its end; an interrupt of the waiting thread ends it. */
public final class InstalledProgram {
    private static final long TIDY_END_MILLISECONDS = 150;

    private InstalledProgram() {}

    /**
     * Runs it and waits for its end.
     *
     * @param lines gets each line of both streams as it comes
     * @return empty where there is no such program
     */
    public static Optional<ExecResult> run(
            List<String> command, Map<String, String> environment, Path folder, Consumer<String> lines) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        // Both tools keep quiet about progress that would only redraw a terminal.
        builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return Optional.empty();
        }
        try {
            CompletableFuture<String> stdout = read(process.inputReader(StandardCharsets.UTF_8), lines);
            CompletableFuture<String> stderr = read(process.errorReader(StandardCharsets.UTF_8), lines);
            int exitCode = process.waitFor();
            return Optional.of(new ExecResult(command, exitCode, stdout.get(), stderr.get()));
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
            throw new InterruptedCall();
        } catch (ExecutionException e) {
            throw new EngineException(String.valueOf(e.getMessage()), e);
        }
    }

    /** With what it has started, and not later than a person who has pressed Stop waits. */
    private static void end(Process process) {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroy);
        boolean ended = process.onExit()
                .thenApply(any -> true)
                .completeOnTimeout(false, TIDY_END_MILLISECONDS, TimeUnit.MILLISECONDS)
                .join();
        if (!ended) {
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static CompletableFuture<String> read(BufferedReader reader, Consumer<String> lines) {
        return CompletableFuture.supplyAsync(
                () -> {
                    List<String> all = new ArrayList<>();
                    reader.lines().forEach(line -> {
                        all.add(line);
                        lines.accept(line);
                    });
                    return all.isEmpty() ? "" : String.join("\n", all) + "\n";
                },
                Api.threads());
    }
}
