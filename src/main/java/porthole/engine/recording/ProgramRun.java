package porthole.engine.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import porthole.command.ShellWords;
import porthole.engine.api.EngineJson;
import porthole.engine.api.ExecResult;

/** How a recording writes what a program did. */
final class ProgramRun {
    private ProgramRun() {}

    static String question(List<String> command) {
        return "$ " + ShellWords.join(command);
    }

    /**
     * As text.
     *
     * @param result what the program did; empty if there is no such program
     * @param lines of both streams as they came
     */
    static String of(Optional<ExecResult> result, List<String> lines) {
        ObjectNode node = EngineJson.object();
        result.ifPresent(run -> {
            node.put("exitCode", run.exitCode()).put("stdout", run.stdout()).put("stderr", run.stderr());
            node.set("lines", EngineJson.array(lines));
        });
        return node.toString();
    }

    static Optional<ExecResult> read(String text, List<String> command, Consumer<String> lines) {
        try {
            JsonNode node = EngineJson.MAPPER.readTree(text);
            node.path("lines").forEach(line -> lines.accept(line.asText()));
            return node.has("exitCode")
                    ? Optional.of(new ExecResult(
                            command,
                            node.path("exitCode").asInt(),
                            node.path("stdout").asText(),
                            node.path("stderr").asText()))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }
}
