package porthole.lesson.grade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import porthole.lesson.document.NotebookOutput;

/**
 * What a cell has shown, and how it ended.
 *
 * @param outputs as a notebook's file has them, in order; an error last
 * @param end how it ended
 */
record CellAnswer(List<ObjectNode> outputs, End end) {
    private static final int MOST_REASON = 160;

    /** How a cell ends. */
    enum End {
        /** All of it ran. */
        OK,
        /** It failed, or did not compile. */
        ERROR,
        /** It was ended because it ran too long. */
        TIME,
        /** It was ended because it showed too much. */
        OUTPUT,
        /** Its session has ended, or had to be. */
        GONE
    }

    CellAnswer {
        outputs = List.copyOf(outputs);
    }

    /** The class of error that it ended with; empty where with none. */
    Optional<String> error() {
        return outputs.stream()
                .filter(o -> o.path("output_type").asText().equals("error"))
                .map(o -> o.path("ename").asText())
                .findFirst();
    }

    /** The first line of the error that it ended with; empty text where with none. */
    String reason() {
        return outputs.stream()
                .filter(o -> o.path("output_type").asText().equals("error"))
                .flatMap(o -> o.path("evalue").asText().lines())
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> line.length() > MOST_REASON ? line.substring(0, MOST_REASON - 1) + "…" : line)
                .orElse("");
    }

    /** The contents of that form, in order. */
    List<JsonNode> forms(String mimeType) {
        return outputs.stream()
                .map(o -> o.path("data").path(mimeType))
                .filter(content -> !content.isMissingNode())
                .toList();
    }

    /** Its outputs as a notebook's file keeps them. */
    List<NotebookOutput> inFile() {
        return outputs.stream()
                .map(output -> {
                    ObjectNode kept = output.deepCopy();
                    kept.remove("id");
                    if (kept.path("output_type").asText().equals("execute_result")) {
                        kept.putNull("execution_count");
                    }
                    return new NotebookOutput(kept);
                })
                .toList();
    }
}
