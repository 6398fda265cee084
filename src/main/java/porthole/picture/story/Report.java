package porthole.picture.story;

import static porthole.picture.story.Phrases.SENTENCES;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porthole.display.Language;
import porthole.display.Table;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.IpFamily;
import porthole.network.Network;
import porthole.network.NetworkMode;
import porthole.topology.Box;
import porthole.topology.Leg;
import porthole.topology.Mark;
import porthole.topology.Published;
import porthole.topology.Standing;
import porthole.topology.Topology;

/** The picture without a drawing: lines of text, and a table. Both name everything in full. */
public final class Report {
    private final Topology topology;
    private final Marks marks;
    private final Telling telling;
    private final StringBuilder out = new StringBuilder();

    private Report(Topology topology, Marks marks, Telling telling) {
        this.topology = topology;
        this.marks = marks;
        this.telling = telling;
    }

    public static String text(Topology topology, Marks marks, Telling telling, PictureContent story) {
        Report report = new Report(topology, marks, telling);
        report.line(0, Mark.SAME, story.title());
        report.line(0, Mark.SAME, story.answer());
        report.out.append('\n');
        report.line(0, Mark.SAME, story.host());
        topology.bands().stream()
                .filter(n -> !SecondLegs.onlySecond(topology, n))
                .forEach(report::band);
        topology.boxes().stream().filter(b -> b.legs().isEmpty()).forEach(report::apart);
        Stopped.sentence(List.of(topology)).ifPresent(said -> report.line(1, Mark.SAME, said));
        return report.out.toString().stripTrailing();
    }

    private void line(int depth, Mark mark, String text) {
        String sign = mark == Mark.SAME ? "" : mark.sign() + " ";
        out.append("  ".repeat(depth)).append(sign).append(text).append('\n');
    }

    private void band(Network network) {
        String range = NetworkWords.range(network);
        line(
                1,
                marks.of(network),
                SENTENCES.say("text.network", network.name(), BandLabels.kind(network))
                        + (range.isEmpty() ? "" : ", " + range)
                        + calls(network));
        List<Box> boxes = topology.on(network);
        if (boxes.isEmpty()) {
            line(2, Mark.SAME, SENTENCES.say("empty.band"));
        }
        for (Box box : boxes) {
            Leg leg = box.leg(network).orElseThrow();
            line(2, marks.of(box.container(), leg), box.name() + " " + place(leg) + cable(box, leg) + about(box));
            for (Published port : box.ports()) {
                if (port.through().map(n -> n.id().equals(network.id())).orElse(true)) {
                    line(3, marks.of(box.container(), port), port(box, port));
                }
            }
            if (box.legs().get(0).equals(leg)) {
                sidecars(3, box);
            }
        }
    }

    /** What the drawing says under the network's name of calls between its members. */
    private String calls(Network network) {
        String internal = SENTENCES.say("internal");
        return NetworkWords.calls(network, telling.withheld()).stream()
                .filter(said -> !said.equals(internal))
                .map(said -> NetworkWords.BETWEEN + said)
                .collect(Collectors.joining());
    }

    private String cable(Box box, Leg leg) {
        return telling.veth(box.container(), leg)
                .map(end -> SENTENCES.say("text.cable", end))
                .orElse("");
    }

    private static String place(Leg leg) {
        String place = Phrases.place(leg.endpoint().interfaceName().orElse(""), leg);
        String six = leg.endpoint()
                .address()
                .flatMap(four -> leg.endpoint().address6())
                .map(a -> " " + a)
                .orElse("");
        return place + six;
    }

    private String about(Box box) {
        String state = box.container().state();
        List<String> about = new ArrayList<>(List.of(box.container().image()));
        if (!state.equals("running")) {
            about.add(state);
        }
        if (!box.elsewhere().isEmpty()) {
            about.add(SENTENCES.say("elsewhere", String.join(SENTENCES.say("list.comma"), box.elsewhere())));
        }
        if (SecondLegs.has(topology.snapshot(), box)) {
            about.add(SENTENCES.say("second.leg"));
        }
        return Language.current().aside("", String.join(SENTENCES.say("list.comma"), about));
    }

    private static String port(Box box, Published port) {
        return SENTENCES.say("text.port", port.socket(), box.name() + ":" + port.target(), Openings.who(port));
    }

