package porthole.lesson.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import porthole.lesson.document.NotebookCell;
import porthole.lesson.document.NotebookOutput;

/** Outputs under stable names, in all their forms. A PNG whose drawing would show a name that changed is left out. */
final class StableOutputs {
    private static final String SVG = "image/svg+xml";
    private static final String PNG = "image/png";
    private static final Pattern DRAWN = Pattern.compile("data:image/svg\\+xml;base64,([A-Za-z0-9+/=]+)");

    private final StableNames names;
    private final boolean drawingsOnly;

    /**
     * @param code of all cells of the page
     * @param drawingsOnly whether a picture that has an SVG keeps no PNG
     */
    StableOutputs(String code, boolean drawingsOnly) {
        this.names = new StableNames(code);
        this.drawingsOnly = drawingsOnly;
    }

    /** The code of all cells. */
    static String code(List<NotebookCell> cells) {
        return cells.stream()
                .filter(NotebookCell::isCode)
                .map(NotebookCell::source)
                .collect(Collectors.joining("\n"));
    }

    /** How much that is chosen anew was seen so far. */
    int found() {
        return names.found();
    }

    /** Gives outputs that come after those that were given before. */
    List<NotebookOutput> of(List<NotebookOutput> outputs) {
        List<NotebookOutput> stable = new ArrayList<>();
        for (NotebookOutput output : ShownOutputs.joined(outputs)) {
            stable.add(new NotebookOutput(output(output)));
        }
        return stable;
    }

    private JsonNode output(NotebookOutput output) {
        ObjectNode json = (ObjectNode) output.json();
        if (json.path("data") instanceof ObjectNode data) {
            boolean redrawn = data(data);
            if (data.has(SVG) && (redrawn || drawingsOnly)) {
                data.remove(PNG);
                if (json.path("metadata") instanceof ObjectNode hints) {
                    hints.remove(PNG);
                }
            }
        }
        for (String key : List.of("text", "ename", "evalue", "traceback")) {
            if (json.has(key)) {
                json.set(key, strings(joined(key, json.get(key))));
            }
        }
        return json;
    }

    /** A name may be cut by the end of a list's line, a traceback's lines are each a text of its own. */
    private static JsonNode joined(String key, JsonNode text) {
        return text.isArray() && !key.equals("traceback") ? TextNode.valueOf(whole(text)) : text;
    }

    private static String whole(JsonNode text) {
        StringBuilder whole = new StringBuilder(text.isArray() ? "" : text.asText());
        text.forEach(line -> whole.append(line.asText()));
        return whole.toString();
    }

    /** Whether the drawing shows something that is chosen anew. */
    private boolean data(ObjectNode data) {
        boolean redrawn = false;
        names.read(whole(data.path("text/plain")));
        for (String type : forms(data)) {
            JsonNode form = data.get(type);
            boolean isText = !type.startsWith("image/") || type.equals(SVG);
            if (isText) {
                boolean isJson = type.endsWith("json");
                JsonNode was = isJson || !form.isArray() ? form : TextNode.valueOf(whole(form));
                int before = names.found();
                data.set(type, strings(was));
                redrawn |= type.equals(SVG) && names.found() > before;
            }
        }
        return redrawn;
    }

    /** In an order that does not hang on who wrote the file. */
    private static List<String> forms(ObjectNode data) {
        List<String> forms = new ArrayList<>();
        data.fieldNames().forEachRemaining(forms::add);
        forms.sort(null);
        return forms;
    }

    private JsonNode strings(JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(text(node.asText()));
        }
        if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, strings(list.get(i)));
            }
        } else if (node instanceof ObjectNode object) {
            List<String> keys = new ArrayList<>();
            object.fieldNames().forEachRemaining(keys::add);
            keys.forEach(key -> object.set(key, strings(object.get(key))));
        }
        return node;
    }

    private String text(String text) {
        Matcher drawn = DRAWN.matcher(text);
        StringBuilder stable = new StringBuilder();
        int end = 0;
        while (drawn.find()) {
            stable.append(names.in(text.substring(end, drawn.start(1))));
            String svg = new String(Base64.getDecoder().decode(drawn.group(1)), StandardCharsets.UTF_8);
            stable.append(Base64.getEncoder().encodeToString(names.in(svg).getBytes(StandardCharsets.UTF_8)));
            end = drawn.end(1);
        }
        return stable.append(names.in(text.substring(end))).toString();
    }
}
