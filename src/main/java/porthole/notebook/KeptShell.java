package porthole.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import porthole.jupyter.api.ShellCommand;

/** A shell command whose output is kept as one text, or was kept. */
final class KeptShell {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final OutputStream out;
    private final OutputStream err;
    private final ShellCommand command;
    private boolean ran;
    private int code;

    KeptShell(OutputStream out, OutputStream err, ShellCommand command) {
        this.out = out;
        this.err = err;
        this.command = command;
    }

    int code() {
        return code;
    }

    String run() throws IOException {
        ran = true;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            code = command.run(new Both(out, printed), new Both(err, complained));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException();
        }
        ObjectNode node = MAPPER.createObjectNode().put("code", code);
        node.put("out", printed.toString(StandardCharsets.UTF_8));
        return node.put("err", complained.toString(StandardCharsets.UTF_8)).toString();
    }

    /** Prints it where it has not run just now. */
    void print(String text) throws IOException {
        if (ran) {
            return;
        }
        try {
            JsonNode node = MAPPER.readTree(text);
            code = node.path("code").asInt();
            out.write(node.path("out").asText().getBytes(StandardCharsets.UTF_8));
            err.write(node.path("err").asText().getBytes(StandardCharsets.UTF_8));
            out.flush();
            err.flush();
        } catch (JsonProcessingException e) {
            throw new IOException(text, e);
        }
    }

    /** Writes to two. */
    private static final class Both extends OutputStream {
        private final List<OutputStream> two;

        Both(OutputStream one, OutputStream other) {
            two = List.of(one, other);
        }

        @Override
        public void write(int one) throws IOException {
            for (OutputStream each : two) {
                each.write(one);
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (OutputStream each : two) {
                each.write(bytes, offset, length);
            }
        }

        @Override
        public void flush() throws IOException {
            for (OutputStream each : two) {
                each.flush();
            }
        }
    }
}
