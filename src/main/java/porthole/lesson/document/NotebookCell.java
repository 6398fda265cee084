package porthole.lesson.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A cell of a notebook document. It does not change; what changes one gives another. */
public final class NotebookCell {
    private static final Set<String> KINDS = Set.of("code", "markdown", "raw");

    private final ObjectNode json;

    private NotebookCell(ObjectNode json) {
        this.json = json;
    }

    /** What a cell can be. */
    public enum Kind {
        /** Is run by the kernel. */
        CODE,
        /** Is read. */
        MARKDOWN,
        /** Is handed on as it is by nbconvert. */
        RAW
    }

    /** The cell that {@code node} is; empty if it is none. */
    static Optional<NotebookCell> of(JsonNode node) {
        return node instanceof ObjectNode json
                        && KINDS.contains(json.path("cell_type").asText())
                        && (json.path("source").isTextual()
                                || json.path("source").isArray())
                ? Optional.of(new NotebookCell(json))
                : Optional.empty();
    }

    /**
     * Makes a code cell that was not run yet.
     *
     * @param id 1 to 64 letters, digits, hyphens and underscores
     * @param source its text
     */
    public static NotebookCell code(String id, String source) {
        return made("code", id, source);
    }

    /**
     * Makes a Markdown cell.
     *
     * @param id 1 to 64 letters, digits, hyphens and underscores
     * @param source its text
     */
    public static NotebookCell markdown(String id, String source) {
        return made("markdown", id, source);
    }

    /** The keys in the order of nbformat, which is that of their letters. */
    private static NotebookCell made(String kind, String id, String source) {
        ObjectNode json = DocumentJson.object().put("cell_type", kind);
        if (kind.equals("code")) {
            json.putNull("execution_count");
        }
        json.put("id", id).putObject("metadata");
        if (kind.equals("code")) {
            json.putArray("outputs");
        }
        return new NotebookCell(json.put("source", source));
    }

    /** Gives what kind of cell it is. */
    public Kind kind() {
        return Kind.valueOf(json.path("cell_type").asText().toUpperCase(Locale.ROOT));
    }

    /** Whether the kernel runs it. */
    public boolean isCode() {
        return kind() == Kind.CODE;
    }

    /** Whether it is code of comments alone, which do nothing and can be in the reader's language. */
    public boolean isRemark() {
        return isCode()
                && !source().isBlank()
                && source().lines().map(String::strip).allMatch(line -> line.isEmpty() || line.startsWith("//"));
    }

    /** Gives its id, by which it is known across languages and versions; empty before format 4.5. */
    public Optional<String> id() {
        return Optional.of(json.path("id").asText()).filter(id -> !id.isEmpty());
    }

    /** Gives this cell under another id. */
    public NotebookCell withId(String id) {
        ObjectNode changed = json.deepCopy();
        changed.put("id", id);
        return new NotebookCell(changed);
    }

    /** Gives its text, without a line break at the end if none is typed there. */
    public String source() {
        return DocumentJson.joined(json.path("source"));
    }

    /** Gives this cell with another text; a code cell's outputs go with the text that they were of. */
    public NotebookCell withSource(String source) {
        ObjectNode changed = json.deepCopy();
        changed.put("source", source);
        NotebookCell cell = new NotebookCell(changed);
        return source.equals(source()) ? this : cell.withoutOutputs();
    }

    /** Gives a copy of its metadata; empty if it has none. */
    public ObjectNode metadata() {
        return json.path("metadata") instanceof ObjectNode metadata ? metadata.deepCopy() : DocumentJson.object();
    }

    /** Gives this cell with other metadata. */
    public NotebookCell withMetadata(ObjectNode metadata) {
        ObjectNode changed = json.deepCopy();
        changed.set("metadata", metadata.deepCopy());
        return new NotebookCell(changed);
    }

    /** Gives its tags, as JupyterLab's property inspector shows them. */
    public List<String> tags() {
        List<String> tags = new ArrayList<>();
        json.path("metadata").path("tags").forEach(tag -> tags.add(tag.asText()));
        return tags;
    }

    /** Gives its outputs, in order; none for a cell that is not code or was not run. */
    public List<NotebookOutput> outputs() {
        List<NotebookOutput> outputs = new ArrayList<>();
        json.path("outputs").forEach(output -> outputs.add(new NotebookOutput(output)));
        return outputs;
    }

    /** Gives this cell with other outputs. */
    public NotebookCell withOutputs(List<NotebookOutput> outputs) {
        ObjectNode changed = json.deepCopy();
        ArrayNode all = changed.putArray("outputs");
        outputs.forEach(output -> all.add(output.json()));
        return new NotebookCell(changed);
    }

    /** Gives this cell as before it was run; a cell that is not code is as it was. */
    public NotebookCell withoutOutputs() {
        if (!isCode()) {
            return this;
        }
        ObjectNode changed = json.deepCopy();
        changed.putNull("execution_count").putArray("outputs");
        return new NotebookCell(changed);
    }

    /** Gives a copy of the cell as it stands in the file. */
    public ObjectNode json() {
        return json.deepCopy();
    }
}
