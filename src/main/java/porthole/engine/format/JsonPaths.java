package porthole.engine.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import porthole.engine.answer.Hit;
import porthole.engine.api.EngineSentences;

/** Walking, searching and printing a tree of JSON. */
final class JsonPaths {
    private static final String INDENT = "    ";

    private JsonPaths() {}

    static JsonNode find(JsonNode root, String path) {
        JsonNode node = root;
        String rest = path;
        while (!rest.isEmpty()) {
            if (rest.startsWith("[") && rest.contains("]")) {
                int close = rest.indexOf(']');
                node = node.isArray() ? element(node, rest.substring(1, close)) : MissingNode.getInstance();
                rest = rest.substring(close + 1);
            } else {
                String step = step(node, rest);
                node = node.path(step);
                rest = rest.substring(step.length());
            }
            if (node.isMissingNode()) {
                throw EngineSentences.sentence("path.unknown", path, names(root));
            }
            rest = rest.startsWith(".") ? rest.substring(1) : rest;
        }
        return node;
    }

    /** The longest of the node's names that the path goes on with, since a label's name may have dots. */
    private static String step(JsonNode node, String rest) {
        String found = "";
        for (var names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            boolean fits = rest.equals(name) || rest.startsWith(name + ".") || rest.startsWith(name + "[");
            if (fits && name.length() > found.length()) {
                found = name;
            }
        }
        return found.isEmpty() ? rest : found;
    }

    private static JsonNode element(JsonNode array, String index) {
        return index.matches("[0-9]{1,9}") ? array.path(Integer.parseInt(index)) : MissingNode.getInstance();
    }

    private static String names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return String.join(", ", names);
    }

    static List<Hit> grep(JsonNode root, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return grep(root, line -> line.toLowerCase(Locale.ROOT).contains(wanted));
    }

    static List<Hit> grep(JsonNode root, Predicate<String> wanted) {
        List<Hit> hits = new ArrayList<>();
        for (Line line : lines(root)) {
            if (wanted.test(line.text())) {
                hits.add(new Hit(line.path(), line.text()));
            }
        }
        return hits;
    }

    static String indented(JsonNode root) {
        StringBuilder text = new StringBuilder();
        for (Line line : lines(root)) {
            text.append(INDENT.repeat(line.depth())).append(line.text()).append('\n');
        }
        return text.toString().stripTrailing();
    }

    private record Line(String path, int depth, String text) {}

    private static List<Line> lines(JsonNode root) {
        List<Line> lines = new ArrayList<>();
        write(lines, root, "", "", 0, "");
        return lines;
    }

    /** As Go's MarshalIndent with four blanks, which is what {@code docker inspect} prints. */
    private static void write(List<Line> lines, JsonNode node, String path, String name, int depth, String end) {
        if (node.isValueNode() || node.isEmpty()) {
            lines.add(new Line(path, depth, name + node + end));
            return;
        }
        boolean array = node.isArray();
        lines.add(new Line(path, depth, name + (array ? "[" : "{")));
        List<Map.Entry<String, JsonNode>> children = children(node);
        for (int i = 0; i < children.size(); i++) {
            String key = children.get(i).getKey();
            String below = array ? path + key : path.isEmpty() ? key : path + "." + key;
            String comma = i + 1 < children.size() ? "," : "";
            write(lines, children.get(i).getValue(), below, array ? "" : "\"" + key + "\": ", depth + 1, comma);
        }
        lines.add(new Line(path, depth, (array ? "]" : "}") + end));
    }

    static List<Map.Entry<String, JsonNode>> children(JsonNode node) {
        List<Map.Entry<String, JsonNode>> children = new ArrayList<>();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                children.add(Map.entry("[" + i + "]", node.get(i)));
            }
        } else {
            node.properties().forEach(children::add);
        }
        return children;
    }
}
