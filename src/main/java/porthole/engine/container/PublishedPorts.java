package porthole.engine.container;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSentences;
import porthole.network.Port;

/** {@code --publish} and {@code --expose} as the command line writes them, turned into the API's two objects. */
final class PublishedPorts {
    private static final Pattern FORM =
            Pattern.compile("(?:(?:(?<address>\\[[0-9a-fA-F:.]+]|[0-9.]+):)?(?<host>[0-9]{0,6}(?:-[0-9]{1,6})?):)?"
                    + "(?<container>[0-9]{1,6}(?:-[0-9]{1,6})?)(?:/(?<protocol>[a-zA-Z]+))?");
    private static final List<String> KEYS = List.of("published", "target", "protocol");

    final ObjectNode exposed = EngineJson.object();
    final ObjectNode bindings = EngineJson.object();

    PublishedPorts(List<String> published, List<String> exposedOnly) {
        exposedOnly.forEach(port -> add(port, false));
        published.forEach(port -> add(port, true));
    }

    /** {@code published=81,target=80,protocol=tcp} in the short form. */
    private static String shortened(String text) {
        if (!text.contains("=")) {
            return text;
        }
        Map<String, String> given = new HashMap<>();
        for (String part : text.split(",", -1)) {
            String[] pair = part.split("=", 2);
            if (pair.length < 2 || !KEYS.contains(pair[0])) {
                throw EngineSentences.sentence("port.key", part, text, String.join(", ", KEYS));
            }
            given.put(pair[0], pair[1]);
        }
        String published = given.getOrDefault("published", "");
        return (published.isEmpty() ? "" : published + ":")
                + given.getOrDefault("target", "")
                + "/"
                + given.getOrDefault("protocol", "tcp");
    }

    private void add(String text, boolean bind) {
        Matcher form = FORM.matcher(shortened(text));
        if (!form.matches()) {
            throw EngineSentences.sentence("port.bad", text);
        }
        try {
            Range container = Range.of(form.group("container"));
            String at = form.group("host") == null ? "" : form.group("host");
            // Port 0 of the host is any that is free.
            Range host = Range.of(at.equals("0") ? "" : at);
            if (!host.isEmpty() && container.size() > 1 && host.size() != container.size()) {
                throw EngineSentences.sentence("port.ranges", text);
            }
            String protocol = form.group("protocol") == null
                    ? "tcp"
                    : form.group("protocol").toLowerCase(Locale.ROOT);
            String address =
                    form.group("address") == null ? "" : form.group("address").replaceAll("[\\[\\]]", "");
            for (int i = 0; i < container.size(); i++) {
                Port port = new Port(container.first + i, protocol);
                exposed.set(port.toString(), EngineJson.object());
                if (bind) {
                    bind(port, address, host.at(i, container.size()));
                }
            }
        } catch (IllegalArgumentException e) {
            throw new EngineException(EngineSentences.SENTENCES.say("port.bad", text), e);
        }
    }

    private void bind(Port port, String address, String hostPort) {
        ArrayNode all = bindings.withArrayProperty(port.toString());
        all.addObject().put("HostIp", address).put("HostPort", hostPort);
    }

    private record Range(int first, int last) {
        static Range of(String text) {
            if (text.isEmpty()) {
                return new Range(0, -1);
            }
            String[] ends = text.split("-", -1);
            Range range = new Range(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
            if (range.first < 1 || range.last > 65535 || range.last < range.first) {
                throw new IllegalArgumentException("Ports go from 1 to 65535");
            }
            return range;
        }

        boolean isEmpty() {
            return last < first;
        }

        int size() {
            return last - first + 1;
        }

        /** The i-th of the host's ports; all of them, for the engine to choose, beside a single container port. */
        String at(int i, int containerPorts) {
            if (isEmpty()) {
                return "";
            }
            return containerPorts == 1 && size() > 1 ? first + "-" + last : String.valueOf(first + i);
        }
    }
}
