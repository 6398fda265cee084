package porthole.jupyter.java.maven;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.display.Sentences;
import porthole.jupyter.api.MagicException;

/**
 * A POM as the Ganymede kernel's notebooks write it: lists in YAML below {@code dependencies:} and {@code repositories:},
 * of coordinates or of keys and values. No other YAML is taken.
 */
final class PomList {
    private static final Sentences SENTENCES = Sentences.of(PomList.class);

    private static final Map<String, String> GROUPS =
            Map.of("dependencies", "dependency", "repositories", "repository");
    private static final Set<String> KEYS = Set.of(
            "groupId",
            "artifactId",
            "version",
            "classifier",
            "type",
            "scope",
            "optional",
            "id",
            "url",
            "name",
            "layout");
    private static final Pattern GROUP = Pattern.compile("(dependencies|repositories):");
    private static final Pattern PAIR = Pattern.compile("(\\w+):\\s+['\"]?([^'\"]+?)['\"]?");

    private final StringBuilder xml = new StringBuilder();
    private final Map<String, String> item = new LinkedHashMap<>();
    private String group = "";

    private PomList() {}

    /** Whether {@code text} is no XML, and not empty. */
    static boolean isOne(String text) {
        return !text.isBlank() && text.indexOf('<') < 0;
    }

    /**
     * The same in XML.
     *
     * @throws MagicException where a line is something else
     */
    static String xml(String text) throws MagicException {
        PomList list = new PomList();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("(^|\\s)#.*$", "").strip();
            if (!line.isEmpty() && !line.equals("---") && !list.takes(line)) {
                throw new MagicException(SENTENCES.say("pom.list", i + 1, line));
            }
        }
        list.endItem();
        return list.xml.toString();
    }

    private boolean takes(String line) throws MagicException {
        Matcher head = GROUP.matcher(line);
        if (head.matches()) {
            endItem();
            group = head.group(1);
            return true;
        }
        boolean begins = line.startsWith("- ");
        if (begins) {
            endItem();
        }
        String rest = begins ? line.substring(2).strip() : line;
        Matcher pair = PAIR.matcher(rest);
        if (pair.matches() && KEYS.contains(pair.group(1))) {
            item.put(pair.group(1), pair.group(2));
            return !group.isEmpty();
        }
        return begins && group.equals("dependencies") && isCoordinates(rest.replaceAll("['\"]", ""));
    }

    /** {@code group:artifact[:type[:classifier]]:version}. */
    private boolean isCoordinates(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length < 3 || parts.length > 5 || text.matches(".*\\s.*")) {
            return false;
        }
        item.put("groupId", parts[0]);
        item.put("artifactId", parts[1]);
        item.put("version", parts[parts.length - 1]);
        if (parts.length > 3) {
            item.put("type", parts[2]);
        }
        if (parts.length > 4) {
            item.put("classifier", parts[3]);
        }
        return true;
    }

    private void endItem() {
        if (!item.isEmpty()) {
            String name = GROUPS.get(group);
            xml.append('<').append(name).append('>');
            item.forEach((key, value) -> xml.append('<')
                    .append(key)
                    .append('>')
                    .append(escaped(value))
                    .append("</")
                    .append(key)
                    .append('>'));
            xml.append("</").append(name).append(">\n");
            item.clear();
        }
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;");
    }
}
