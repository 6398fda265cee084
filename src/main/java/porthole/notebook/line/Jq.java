package porthole.notebook.line;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;
import porthole.engine.api.EngineException;
import porthole.engine.api.ExecResult;
import porthole.engine.api.InterruptedCall;
import porthole.engine.format.Inspection;
import porthole.jupyter.api.MagicException;

/**
 * {@code | jq …}, by the installed program.
 *
 * @param words what follows {@code jq}
 */
record Jq(List<String> words) implements Filter {
    /** @throws MagicException where the program is not installed, with what to write instead */
    static Jq of(List<String> words) throws MagicException {
        if (!installed()) {
            throw new MagicException(Sentences.of(Jq.class).say("jq.missing"));
        }
        return new Jq(words);
    }

    private static boolean installed() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, "jq"))) {
                return true;
            }
        }
        return false;
    }

    /** What it prints; where it fails, with its complaint and exit code. */
    @Override
    public Object apply(@Nullable Object value) {
        List<String> command = new ArrayList<>(List.of("jq"));
        command.addAll(words);
        try {
            ExecResult result = run(command, json(value));
            return result.success() ? result.stdout().stripTrailing() : result;
        } catch (IOException e) {
            throw new EngineException(String.valueOf(e.getMessage()), e);
        }
    }

    /** As the docker program prints it: an inspection is a list there even of one. */
    private static String json(@Nullable Object value) {
        if (value instanceof Inspection inspection) {
            return inspection.json().isArray()
                    ? inspection.text()
                    : Inspection.of(List.of(inspection)).text();
        }
        return value instanceof ExecResult result ? result.stdout() : Filter.text(value);
    }

    private static ExecResult run(List<String> command, String input) throws IOException {
        Path folder = Files.createTempDirectory("porthole-jq");
        Path in = folder.resolve("in");
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        try {
            Files.writeString(in, input);
            Process process = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            int exitCode = ended(process);
            return new ExecResult(command, exitCode, read(out), read(err));
        } finally {
            for (Path file : List.of(in, out, err, folder)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static int ended(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new InterruptedCall();
        }
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
