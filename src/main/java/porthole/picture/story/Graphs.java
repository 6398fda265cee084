package porthole.picture.story;

import java.util.HashMap;
import java.util.Map;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.Port;
import porthole.topology.Box;
import porthole.topology.Leg;
import porthole.topology.Published;
import porthole.topology.Standing;
import porthole.topology.Topology;

/** The topology in the languages of two programs that lay out graphs themselves. */
public final class Graphs {
    private Graphs() {}

    /** The same nodes and lines, written in one of the two languages. */
    private abstract static class Writer {
        final StringBuilder out = new StringBuilder();
        private final Map<String, String> nodes = new HashMap<>();

        abstract void node(String node, Kind kind, String... lines);

        abstract void edge(String from, String to, String label, boolean dotted);

        String name(String prefix, String id) {
            return nodes.computeIfAbsent(prefix + id, key -> prefix + (nodes.size() + 1));
        }

        void write(Topology topology) {
            node(
                    "host",
                    Kind.HOST,
                    "host",
                    "engine " + topology.snapshot().host().engineVersion());
            for (Network network : topology.bands()) {
                node(
                        name("n", network.id()),
                        Kind.NETWORK,
                        network.name(),
                        BandLabels.kind(network),
                        NetworkWords.range(network));
            }
            topology.boxes().forEach(this::box);
        }

        private void box(Box box) {
            Container container = box.container();
            String node = name("c", container.id());
            node(node, box.standing() == Standing.ALONE ? Kind.ISLAND : Kind.CONTAINER, box.name(), container.image());
            for (Leg leg : box.legs()) {
                String label = leg.endpoint().interfaceName().map(i -> i + " ").orElse("")
                        + leg.address().orElse("");
                edge(name("n", leg.network().id()), node, label, false);
            }
            for (Published port : box.ports()) {
                edge("host", node, port.socket() + " → " + port.target(), true);
            }
            if (box.standing() == Standing.HOST) {
                edge("host", node, "--network host", false);
                for (Port port : container.listening()) {
                    edge("host", node, ":" + Ports.text(port), true);
                }
            }
            for (Container sidecar : box.sidecars()) {
                String beside = name("c", sidecar.id());
                node(beside, Kind.CONTAINER, sidecar.name(), sidecar.image());
                edge(node, beside, Figures.shared(box), false);
            }
        }
    }

    private enum Kind {
        HOST,
        NETWORK,
        CONTAINER,
        ISLAND
    }

    public static String mermaid(Topology topology) {
        Writer writer = new Writer() {
            @Override
            void node(String node, Kind kind, String... lines) {
                String text = quoted(String.join("<br>", lines));
                String shape = switch (kind) {
                    case HOST -> "[/" + text + "\\]";
                    case NETWORK -> "([" + text + "])";
                    case CONTAINER, ISLAND -> "[" + text + "]";
                };
                out.append("  ").append(node).append(shape).append('\n');
                if (kind == Kind.ISLAND) {
                    out.append("  style ").append(node).append(" stroke-dasharray:3\n");
                }
            }

            @Override
            void edge(String from, String to, String label, boolean dotted) {
                String line = dotted ? " -.->" : " ---";
                String text = label.isEmpty() ? "" : "|" + quoted(label) + "|";
                out.append("  ")
                        .append(from)
                        .append(line)
                        .append(text)
                        .append(' ')
                        .append(to)
                        .append('\n');
            }

            private String quoted(String text) {
                return '"' + text.replace("#", "#35;").replace("\"", "#quot;") + '"';
            }
        };
        writer.write(topology);
        return "flowchart TB\n" + writer.out;
    }

    public static String dot(Topology topology) {
        Writer writer = new Writer() {
            @Override
            void node(String node, Kind kind, String... lines) {
                String shape = switch (kind) {
                    case HOST -> "shape=house";
                    case NETWORK -> "shape=ellipse";
                    case CONTAINER -> "shape=box";
                    case ISLAND -> "shape=box, style=dotted";
                };
                out.append("  ").append(node).append(" [").append(shape).append(", label=");
                out.append(quoted(String.join("\n", lines))).append("];\n");
            }

            @Override
            void edge(String from, String to, String label, boolean dotted) {
                String line = dotted ? ", style=dotted, dir=forward" : "";
                out.append("  ").append(from).append(" -- ").append(to);
                out.append(" [label=").append(quoted(label)).append(line).append("];\n");
            }

            private String quoted(String text) {
                return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
            }
        };
        writer.write(topology);
        return "graph porthole {\n" + writer.out + "}\n";
    }
}
