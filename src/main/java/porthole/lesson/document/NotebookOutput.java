package porthole.lesson.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What a code cell of a notebook document has shown. */
public final class NotebookOutput {
    private final JsonNode json;

    /** @param json as it stands in the file; {@code output_type} says what it is */
    public NotebookOutput(JsonNode json) {
        this.json = json.deepCopy();
    }

    /** Gives what it is in the format's words: {@code stream}, {@code display_data}, {@code execute_result}, {@code error}. */
    public String type() {
        return json.path("output_type").asText();
    }

    /** Whether the cell failed with it. */
    public boolean isError() {
        return type().equals("error");
    }

    /** Gives what a reader without pictures reads: the stream's text, the value as plain text, or the error's message. */
    public String text() {
        if (isError()) {
            return json.path("evalue").asText();
        }
        return type().equals("stream")
                ? DocumentJson.joined(json.path("text"))
                : data("text/plain").orElse("");
    }

    /**
     * Gives its content in one form.
     *
     * @param mimeType such as {@code image/svg+xml}
     * @return the text; Base64 for binary types; empty if it has no such form, or one that is not a text
     */
    public Optional<String> data(String mimeType) {
        JsonNode content = json.path("data").path(mimeType);
        return content.isTextual() || content.isArray() ? Optional.of(DocumentJson.joined(content)) : Optional.empty();
    }

    /** Gives a copy of the output as it stands in the file. */
    public JsonNode json() {
        return json.deepCopy();
    }
}