    private void sidecars(int depth, Box box) {
        for (Container sidecar : box.sidecars()) {
            line(
                    depth,
                    marks.of(sidecar),
                    SENTENCES.say(
                            "text.sidecar",
                            Language.current().aside(sidecar.name(), sidecar.image()),
                            box.name(),
                            Figures.shared(box)));
        }
    }

    private void apart(Box box) {
        Container container = box.container();
        line(1, marks.of(container), box.name() + about(box) + ": " + standing(box));
        container.listening().forEach(p -> line(2, Mark.SAME, SENTENCES.say("text.listening", Ports.text(p))));
        sidecars(2, box);
    }

    private static String standing(Box box) {
        return switch (box.standing()) {
            case HOST -> SENTENCES.say("host.mode", SENTENCES.say("host.mode.1"), SENTENCES.say("host.mode.2"));
            case ALONE -> alone(box);
            case BORROWED -> Figures.caption(box.container());
            case STOPPED -> SENTENCES.say("no.address");
            case ATTACHED -> "";
        };
    }

    /** A container may also be alone because it was disconnected from all its networks. */
    private static String alone(Box box) {
        String mode = box.container().mode() instanceof NetworkMode.None ? Figures.caption(box.container()) + ", " : "";
        return mode + SENTENCES.say("only.lo");
    }

    public static Table table(Topology topology, Marks marks) {
        List<List<String>> rows = new ArrayList<>();
        for (Network network : topology.bands()) {
            List<Box> boxes = topology.on(network);
            if (boxes.isEmpty()) {
                rows.add(row(marks.of(network), network, "", "", "", "", ""));
            }
            for (Box box : boxes) {
                Leg leg = box.leg(network).orElseThrow();
                rows.add(row(
                        marks.of(box.container(), leg),
                        network,
                        box.name(),
                        leg.endpoint().interfaceName().orElse(""),
                        leg.works() ? addresses(leg.endpoint()) : Phrases.place("", leg),
                        ports(box, network),
                        box.container().image()));
                if (box.legs().get(0).equals(leg)) {
                    rows.addAll(sidecarRows(box, marks));
                }
            }
        }
        for (Box box : topology.boxes()) {
            if (box.legs().isEmpty()) {
                rows.add(apartRow(box, marks));
                rows.addAll(sidecarRows(box, marks));
            }
        }
        boolean marked = rows.stream().anyMatch(r -> !r.get(0).isEmpty());
        List<String> columns = List.of(SENTENCES.say("table.columns").split("\\|", -1));
        return marked
                ? new Table(columns, rows)
                : new Table(
                        columns.subList(1, columns.size()),
                        rows.stream().map(r -> r.subList(1, r.size())).toList());
    }

    /** IPv4 and IPv6, of those that there are. */
    private static String addresses(Endpoint endpoint) {
        return Stream.of(IpFamily.values())
                .flatMap(family -> family.of(endpoint).stream())
                .collect(Collectors.joining(", "));
    }

    private static List<String> row(
            Mark mark, Network network, String name, String device, String address, String ports, String image) {
        return List.of(
                mark.sign(),
                network.name(),
                BandLabels.kind(network),
                NetworkWords.range(network),
                name,
                device,
                address,
                ports,
                image);
    }

    private static List<String> apartRow(Box box, Marks marks) {
        String listening = String.join(
                ", ",
                box.container().listening().stream()
                        .map(p -> ":" + Ports.text(p))
                        .toList());
        String mode = box.standing() == Standing.ALONE ? alone(box) : Figures.caption(box.container());
        return List.of(
                marks.of(box.container()).sign(),
                "—",
                mode,
                "",
                box.name(),
                "",
                "",
                listening,
                box.container().image());
    }

    private static List<List<String>> sidecarRows(Box box, Marks marks) {
        return box.sidecars().stream()
                .map(c -> List.of(
                        marks.of(c).sign(),
                        "—",
                        "--network container:" + box.name(),
                        "",
                        c.name(),
                        Figures.shared(box),
                        "",
                        "",
                        c.image()))
                .toList();
    }

    private static String ports(Box box, Network network) {
        return String.join(
                ", ",
                box.ports().stream()
                        .filter(p -> Optional.of(network.id())
                                .equals(p.through().map(Network::id).or(() -> Optional.of(network.id()))))
                        .map(p -> p.socket() + " → " + p.target())
                        .toList());
    }
}
