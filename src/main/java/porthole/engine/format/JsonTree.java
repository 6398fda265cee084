package porthole.engine.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import porthole.display.Folded;
import porthole.display.Html;
import porthole.display.MimeBundle;
import porthole.engine.api.EngineSentences;

/**
 * JSON as a page shows it: a tree to be opened. Of what {@code docker inspect} gives of a container or a network, the
 * fields about networks come first and stand open; all others are folded under them.
 */
final class JsonTree {
    private static final List<String> OF_CONTAINER = List.of("Name", "NetworkSettings");
    private static final List<String> OF_NETWORK =
            List.of("Name", "Driver", "Scope", "Internal", "IPAM", "Containers", "Options");

    /** Of a container's network settings: the same facts again, or none that a reader looks for. */
    private static final Set<String> LATER = Set.of(
            "Bridge",
            "SandboxID",
            "SandboxKey",
            "HairpinMode",
            "LinkLocalIPv6Address",
            "LinkLocalIPv6PrefixLen",
            "SecondaryIPAddresses",
            "SecondaryIPv6Addresses");

    private final StringBuilder html = new StringBuilder("<div style=\"font-family:monospace\">");

    private JsonTree() {}

    /** Folded HTML for a page, indented text for all else. */
    static MimeBundle of(JsonNode root) {
        JsonTree tree = new JsonTree();
        List<String> first = first(root);
        if (first.isEmpty()) {
            tree.branch("", root, true, false);
        } else {
            tree.inspected(root, first);
        }
        return MimeBundle.html(tree.html.append("</div>").toString(), JsonPaths.indented(root));
    }

    /** The fields that a reader of a page about networks looks for; none if this is no inspection of such a thing. */
    private static List<String> first(JsonNode root) {
        if (root.has("NetworkSettings") && root.has("Config")) {
            return OF_CONTAINER;
        }
        return root.has("IPAM") && root.has("Driver") ? OF_NETWORK : List.of();
    }

    private void inspected(JsonNode root, List<String> first) {
        for (String name : first) {
            if (root.has(name)) {
                branch(name, root.get(name), true, true);
            }
        }
        fold(JsonPaths.children(root).stream()
                .filter(child -> !first.contains(child.getKey()))
                .toList());
    }

    /** @param wanted whether it is what the reader looks for, so that all below stands open */
    private void branch(String name, JsonNode node, boolean open, boolean wanted) {
        if (node.isValueNode() || node.isEmpty()) {
            html.append("<div style=\"margin-left:1.2em\">")
                    .append(Html.escape((name.isEmpty() ? "" : name + ": ") + node))
                    .append("</div>");
            return;
        }
        html.append("<details style=\"margin-left:1.2em\"")
                .append(open ? " open" : "")
                .append("><summary>")
                .append(Html.escape(name.isEmpty() ? (node.isArray() ? "[ ]" : "{ }") : name))
                .append("</summary>");
        List<Map.Entry<String, JsonNode>> children = JsonPaths.children(node);
        boolean settings = wanted && name.equals("NetworkSettings");
        for (Map.Entry<String, JsonNode> child : children) {
            if (!settings || !LATER.contains(child.getKey())) {
                branch(child.getKey(), child.getValue(), wanted, wanted);
            }
        }
        if (settings) {
            fold(children.stream().filter(c -> LATER.contains(c.getKey())).toList());
        }
        html.append("</details>");
    }

    private void fold(List<Map.Entry<String, JsonNode>> rest) {
        if (rest.isEmpty()) {
            return;
        }
        String before = html.toString();
        html.setLength(0);
        rest.forEach(child -> branch(child.getKey(), child.getValue(), false, false));
        String folded = Folded.under(EngineSentences.SENTENCES.say("inspect.rest", rest.size()), html.toString());
        html.setLength(0);
        html.append(before)
                .append("<div style=\"margin-left:1.2em\">")
                .append(folded)
                .append("</div>");
    }
}
