package porthole.jupyter.magic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import porthole.display.Sentences;
import porthole.jupyter.api.MagicException;

/**
 * Notebooks as files.
 *
 * @see <a href="https://nbformat.readthedocs.io/en/latest/format_description.html">The notebook format</a>
 */
public final class NotebookFile {
    private static final Sentences SENTENCES = Sentences.of(NotebookFile.class);

    private static final ObjectMapper JSON = new ObjectMapper();

    private NotebookFile() {}

    /**
     * The code cells of a notebook.
     *
     * @throws MagicException where {@code text} is no notebook
     */
    public static List<String> code(String name, String text) throws MagicException {
        JsonNode cells;
        try {
            cells = JSON.readTree(text).path("cells");
        } catch (JsonProcessingException e) {
            throw new MagicException(
                    SENTENCES.say("notebook.json", name, e.getLocation().getLineNr()));
        }
        if (!cells.isArray()) {
            throw new MagicException(SENTENCES.say("notebook.format", name));
        }
        List<String> code = new ArrayList<>();
        for (JsonNode cell : cells) {
            if (cell.path("cell_type").asText().equals("code")) {
                code.add(source(cell.path("source")));
            }
        }
        return code;
    }

    private static String source(JsonNode source) {
        StringBuilder text = new StringBuilder(source.isArray() ? "" : source.asText());
        source.forEach(line -> text.append(line.asText()));
        return text.toString();
    }

    /** A notebook of these code cells, for the Java kernel of whoever opens it. */
    public static String of(List<String> code) {
        ObjectNode notebook = JSON.createObjectNode();
        ArrayNode cells = notebook.putArray("cells");
        for (int i = 0; i < code.size(); i++) {
            ObjectNode cell = cells.addObject()
                    .put("cell_type", "code")
                    .put("id", "cell-" + (i + 1))
                    .putNull("execution_count")
                    .put("source", code.get(i));
            cell.putObject("metadata");
            cell.putArray("outputs");
        }
        notebook.putObject("metadata")
                .putObject("kernelspec")
                .put("name", "porthole")
                .put("language", "java")
                .put("display_name", "Java (Porthole)");
        notebook.put("nbformat", 4).put("nbformat_minor", 5);
        return notebook.toPrettyString() + "\n";
    }
}
