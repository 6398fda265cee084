package porthole.picture.story;

import static porthole.picture.story.Phrases.SENTENCES;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.network.Host;
import porthole.network.Network;
import porthole.topology.Box;
import porthole.topology.ClusterTopology;
import porthole.topology.Topology;

/** Several hosts in words. */
public final class ClusterStories {
    /** The first overlay is orange. */
    private static final int FIRST_PLACE = 3;

    private ClusterStories() {}

    public static String title(ClusterTopology cluster) {
        int hosts = cluster.hosts().size();
        int overlays = cluster.overlays().size();
        return overlays > 1
                ? SENTENCES.say("cluster.title.several", hosts, overlays)
                : SENTENCES.say("cluster.title", hosts);
    }

    /** Who is on each overlay and where, and who is not on any. */
    public static String answer(ClusterTopology cluster) {
        List<String> clauses = new ArrayList<>();
        for (Network overlay : cluster.overlays()) {
            List<String> places = new ArrayList<>();
            for (Topology host : cluster.hosts()) {
                for (Box box : host.boxes()) {
                    if (box.leg(overlay).isPresent()) {
                        places.add(SENTENCES.say(
                                "cluster.place",
                                Phrases.shortened(Figures.shown(box.name())),
                                host.snapshot().host().name()));
                    }
                }
            }
            clauses.add(
                    places.isEmpty()
                            ? SENTENCES.say("cluster.nobody", overlay.name())
                            : SENTENCES.say(
                                    places.size() == 1 ? "cluster.one" : "cluster.all",
                                    Phrases.names(places),
                                    overlay.name()));
        }
        if (clauses.isEmpty()) {
            clauses.add(SENTENCES.say("cluster.none"));
        }
        return SENTENCES.say("cluster.end", String.join(SENTENCES.say("cluster.next"), clauses));
    }

    /** A network alone, in the colours that it has on all hosts. */
    public static PictureContent.Ribbon ribbon(ClusterTopology cluster, Network network, Telling telling) {
        return BandLabels.of(network, place(cluster, network), telling.withheld());
    }

    /** Overlays have their colours on all hosts; each host's own networks take the next. */
    static int place(ClusterTopology cluster, Network network) {
        List<Network> all = Stream.concat(
                        cluster.overlays().stream(),
                        cluster.hosts().stream()
                                .flatMap(h -> h.bands().stream())
                                .filter(n -> !n.driver().equals("overlay") && !n.defaultBridge()))
                .distinct()
                .toList();
        return FIRST_PLACE + Math.max(0, all.indexOf(network));
    }

    /** One host's part. */
    public static PictureContent of(ClusterTopology cluster, Topology host, Telling telling) {
        PictureContent story = PictureContents.of(host, telling);
        Host machine = host.snapshot().host();
        String name = SENTENCES.say("cluster.host", machine.name(), machine.engineVersion());
        return new PictureContent(
                story.title(),
                story.answer(),
                name,
                host.bands().stream().map(n -> ribbon(cluster, n, telling)).toList(),
                story.figures(),
                List.of(),
                false,
                false,
                story.notes(),
                story.grid(),
                false);
    }

    /**
     * Behind which hosts an overlay passes, since nothing there is on it; a sentence for each overlay.
     *
     * @param above whether it comes from above all hosts, as in a grid; else it begins at the first host that is on it
     */
    public static List<String> behind(ClusterTopology cluster, boolean above) {
        List<String> said = new ArrayList<>();
        for (Network overlay : cluster.overlays()) {
            List<String> all = cluster.hosts().stream()
                    .map(h -> h.snapshot().host().name())
                    .toList();
            List<String> on = cluster.hostsOf(overlay);
            if (!on.isEmpty()) {
                int first = above ? 0 : all.indexOf(on.get(0));
                List<String> between = all.subList(first, all.indexOf(on.get(on.size() - 1))).stream()
                        .filter(h -> !on.contains(h))
                        .toList();
                if (!between.isEmpty()) {
                    said.add(SENTENCES.say("cluster.behind", overlay.name(), Phrases.names(between)));
                }
            }
        }
        return said;
    }

    /** What the strip under the hosts says. */
    public static String underlay(ClusterTopology cluster) {
        String range = Optional.of(cluster.underlay().subnet())
                .filter(s -> !s.isEmpty())
                .map(s -> SENTENCES.say("underlay.range", s))
                .orElseGet(() -> SENTENCES.say("underlay"));
        List<String> overlays = new ArrayList<>();
        for (Network overlay : cluster.overlays()) {
            overlays.add(SENTENCES.say(
                    "underlay.vxlan",
                    overlay.name(),
                    ClusterTopology.vni(overlay).orElse("?"),
                    String.valueOf(ClusterTopology.mtu(overlay))));
        }
        return overlays.isEmpty()
                ? range
                : range + SENTENCES.say("underlay.carries", String.join(SENTENCES.say("list.semicolon"), overlays));
    }
}
