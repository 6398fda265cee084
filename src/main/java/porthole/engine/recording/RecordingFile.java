package porthole.engine.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineSentences;

/**
 * A recording while it is made: beside its own name until it is over, so that a kernel that is killed harms no earlier
 * recording. Each block is gzip'd by itself and added.
 */
final class RecordingFile {
    private final Path file;
    private final Path part;

    /** @throws EngineException if it cannot be written there */
    RecordingFile(Path file) {
        this.file = file;
        // A kernel that a cell starts inherits what is to be recorded: each has a part of its own.
        this.part = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.deleteIfExists(part);
            Files.createFile(part);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    void add(List<? extends JsonNode> lines) {
        try (OutputStream out = new GZIPOutputStream(
                Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
            for (JsonNode line : lines) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** It is whole, and takes the place of what had its name. */
    void finish() {
        try {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private EngineException unwritable(IOException e) {
        return new EngineException(EngineSentences.SENTENCES.say("recording.unwritable", file, String.valueOf(e)), e);
    }
}
