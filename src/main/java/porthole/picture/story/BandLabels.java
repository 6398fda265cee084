package porthole.picture.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import porthole.display.Sentences;
import porthole.network.Network;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.story.PictureContent.Ribbon;
import porthole.picture.story.PictureContent.Words;
import porthole.topology.Mark;
import porthole.topology.Topology;

/** Bands in words: name, kind, range. */
final class BandLabels {
    private static final Sentences SENTENCES = Sentences.of(BandLabels.class);
    private static final double NAME_LIMIT = 300;
    private static final double LINE_LIMIT = 420;

    private BandLabels() {}

    /**
     * The labels of all bands.
     *
     * @param withheld whether to keep back what calls by name do
     */
    static List<Ribbon> of(Topology topology, Marks marks, boolean withheld) {
        Map<String, Integer> places = places(topology);
        return topology.bands().stream()
                .filter(n -> !SecondLegs.onlySecond(topology, n))
                .map(n -> ribbon(n, marks.of(n), withheld, colours(n, places.getOrDefault(n.id(), 0))))
                .toList();
    }

    /**
     * A network alone, as it is where nothing hangs from it.
     *
     * @param place its place among its kind, which gives it its colours
     * @param withheld whether to keep back what calls by name do
     */
    static Ribbon of(Network network, int place, boolean withheld) {
        return ribbon(network, Mark.SAME, withheld, colours(network, place));
    }

    private static Ribbon ribbon(Network network, Mark mark, boolean withheld, Colour.Pair colours) {
        List<String> lines = new ArrayList<>();
        lines.add(NetworkWords.driverAndDevice(network));
        lines.addAll(NetworkWords.ranges(network));
        String calls = String.join(NetworkWords.BETWEEN, NetworkWords.calls(network, withheld));
        if (!calls.isEmpty()) {
            lines.add(calls);
        }
        return new Ribbon(
                network.id(),
                SENTENCES.say("network"),
                Words.fit(signed(mark, network.name()), Letters.BAND, NAME_LIMIT),
                fitted(lines.stream()),
                fitted(lines.stream().flatMap(line -> Stream.of(line.split(NetworkWords.BETWEEN)))),
                colours,
                !network.driver().equals("bridge"),
                network.driver().equals("bridge") && !network.internal(),
                NetworkWords.aside(network),
                network.defaultBridge(),
                mark);
    }

    private static List<Words> fitted(Stream<String> lines) {
        return lines.map(line -> Words.fit(line, Letters.SMALL, LINE_LIMIT)).toList();
    }

    /** Each network's place among those that are not the default bridge: it decides the colours. */
    static Map<String, Integer> places(Topology topology) {
        Map<String, Integer> places = new HashMap<>();
        topology.bands().stream().filter(n -> !n.defaultBridge()).forEach(n -> places.put(n.id(), places.size()));
        return places;
    }

    static String signed(Mark mark, String text) {
        return mark == Mark.SAME ? text : mark.sign() + " " + text;
    }

    /** Blue is the default bridge's, grey are those that the engine makes for a swarm. */
    static Colour.Pair colours(Network network, int place) {
        if (SecondLegs.isOn(network)) {
            return Colour.GREY;
        }
        return network.defaultBridge() ? Colour.DEFAULT_BRIDGE : Colour.network(place);
    }

    /** Driver, device, and what is special. */
    static String kind(Network network) {
        String kind = network.driver() + network.device().map(d -> ", " + d).orElse("");
        return network.internal() ? kind + ", internal" : kind;
    }
}
