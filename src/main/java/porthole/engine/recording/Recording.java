package porthole.engine.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSentences;

/**
 * What an engine and its machine answered while a notebook ran.
 *
 * @param file where it is kept
 * @param notebook the name of the notebook; empty if it is not known
 * @param date the day on which it was made
 * @param engine the engine's version, as in {@code 28.5.1}
 * @param cells the cells in the order in which they ran
 * @param answers all answers in the order in which they were asked for
 */
public record Recording(
        Path file, String notebook, LocalDate date, String engine, List<RecordedCell> cells, List<Kept> answers) {
    /** The end of the name of every recording: JSON lines, gzip'd. */
    public static final String ENDING = ".recording.jsonl.gz";

    /** The version of the file's form. */
    static final int VERSION = 1;

    static final String MARK = "porthole-recording";

    public Recording {
        cells = List.copyOf(cells);
        answers = List.copyOf(answers);
    }

    /**
     * Reads a recording.
     *
     * @throws EngineException if there is no such file, it is damaged, or of another version
     */
    public static Recording read(Path file) {
        if (!Files.isReadable(file)) {
            throw EngineSentences.sentence("recording.none", file);
        }
        List<RecordedCell> cells = new ArrayList<>();
        List<Kept> answers = new ArrayList<>();
        int line = 0;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            JsonNode head = node(lines.readLine());
            check(file, head);
            String engine = "";
            line = 1;
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                line++;
                JsonNode node = node(text);
                if (node.has("cell")) {
                    cells.add(cell(node, cells, answers.size()));
                } else if (node.has("engine")) {
                    engine = node.path("engine").asText();
                } else if (node.has("over")) {
                    close(cells, answers.size());
                    LocalDate date = LocalDate.parse(head.path("date").asText());
                    return new Recording(file, head.path("notebook").asText(""), date, engine, cells, answers);
                } else {
                    answers.add(Kept.read(node));
                }
            }
        } catch (IOException | DateTimeParseException e) {
            throw new EngineException(EngineSentences.SENTENCES.say("recording.damaged", file, line + 1), e);
        }
        throw EngineSentences.sentence("recording.cut", file, cells.size());
    }

    private static JsonNode node(@Nullable String line) throws IOException {
        @Nullable JsonNode node = line == null ? null : EngineJson.MAPPER.readTree(line);
        if (node == null || !node.isObject()) {
            throw new IOException(String.valueOf(line));
        }
        return node;
    }

    private static void check(Path file, JsonNode head) throws IOException {
        if (!head.has(MARK)) {
            throw new IOException(head.toString());
        }
        if (head.path(MARK).asInt() != VERSION) {
            throw EngineSentences.sentence(
                    "recording.version", file, head.path(MARK).asText(), VERSION);
        }
    }

    private static RecordedCell cell(JsonNode node, List<RecordedCell> cells, int place) {
        close(cells, place);
        return new RecordedCell(node.path("cell").asInt(), node.path("source").asText(), place, place);
    }

    /** The answers up to here were the last cell's. */
    private static void close(List<RecordedCell> cells, int place) {
        if (!cells.isEmpty()) {
            RecordedCell last = cells.remove(cells.size() - 1);
            cells.add(new RecordedCell(last.number(), last.source(), last.first(), place));
        }
    }
}
