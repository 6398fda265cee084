package porthole.picture.story;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import porthole.network.Network;
import porthole.picture.form.Colour;
import porthole.picture.story.GridContent.NetworkLine;

/**
 * How a grid's lines look: no two have the same colour with the same dashes, and a line's colour is none of the two
 * lines beside it. A network keeps the colour of its place unless that would break this. The swarm's own networks are
 * grey and thin instead.
 */
final class LineLooks {
    /** Wide and strong, so that none is taken for another; their number and the colours' have no common divisor. */
    private static final List<List<Double>> DASHES = List.of(
            List.of(),
            List.of(10.0, 4.0),
            List.of(3.0, 4.0),
            List.of(12.0, 4.0, 3.0, 4.0),
            List.of(6.0, 6.0),
            List.of(18.0, 5.0),
            List.of(3.0, 4.0, 3.0, 4.0, 12.0, 4.0));

    private static final int NEAR = 2;

    /** A line's colours, and lengths of dash and gap in turn. */
    record Look(Colour.Pair colours, List<Double> dashes) {}

    private final Set<Look> used = new HashSet<>();

    /**
     * The look of the next line.
     *
     * @param place the network's place among its kind, which gives it its colour
     * @param number the line's place among all of the picture, which gives it its dashes
     * @param before the lines to its left
     */
    Look next(Network network, int place, int number, List<NetworkLine> before) {
        if (SecondLegs.isOn(network)) {
            boolean beside = !before.isEmpty() && before.get(before.size() - 1).second();
            return new Look(BandLabels.colours(network, place), DASHES.get(beside ? 1 : 0));
        }
        Look first = new Look(BandLabels.colours(network, place), DASHES.get(number % DASHES.size()));
        Look look = first;
        for (int more = 1; more < Colour.networks() && !isFree(look, before); more++) {
            look = new Look(BandLabels.colours(network, place + more), first.dashes());
        }
        for (int more = 1; more < DASHES.size() && used.contains(look); more++) {
            look = new Look(first.colours(), DASHES.get((number + more) % DASHES.size()));
        }
        used.add(look);
        return look;
    }

    private boolean isFree(Look look, List<NetworkLine> before) {
        List<NetworkLine> near = before.subList(Math.max(0, before.size() - NEAR), before.size());
        return !used.contains(look) && near.stream().noneMatch(l -> l.colours().equals(look.colours()));
    }
}
