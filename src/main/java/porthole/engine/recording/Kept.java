package porthole.engine.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import porthole.engine.api.EngineJson;

/**
 * A question and its answer.
 *
 * @param asked the question
 * @param state whether the recorder asked it of its own accord, to know the engine's state after a cell
 * @param status of HTTP; of the machine {@link #ANSWERED} or {@link #REFUSED}; 0 if no answer came
 * @param whole whether the answer was heard to its end; not so where enough was heard, or it is too long to keep
 * @param pieces the answer in the order in which it came
 */
record Kept(Asked asked, boolean state, int status, boolean whole, List<Piece> pieces) {
    /** The status of a machine's answer. */
    static final int ANSWERED = 200;

    /** The status of a question that a word refused with a sentence. */
    static final int REFUSED = 400;

    Kept {
        pieces = List.copyOf(pieces);
    }

    /** As a line of the file has it. */
    ObjectNode json() {
        ObjectNode node = EngineJson.object();
        if (!asked.host().isEmpty()) {
            node.put("host", asked.host());
        }
        node.put("asked", asked.method() + " " + asked.path());
        if (!asked.body().isEmpty()) {
            node.put("body", asked.body());
        }
        if (state) {
            node.put("state", true);
        }
        node.put("status", status);
        if (!whole) {
            node.put("whole", false);
        }
        ArrayNode all = node.putArray("answer");
        pieces.forEach(piece -> all.add(piece.json()));
        return node;
    }

    static Kept read(JsonNode node) throws IOException {
        String[] words = node.path("asked").asText().split(" ", 2);
        if (words.length < 2 || !node.path("answer").isArray()) {
            throw new IOException(node.toString());
        }
        Asked asked = new Asked(
                node.path("host").asText(""),
                words[0],
                words[1],
                node.path("body").asText(""));
        List<Piece> pieces = new ArrayList<>();
        for (JsonNode piece : node.path("answer")) {
            pieces.add(Piece.read(piece));
        }
        return new Kept(
                asked,
                node.path("state").asBoolean(),
                node.path("status").asInt(),
                node.path("whole").asBoolean(true),
                pieces);
    }

    /** The answer in one. */
    String text() {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return text.toString();
    }
}
