package porthole.lesson.grade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A session that runs cells in another process ({@code porthole cells}). Nothing that the process says is believed but as
 * something that it has shown, and no more than so much of it is taken in: whatever a cell does to its own process, this side
 * stays as it is.
 */
final class CellSession implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Characters that one cell may show. */
    static final int MOST = 300_000;

    /** Bytes of one line, and of one cell's lines; a session that says more is ended. */
    private static final int MOST_BYTES = 4 * MOST;

    /** Bytes of a whole session. */
    private static final long MOST_IN_ALL = 64L << 20;

    /** For how long a cell may take to obey an interrupt. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Process process;
    /** A missing node for its end. */
    private final BlockingQueue<JsonNode> lines = new LinkedBlockingQueue<>(10_000);

    private volatile String token = "";
    private boolean gone;

    CellSession(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "porthole-session");
        reader.setDaemon(true);
        reader.start();
    }

    /** Whether it can run no more cells. */
    boolean gone() {
        return gone;
    }

    /**
     * Runs a cell.
     *
     * @param limit after which it is interrupted
     * @throws InterruptedException where the grading is interrupted
     */
    CellAnswer run(String code, Duration limit) throws InterruptedException {
        List<ObjectNode> shown = new ArrayList<>();
        token = UUID.randomUUID().toString(); // which what a cell writes beside its outputs does not know
        ObjectNode request = JSON.createObjectNode().put("code", code).put("most", MOST);
        if (gone || !say(request.put("token", token))) {
            gone = true;
            return new CellAnswer(shown, CellAnswer.End.GONE);
        }
        Optional<JsonNode> done = until(limit, shown);
        boolean late = done.isEmpty() && !gone;
        if (late) {
            say(JSON.createObjectNode().put("interrupt", true));
            done = until(PATIENCE, shown);
        }
        if (done.isEmpty()) {
            end();
            return new CellAnswer(shown, late ? CellAnswer.End.TIME : CellAnswer.End.GONE);
        }
        return answer(shown, done.get(), late);
    }

    private static CellAnswer answer(List<ObjectNode> shown, JsonNode done, boolean late) {
        done.path("values").forEach(value -> output(value, shown));
        if (done.path("error") instanceof ObjectNode error) {
            shown.add(error.retain("output_type", "ename", "evalue", "traceback"));
        }
        CellAnswer.End end = late
                ? CellAnswer.End.TIME
                : done.path("cut").asBoolean()
                        ? CellAnswer.End.OUTPUT
                        : done.has("error") ? CellAnswer.End.ERROR : CellAnswer.End.OK;
        return new CellAnswer(shown, end);
    }

    /** What it says until it is done; empty where it is not in time, or has ended. */
    private Optional<JsonNode> until(Duration limit, List<ObjectNode> shown) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            @Nullable JsonNode line = lines.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (line == null) {
                return Optional.empty();
            }
            if (line.isMissingNode()) {
                gone = true;
                return Optional.empty();
            }
            if (isDone(line)) {
                return Optional.of(line);
            }
            output(line, shown);
        }
    }

    private boolean isDone(JsonNode line) {
        return line.path("done").asBoolean() && line.path("token").asText().equals(token);
    }

    /** Adds an output as a notebook's file keeps it: text joined, what was updated in its place. */
    private static void output(JsonNode line, List<ObjectNode> shown) {
        if (!(line instanceof ObjectNode output)) {
            return;
        }
        switch (output.path("output_type").asText()) {
            case "stream" -> {
                ObjectNode last = shown.isEmpty() ? JSON.createObjectNode() : shown.get(shown.size() - 1);
                String text = output.path("text").asText();
                if (last.path("output_type").asText().equals("stream")
                        && last.path("name").equals(output.path("name"))) {
                    last.put("text", last.path("text").asText() + text);
                } else {
                    shown.add(output.retain("output_type", "name", "text"));
                }
            }
            case "clear" -> shown.clear();
            case "update" ->
                shown.stream()
                        .filter(o -> o.has("id") && o.path("id").equals(output.path("id")))
                        .forEach(o -> o.set("data", output.path("data")));
            case "display_data", "execute_result" -> shown.add(output.retain("output_type", "data", "metadata", "id"));
            default -> {
                // nothing that a cell of ours says
            }
        }
    }

    private boolean say(ObjectNode line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void read() {
        try (InputStream in = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long sinceDone = 0;
            long all = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (++sinceDone > MOST_BYTES || ++all > MOST_IN_ALL) {
                    break; // no cell of ours is allowed so much
                }
                if (next != '\n') {
                    line.write(next);
                    continue;
                }
                JsonNode said = parsed(line.toString(StandardCharsets.UTF_8));
                line.reset();
                sinceDone = isDone(said) ? 0 : sinceDone;
                if (said.isObject()) {
                    lines.put(said);
                }
            }
        } catch (IOException e) {
            // as at its end
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lines.offer(MissingNode.getInstance());
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode().put("output_type", "noise");
        }
    }

    /** Kills what it has started on this machine, and with it what is inside. */
    private void end() {
        gone = true;
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        end();
    }
}
