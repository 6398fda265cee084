package porthole.picture.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.network.Network;
import porthole.picture.form.Bounds;
import porthole.picture.form.Letters;
import porthole.picture.layout.Layout.Frame;
import porthole.picture.layout.Layout.PlacedBand;
import porthole.picture.layout.Layout.PlacedBox;
import porthole.picture.layout.Layout.PlacedLeg;
import porthole.picture.layout.Layout.PlacedSocket;
import porthole.picture.story.ClusterStories;
import porthole.picture.story.PictureContent;
import porthole.picture.story.PictureContent.Ribbon;
import porthole.picture.story.Telling;
import porthole.topology.ClusterTopology;
import porthole.topology.Topology;

/**
 * Where everything stands when hosts stand side by side: each host's frame as a picture of it alone would have it, all
 * with the same heights, and the overlays as bands that go on from frame to frame.
 *
 * @param places the hosts
 * @param bands the overlays; x counted from the first frame's left edge
 * @param strip the underlay
 * @param width from the first frame's left edge to the last one's right
 */
public record ClusterLayout(List<Place> places, List<PlacedBand> bands, Bounds strip, double width) {
    private static final double BETWEEN = 40;
    private static final double NARROWEST = 200;
    private static final double STRIP_DROP = 50;
    private static final double STRIP_HEIGHT = 40;

    /** A host: its story, its frame, and how far right the frame stands. */
    public record Place(PictureContent story, Frame frame, double x) {
        public double centre() {
            return x + frame.bounds().width() / 2;
        }
    }

    /** Whether boxes side by side show it well: they fit a page, and no line passes a network that is not its own. */
    public boolean isClear() {
        return width <= Layout.WIDEST && places.stream().allMatch(this::isClear);
    }

    private boolean isClear(Place place) {
        for (PlacedBand band :
                Stream.concat(bands.stream(), place.frame().bands().stream()).toList()) {
            double left = bands.contains(band) ? place.x() : 0;
            for (PlacedBox box : place.frame().boxes()) {
                if (passing(box, band).anyMatch(x -> within(left + x, band))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean within(double x, PlacedBand band) {
        return x > band.bounds().x() && x < band.bounds().right();
    }

    /** The x of the lines that go from a box past a band that is not theirs; a box's ports may pass its own. */
    private static Stream<Double> passing(PlacedBox box, PlacedBand band) {
        Stream<Double> legs = box.legs().stream()
                .filter(leg -> leg.top() <= band.bounds().y())
                .map(PlacedLeg::x);
        boolean own = box.legs().stream()
                .anyMatch(leg -> leg.plug().ribbon().equals(band.ribbon().id()));
        return own
                ? legs
                : Stream.of(legs, box.sockets().stream().map(PlacedSocket::x), box.hostLine().stream())
                        .flatMap(x -> x);
    }

    /** One host on its way to a frame. */
    private record Part(PictureContent story, ColumnRow shelf, ColumnHeights framing) {}

    public static ClusterLayout of(ClusterTopology cluster, Telling telling) {
        List<String> overlays = cluster.overlays().stream().map(Network::id).toList();
        List<Optional<Part>> parts = new ArrayList<>();
        ColumnHeights.Zones zones = new ColumnHeights.Zones(20, overlays.size(), Layout.bandHeight(2), 55);
        for (Topology host : cluster.hosts()) {
            PictureContent story = ClusterStories.of(cluster, host, telling);
            List<Column> columns = Arrangement.of(story);
            if (columns.isEmpty()) {
                parts.add(Optional.empty());
                continue;
            }
            ColumnRow shelf = new ColumnRow(columns, story, overlays);
            ColumnHeights framing = new ColumnHeights(story, shelf);
            zones = zones.with(framing.zones());
            parts.add(Optional.of(new Part(story, shelf, framing)));
        }
        List<Place> places = places(cluster, parts, zones, telling);
        Place last = places.get(places.size() - 1);
        double width = last.x() + last.frame().bounds().width();
        double bottom = last.frame().bounds().bottom();
        List<PlacedBand> bands = new ArrayList<>();
        for (int i = 0; i < overlays.size(); i++) {
            bands.add(band(cluster, cluster.overlays().get(i), overlays.size() - 1 - i, places, zones, telling));
        }
        return new ClusterLayout(places, bands, new Bounds(0, bottom + STRIP_DROP, width, STRIP_HEIGHT), width);
    }

    private static List<Place> places(
            ClusterTopology cluster, List<Optional<Part>> parts, ColumnHeights.Zones zones, Telling telling) {
        List<Frame> frames = new ArrayList<>();
        double bottom = zones.ports() + zones.bands() + zones.legs() + Layout.BOX_HEIGHT + 18;
        for (Optional<Part> part : parts) {
            Frame frame = part.map(p -> p.framing().frame(zones)).orElseGet(() -> empty(zones));
            frames.add(frame);
            bottom = Math.max(bottom, frame.bounds().bottom());
        }
        List<Place> places = new ArrayList<>();
        double x = 0;
        for (int i = 0; i < frames.size(); i++) {
            Frame f = frames.get(i);
            PictureContent story = ClusterStories.of(cluster, cluster.hosts().get(i), telling);
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

    /** From the first host that has something on it to the last; all hosts' other lines pass under it. */
    private static PlacedBand band(
            ClusterTopology cluster,
            Network overlay,
            int row,
            List<Place> places,
            ColumnHeights.Zones zones,
            Telling telling) {
        double left = Double.MAX_VALUE;
        double right = 0;
        Optional<Ribbon> ribbon = Optional.empty();
        for (Place place : places) {
            for (PlacedBand own : place.frame().bands()) {
                if (own.ribbon().id().equals(overlay.id())) {
                    left = Math.min(left, place.x() + own.bounds().x());
                    right = Math.max(right, place.x() + own.bounds().right());
                    ribbon = Optional.of(own.ribbon());
                }
            }
        }
        Ribbon known = ribbon.orElseGet(() -> ClusterStories.ribbon(cluster, overlay, telling));
        if (ribbon.isEmpty()) {
            left = ColumnRow.INNER;
            right = places.get(0).frame().bounds().width() - ColumnRow.INNER;
        }
        Bounds bounds = new Bounds(left, zones.top(row), right - left, zones.band());
        List<Double> passing = new ArrayList<>();
        for (Place place : places) {
            passing.addAll(passing(place, overlay.id(), bounds));
        }
        Bounds text = ColumnHeights.textField(bounds, passing, ColumnRow.textWidth(known));
        return new PlacedBand(known, bounds, passing, ribbon.isEmpty(), text);
    }

    /** Legs from bands above it, and the lines of ports. */
    private static List<Double> passing(Place place, String overlay, Bounds band) {
        List<Double> passing = new ArrayList<>();
        place.frame().boxes().forEach(box -> {
            box.legs().stream()
                    .filter(leg -> !leg.plug().ribbon().equals(overlay) && leg.top() <= band.y())
                    .forEach(leg -> passing.add(place.x() + leg.x()));
            if (box.legs().stream().noneMatch(leg -> leg.plug().ribbon().equals(overlay))) {
                box.sockets().forEach(socket -> passing.add(place.x() + socket.x()));
            }
            box.hostLine().ifPresent(x -> passing.add(place.x() + x));
        });
        return passing.stream()
                .filter(x -> x > band.x() && x < band.right())
                .sorted()
                .toList();
    }
}
