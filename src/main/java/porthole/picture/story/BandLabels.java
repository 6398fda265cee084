package porthole.picture.story;

import java.util.ArrayList;
import java.util.List;
import porthole.display.Sentences;
import porthole.network.Network;
import porthole.network.Pool;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.story.PictureContent.Ribbon;
import porthole.picture.story.PictureContent.Words;
import porthole.topology.Mark;
import porthole.topology.Topology;

/** Bands in words: name, kind, range. */
public final class BandLabels {
    private static final Sentences SENTENCES = Sentences.of(BandLabels.class);
    private static final double NAME_LIMIT = 240;
    private static final double KIND_LIMIT = 210;
    private static final double RANGE_LIMIT = 420;

    private BandLabels() {}

    /**
     * The labels of all bands.
     *
     * @param brief whether to leave out devices, where there are many networks
     */
    static List<Ribbon> of(Topology topology, Marks marks, boolean brief) {
        List<Ribbon> ribbons = new ArrayList<>();
        int users = 0;
        for (Network network : topology.bands()) {
            Colour.Pair colours = colours(network, users);
            users += network.driver().equals("bridge") && !network.defaultBridge() ? 1 : 0;
            Mark mark = marks.of(network);
            ribbons.add(new Ribbon(
                    network.id(),
                    Words.fit(signed(mark, network.name()), Letters.BAND, NAME_LIMIT),
                    Words.fit(brief ? network.driver() : kind(network), Letters.ASIDE, KIND_LIMIT),
                    Words.fit(range(network), Letters.SMALL, RANGE_LIMIT),
                    colours,
                    !network.driver().equals("bridge"),
                    mark));
        }
        return ribbons;
    }

    /** A network alone, as it is where nothing hangs from it. */
    public static Ribbon of(Network network) {
        return new Ribbon(
                network.id(),
                Words.fit(network.name(), Letters.BAND, NAME_LIMIT),
                Words.fit(kind(network), Letters.ASIDE, KIND_LIMIT),
                Words.fit(range(network), Letters.SMALL, RANGE_LIMIT),
                colours(network, 0),
                !network.driver().equals("bridge"),
                Mark.SAME);
    }

    static String signed(Mark mark, String text) {
        return mark == Mark.SAME ? text : mark.sign() + " " + text;
    }

    private static Colour.Pair colours(Network network, int userBridge) {
        if (network.defaultBridge()) {
            return Colour.DEFAULT_BRIDGE;
        }
        return switch (network.driver()) {
            case "bridge" -> Colour.userBridge(userBridge);
            case "overlay" -> Colour.OVERLAY;
            case "macvlan", "ipvlan" -> Colour.LAN;
            default -> Colour.GREY;
        };
    }

    /** Driver, device, and what is special. */
    static String kind(Network network) {
        String kind = network.driver() + network.device().map(d -> ", " + d).orElse("");
        return network.internal() ? kind + ", internal" : kind;
    }

    /** Subnets and gateways; an internal network's gateway is no way out, so it is not called one. */
    static String range(Network network) {
        List<String> parts = new ArrayList<>();
        for (Pool pool : network.pools()) {
            parts.add(pool.subnet().toString());
            if (!network.internal()) {
                pool.gateway().ifPresent(g -> parts.add(SENTENCES.say("gateway", g)));
            }
        }
        if (network.internal()) {
            parts.add(SENTENCES.say("internal"));
        }
        return String.join(" · ", parts);
    }
}
