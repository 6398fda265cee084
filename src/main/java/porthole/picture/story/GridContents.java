package porthole.picture.story;

import static porthole.picture.story.Phrases.SENTENCES;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import porthole.network.Network;
import porthole.picture.form.Letters;
import porthole.picture.story.GridContent.Dot;
import porthole.picture.story.GridContent.NetworkLine;
import porthole.picture.story.GridContent.Row;
import porthole.picture.story.LineLooks.Look;
import porthole.picture.story.PictureContent.Words;
import porthole.topology.Mark;
import porthole.topology.Standing;
import porthole.topology.Topology;

/** Tells a topology as a grid: its lines, and what stands under it. Its rows are {@link GridRows}'s. */
final class GridContents {
    private static final int LETTERS = 26;
    private static final double NAME_LIMIT = 200;

    private final Topology topology;
    private final Marks marks;
    private final Telling telling;

    private GridContents(Topology topology, Marks marks, Telling telling) {
        this.topology = topology;
        this.marks = marks;
        this.telling = telling;
    }

    static GridContent of(Topology topology, Marks marks, Telling telling) {
        GridContents contents = new GridContents(topology, marks, telling);
        List<Network> shown = topology.bands().stream()
                .filter(contents::isShown)
                .sorted(Comparator.comparing(SecondLegs::isOn))
                .toList();
        List<Row> all = new GridRows(topology, marks, telling, shown).all();
        List<Row> rows = GridContent.needsIndex(all) ? GridRows.numbered(all, 1) : all;
        boolean doors = rows.stream().anyMatch(r -> !r.doors().isEmpty());
        String host = SENTENCES.say("host", topology.snapshot().host().engineVersion());
        return new GridContent(host, contents.lines(shown), rows, doors, contents.notes(shown, rows, doors));
    }

    /** An empty network takes a note, not a line, unless it has just come or gone. */
    private boolean isShown(Network network) {
        return !topology.on(network).isEmpty()
                || marks.of(network) != Mark.SAME
                || SecondLegs.onlySecond(topology, network);
    }

    private List<NetworkLine> lines(List<Network> shown) {
        Map<String, Integer> places = BandLabels.places(topology);
        Map<String, Integer> members = new HashMap<>();
        shown.forEach(n -> members.put(n.id(), topology.on(n).size() + SecondLegs.count(topology, n)));
        List<NetworkLine> lines = new ArrayList<>();
        LineLooks looks = new LineLooks();
        for (int i = 0; i < shown.size(); i++) {
            Network network = shown.get(i);
            Mark mark = marks.of(network);
            int place = places.getOrDefault(network.id(), i);
            Look look = looks.next(network, place, i, lines);
            lines.add(line(network, letter(i), look, mark, members.getOrDefault(network.id(), 0), telling));
        }
        return lines;
    }

    /** What stands in the dots of the line at that place: A to Z, then AA, AB … */
    static String letter(int place) {
        String last = String.valueOf((char) ('A' + place % LETTERS));
        return place < LETTERS ? last : letter(place / LETTERS - 1) + last;
    }

    static NetworkLine line(Network network, String letter, Look look, Mark mark, int members, Telling telling) {
        boolean bridge = network.driver().equals("bridge");
        List<String> aside = new ArrayList<>();
        List<String> says = new ArrayList<>();
        (bridge ? aside : says).add(NetworkWords.driver(network));
        NetworkWords.scope(network).ifPresent(says::add);
        network.device().ifPresent(d -> aside.add(SENTENCES.say("network.device", d)));
        says.addAll(says(network, members, telling));
        return new NetworkLine(
                network.id(),
                letter,
                Words.fit(BandLabels.signed(mark, network.name()), Letters.BAND, NAME_LIMIT),
                says,
                aside,
                look.colours(),
                look.dashes(),
                !bridge,
                SecondLegs.isOn(network),
                mark);
    }

