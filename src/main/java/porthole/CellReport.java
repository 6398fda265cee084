package porthole;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import porthole.display.MimeBundle;
import porthole.jupyter.api.Cancellation;
import porthole.jupyter.api.Outcome;
import porthole.jupyter.api.Outputs;

/** One cell's outputs, as {@link CellsCommand} says them. A cell that shows too much is ended. */
final class CellReport implements Outputs {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OutputStream out;
    private final long most;
    private final String token;
    private final Cancellation cancellation = new Cancellation();
    private long shown;

    /**
     * @param most how many characters the cell may show
     * @param token by which the end is known to be said by this
     */
    CellReport(OutputStream out, long most, String token) {
        this.token = token;
        this.out = out;
        this.most = most;
    }

    @Override
    public void stream(Channel channel, String text) {
        say(JSON.createObjectNode()
                .put("output_type", "stream")
                .put("name", channel.name().toLowerCase(Locale.ROOT))
                .put("text", text));
    }

    @Override
    public void display(MimeBundle bundle, Optional<String> displayId) {
        ObjectNode line = bundle("display_data", bundle);
        displayId.ifPresent(id -> line.put("id", id));
        say(line);
    }

    @Override
    public void update(MimeBundle bundle, String displayId) {
        say(bundle("update", bundle).put("id", displayId));
    }

    @Override
    public void clear(boolean wait) {
        say(JSON.createObjectNode().put("output_type", "clear"));
    }

    @Override
    public String input(String prompt, boolean password) throws InputException {
        throw new InputException(CommandSentences.say("cells.input"));
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }

    private static ObjectNode bundle(String type, MimeBundle bundle) {
        ObjectNode line = JSON.createObjectNode().put("output_type", type);
        line.set("data", JSON.valueToTree(bundle.data()));
        line.set("metadata", JSON.valueToTree(bundle.metadata()));
        return line;
    }

    /** How it ended; said whatever was shown before. */
    void done(Outcome outcome) {
        ObjectNode line = JSON.createObjectNode().put("done", true).put("token", token);
        if (outcome instanceof Outcome.Done done) {
            ArrayNode values = line.putArray("values");
            done.outputs()
                    .forEach(value -> values.add(bundle(values.isEmpty() ? "execute_result" : "display_data", value)));
        } else if (outcome instanceof Outcome.Failed failed) {
            ObjectNode error = line.putObject("error").put("output_type", "error");
            error.put("ename", failed.name()).put("evalue", failed.message());
            ArrayNode traceback = error.putArray("traceback");
            failed.traceback().forEach(traceback::add);
        }
        write(line.put("cut", shown > most));
    }

    private synchronized void say(ObjectNode line) {
        String text = line.toString();
        if (shown <= most) {
            shown += text.length();
            if (shown <= most) {
                write(line);
            } else {
                cancellation.request();
            }
        }
    }

    private synchronized void write(ObjectNode line) {
        try {
            out.write((line + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
