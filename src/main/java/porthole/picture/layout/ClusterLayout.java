package porthole.picture.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import porthole.picture.form.Bounds;
import porthole.picture.layout.Layout.Frame;
import porthole.picture.layout.Layout.PlacedBand;
import porthole.picture.layout.Layout.PlacedBox;
import porthole.picture.layout.Layout.PlacedLeg;
import porthole.picture.layout.Layout.PlacedSocket;
import porthole.picture.story.PictureContent;
import porthole.picture.story.Telling;
import porthole.topology.ClusterTopology;

/**
 * Where everything stands when hosts stand side by side: each host's frame as a picture of it alone would have it, all
 * with the same heights, and the overlays as bands that go on from frame to frame.
 *
 * @param places the hosts
 * @param overlays their bands; x counted from the first frame's left edge
 * @param strip the underlay
 * @param width from the first frame's left edge to the last one's right
 */
public record ClusterLayout(List<Place> places, List<Overlay> overlays, Bounds strip, double width) {
    /** A host: its story, its frame, and how far right the frame stands. */
    public record Place(PictureContent story, Frame frame, double x) {
        public double centre() {
            return x + frame.bounds().width() / 2;
        }
    }

    /** An overlay's band, and where it passes behind the frames of hosts that have nothing on it. */
    public record Overlay(PlacedBand band, List<Bounds> behind) {
        boolean hides(double x) {
            return behind.stream().anyMatch(b -> x > b.x() && x < b.right());
        }
    }

    /** The overlays' bands. */
    public List<PlacedBand> bands() {
        return overlays.stream().map(Overlay::band).toList();
    }

    /** Whether boxes side by side show it well: they fit a page, and no line passes a network that is not its own. */
    public boolean isClear() {
        return width <= Layout.WIDEST && places.stream().allMatch(this::isClear);
    }

    private boolean isClear(Place place) {
        List<PlacedBox> boxes = place.frame().boxes();
        return overlays.stream()
                        .allMatch(o -> boxes.stream()
                                .flatMap(box -> passing(box, o.band()))
                                .map(x -> place.x() + x)
                                .noneMatch(x -> within(x, o.band()) && !o.hides(x)))
                && place.frame().bands().stream()
                        .allMatch(band -> boxes.stream()
                                .flatMap(box -> passing(box, band))
                                .noneMatch(x -> within(x, band)));
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

    /** Overlays under the hosts' own networks or over them, with longer or shorter lines: the first that is clear and fits. */
    public static ClusterLayout of(ClusterTopology cluster, Telling telling) {
        List<ClusterLayout> tried = new ArrayList<>();
        for (ClusterForm.Lines lines : ClusterForm.Lines.values()) {
            for (boolean over : List.of(false, true)) {
                tried.add(new ClusterForm(cluster, telling, lines, over).layout());
            }
        }
        return tried.stream()
                .filter(l -> l.isClear() && l.width() <= Layout.FITTING)
                .findFirst()
                .or(() -> tried.stream().filter(ClusterLayout::isClear).findFirst())
                .orElse(tried.get(0));
    }
}
