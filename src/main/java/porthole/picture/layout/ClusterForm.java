package porthole.picture.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import porthole.network.Network;
import porthole.picture.form.Bounds;
import porthole.picture.form.Letters;
import porthole.picture.layout.ClusterLayout.Overlay;
import porthole.picture.layout.ClusterLayout.Place;
import porthole.picture.layout.Layout.Frame;
import porthole.picture.story.ClusterStories;
import porthole.picture.story.PictureContent;
import porthole.picture.story.Telling;
import porthole.topology.ClusterTopology;
import porthole.topology.Topology;

/**
 * One way to lay out hosts side by side.
 *
 * @param lines how short the networks' lines are
 * @param over whether overlays lie over the hosts' own networks; else under them
 */
record ClusterForm(ClusterTopology cluster, Telling telling, Lines lines, boolean over) {
    /** How short lines are. */
    enum Lines {
        LONG,
        SHORT,
        SHORTEST
    }

    private static final double BETWEEN = 40;
    private static final double NARROWEST = 200;
    private static final double STRIP_DROP = 50;
    private static final double STRIP_HEIGHT = 40;

    /** One host on its way to a frame. */
    private record Part(PictureContent story, List<Column> columns, Through through) {
        ColumnHeights heights() {
            return new ColumnHeights(story, new ColumnRow(columns, story, through));
        }

        int ownRows() {
            List<String> own = LegOrder.slots(columns).stream()
                    .filter(id -> !through.ids().contains(id))
                    .toList();
            return Crossings.rows(Crossings.spans(own)).values().stream()
                    .mapToInt(r -> r + 1)
                    .max()
                    .orElse(0);
        }

        Part over(int rows) {
            return new Part(story, columns, through.over(rows));
        }
    }

    ClusterLayout layout() {
        List<Part> parts =
                IntStream.range(0, cluster.hosts().size()).mapToObj(this::part).toList();
        int own = over ? parts.stream().mapToInt(Part::ownRows).max().orElse(0) : 0;
        List<Optional<ColumnHeights>> heights = parts.stream()
                .map(p -> p.columns().isEmpty()
                        ? Optional.<ColumnHeights>empty()
                        : Optional.of(p.over(own).heights()))
                .toList();
        List<Network> overlays = cluster.overlays();
        ColumnHeights.Zones zones = new ColumnHeights.Zones(20, own + overlays.size(), Layout.bandHeight(2), 55);
        for (Optional<ColumnHeights> some : heights) {
            zones = some.map(ColumnHeights::zones).map(zones::with).orElse(zones);
        }
        List<Place> places = places(parts, heights, zones);
        Place last = places.get(places.size() - 1);
        double width = last.x() + last.frame().bounds().width();
        double bottom = last.frame().bounds().bottom();
        List<Overlay> bands = new ArrayList<>();
        for (int i = 0; i < overlays.size(); i++) {
            double top = zones.top(own + overlays.size() - 1 - i);
            bands.add(new OverlayBand(cluster, telling, places).of(overlays.get(i), top, zones.band()));
        }
        return new ClusterLayout(places, bands, new Bounds(0, bottom + STRIP_DROP, width, STRIP_HEIGHT), width);
    }

    private Part part(int host) {
        PictureContent story = story(host);
        List<String> ids = cluster.overlays().stream().map(Network::id).toList();
        int last = cluster.hosts().size() - 1;
        List<String> left = new ArrayList<>(on(cluster.hosts().subList(0, host)));
        List<String> right = new ArrayList<>(on(cluster.hosts().subList(host + 1, last + 1)));
        List<String> own = on(List.of(cluster.hosts().get(host)));
        List<String> alone = own.stream()
                .filter(id -> !left.contains(id) && !right.contains(id))
                .toList();
        (host < last ? right : left).addAll(alone);
        List<String> beside =
                new ArrayList<>(host > 0 ? on(List.of(cluster.hosts().get(host - 1))) : List.of());
        beside.addAll(host < last ? on(List.of(cluster.hosts().get(host + 1))) : List.of());
        List<String> whole = own.stream().filter(id -> !beside.contains(id)).toList();
        Through through = new Through(ids, left, right, whole, over ? 1 : 0);
        return new Part(story, Arrangement.of(story, through), through);
    }

    private PictureContent story(int host) {
        PictureContent story = ClusterStories.of(cluster, cluster.hosts().get(host), telling);
        return switch (lines) {
            case LONG -> story;
            case SHORT -> story.narrow();
            case SHORTEST -> story.tight();
        };
    }

    /** The overlays that something on some of the hosts is connected to. */
    private List<String> on(List<Topology> hosts) {
        return cluster.overlays().stream()
                .filter(o -> hosts.stream().anyMatch(h -> !h.on(o).isEmpty()))
                .map(Network::id)
                .toList();
    }

    private List<Place> places(List<Part> parts, List<Optional<ColumnHeights>> heights, ColumnHeights.Zones zones) {
        List<Frame> frames = new ArrayList<>();
        double bottom = zones.ports() + zones.bands() + zones.legs() + Layout.BOX_HEIGHT + 18;
        for (Optional<ColumnHeights> host : heights) {
            Frame frame = host.map(h -> h.frame(zones)).orElseGet(() -> empty(zones));
            frames.add(frame);
            bottom = Math.max(bottom, frame.bounds().bottom());
        }
        List<Place> places = new ArrayList<>();
        double x = 0;
        for (int i = 0; i < frames.size(); i++) {
            Frame f = frames.get(i);
            PictureContent story = parts.get(i).story();
            double width = Math.max(Math.max(NARROWEST, f.bounds().width()), Letters.HOST.width(story.host()) + 10);
            Bounds bounds = new Bounds(0, 0, width, bottom);
            Frame same = new Frame(bounds, f.bandsTop(), f.boxesTop(), f.bands(), f.boxes(), f.divider(), f.hostNote());
            places.add(new Place(story, same, x));
            x += width + BETWEEN;
        }
        return places;
    }

    private static Frame empty(ColumnHeights.Zones zones) {
        double boxesTop = zones.ports() + zones.bands() + zones.legs();
        return new Frame(
                new Bounds(0, 0, NARROWEST, boxesTop + Layout.BOX_HEIGHT),
                zones.ports(),
                boxesTop,
                List.of(),
                List.of(),
                Optional.empty(),
                false);
    }
}