    private static List<String> says(Network network, int members, Telling telling) {
        List<String> says = new ArrayList<>();
        network.pools().forEach(pool -> {
            says.add(pool.subnet().toString());
            String gateway = NetworkWords.gateway(network, pool);
            if (!gateway.isEmpty()) {
                says.add(gateway);
            }
        });
        if (network.driver().equals("macvlan") || network.driver().equals("ipvlan")) {
            says.add(SENTENCES.say("network.no-host"));
        }
        if (SecondLegs.isOn(network)) {
            says.add(SENTENCES.say(network.ingress() ? "second.ingress" : "second.gateway"));
            if (!network.ingress()) {
                says.add(SENTENCES.say("second.apart"));
            }
        } else {
            says.addAll(NetworkWords.calls(network, telling.withheld()));
        }
        says.add(members == 1 ? SENTENCES.say("network.here.one") : SENTENCES.say("network.here", members));
        return says;
    }

    /**
     * What the signs mean that occur.
     *
     * @param withheld whether to keep back what follows from them, since a question about it is open
     */
    static List<String> legend(List<Row> rows, boolean withheld) {
        List<String> legend = new ArrayList<>();
        if (rows.isEmpty()) {
            return legend;
        }
        boolean several = rows.stream().anyMatch(r -> r.members() > 1);
        legend.add(SENTENCES.say("grid.legend"));
        if (several) {
            legend.add(SENTENCES.say("grid.legend.several"));
        }
        if (rows.stream().anyMatch(r -> r.dots().size() > 1)) {
            legend.add(SENTENCES.say(withheld ? "grid.legend.bar.open" : "grid.legend.bar"));
        }
        if (rows.stream().flatMap(r -> r.dots().stream()).anyMatch(Dot::cut)) {
            legend.add(SENTENCES.say("grid.legend.cut"));
        }
        if (rows.stream().flatMap(r -> r.dots().stream()).anyMatch(Dot::shared)) {
            legend.add(SENTENCES.say(withheld ? "grid.legend.hollow.open" : "grid.legend.hollow"));
        }
        return legend;
    }

    /** Whether a container on a bridge has no port that somebody outside may open. */
    private static boolean closed(List<Network> shown, List<Row> rows) {
        List<String> bridges = shown.stream()
                .filter(n -> n.driver().equals("bridge"))
                .map(Network::id)
                .toList();
        return rows.stream()
                .anyMatch(r -> r.doors().isEmpty()
                        && !r.hangs()
                        && r.dots().stream().anyMatch(d -> bridges.contains(d.network())));
    }

    private List<String> notes(List<Network> shown, List<Row> rows, boolean doors) {
        List<String> notes = new ArrayList<>();
        boolean bridges = shown.stream().allMatch(n -> n.driver().equals("bridge"));
        boolean open = doors || !bridges || topology.boxes().stream().anyMatch(b -> b.standing() != Standing.ATTACHED);
        if (!open && !telling.withheld()) {
            notes.add(SENTENCES.say("grid.no-doors"));
        }
        notes.addAll(legend(rows, telling.withheld()));
        if (shown.stream().anyMatch(n -> n.driver().equals("bridge"))) {
            notes.add(SENTENCES.say("grid.host"));
        }
        if (shown.stream().anyMatch(n -> n.name().equals(SecondLegs.GATEWAY_BRIDGE))) {
            notes.add(SENTENCES.say("second.note"));
        }
        if (!telling.withheld() && shown.stream().anyMatch(n -> n.driver().equals("bridge") && n.internal())) {
            notes.add(SENTENCES.say("grid.host.internal"));
        }
        if (doors) {
            if (!telling.withheld() && closed(shown, rows)) {
                notes.add(SENTENCES.say("grid.doors"));
            }
            notes.add(SENTENCES.say("note.ports"));
        }
        String outside = shown.stream()
                .filter(n -> n.driver().equals("macvlan") || n.driver().equals("ipvlan"))
                .map(Network::name)
                .collect(Collectors.joining(SENTENCES.say("list.comma")));
        if (!outside.isEmpty() && !telling.withheld()) {
            notes.add(SENTENCES.say("grid.macvlan", outside));
        }
        List<String> empty = topology.bands().stream()
                .filter(n -> !isShown(n))
                .map(NetworkWords::aside)
                .toList();
        if (!empty.isEmpty()) {
            notes.add(SENTENCES.say("grid.empty", String.join(SENTENCES.say("list.comma"), empty)));
        }
        return notes;
    }
}
