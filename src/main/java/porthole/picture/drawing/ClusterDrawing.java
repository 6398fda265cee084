package porthole.picture.drawing;

import java.util.List;
import porthole.picture.form.Bounds;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.form.Scene;
import porthole.picture.form.Scene.Anchor;
import porthole.picture.form.Scene.Stroke;
import porthole.picture.layout.ClusterLayout;
import porthole.picture.layout.ClusterLayout.Place;
import porthole.picture.layout.Layout.PlacedBand;
import porthole.picture.story.ClusterGridContents;
import porthole.picture.story.ClusterStories;
import porthole.picture.story.Telling;
import porthole.topology.ClusterTopology;

/** Hosts side by side, the overlays through them, and the underlay below; as a grid where that would not be clear. */
public final class ClusterDrawing {
    private static final double MARGIN = 28;
    private static final double NARROWEST = 640;
    private static final int MOST_BOXES = 30;

    private ClusterDrawing() {}

    public static Scene of(ClusterTopology cluster, Telling telling, String title, String answer, List<String> notes) {
        boolean many = cluster.hosts().stream().mapToInt(h -> h.boxes().size()).sum() > MOST_BOXES;
        ClusterLayout layout = ClusterLayout.of(cluster, telling);
        if (many || !layout.isClear()) {
            return grid(cluster, telling, title, answer, notes);
        }
        String underlay = ClusterStories.underlay(cluster);
        double inner = Math.max(NARROWEST, Math.max(layout.width(), Letters.SMALL.width(underlay) + 36));
        Pencil pencil = new Pencil();
        double y = Drawing.heading(pencil, title, answer, inner);
        double top = y + (ported(layout) ? 72 : 52);
        hosts(pencil, layout, top);
        strip(pencil, layout, cluster, top, inner, underlay);
        pencil.moveTo(0, 0);
        double height = Drawing.notes(pencil, notes, inner, top + layout.strip().bottom() + 4) + 20;
        return pencil.scene(inner + 2 * MARGIN, height, title, title + " " + answer);
    }

    /** As a grid, whether boxes would be clear or not. */
    public static Scene grid(
            ClusterTopology cluster, Telling telling, String title, String answer, List<String> notes) {
        return ClusterGridDrawing.of(ClusterGridContents.of(cluster, telling), title, answer, notes);
    }

    private static void hosts(Pencil pencil, ClusterLayout layout, double top) {
        for (Place place : layout.places()) {
            pencil.moveTo(MARGIN + place.x(), top);
            pencil.rectangle(place.frame().bounds(), 10, Colour.HOST, Stroke.solid(Colour.EDGE, 1.5));
            double raised = ported(layout) ? -40 : -19;
            pencil.text(2, raised, Anchor.START, place.story().host(), Letters.HOST, Colour.QUIET);
            place.frame().boxes().forEach(box -> PortDrawing.lines(pencil, box, place.frame()));
            place.frame().boxes().forEach(box -> BandDrawing.legs(pencil, place.story(), box, place.frame()));
            place.frame().bands().stream()
                    .filter(band -> isOwn(band, layout))
                    .forEach(band -> BandDrawing.band(pencil, band));
        }
        pencil.moveTo(MARGIN, top);
        layout.bands().forEach(band -> BandDrawing.band(pencil, band));
        for (Place place : layout.places()) {
            pencil.moveTo(MARGIN + place.x(), top);
            place.frame().boxes().forEach(box -> BandDrawing.dots(pencil, place.story(), box));
            place.frame().boxes().forEach(box -> PortDrawing.sockets(pencil, box, place.frame()));
            place.frame().boxes().forEach(box -> BoxDrawing.box(pencil, place.story(), box));
        }
    }

    /** Whether who may open a port stands above the frames. */
    private static boolean ported(ClusterLayout layout) {
        return layout.places().stream()
                .flatMap(p -> p.frame().boxes().stream())
                .anyMatch(b -> !b.sockets().isEmpty());
    }

    private static boolean isOwn(PlacedBand band, ClusterLayout layout) {
        return layout.bands().stream()
                .noneMatch(b -> b.ribbon().id().equals(band.ribbon().id()));
    }

    private static void strip(
            Pencil pencil, ClusterLayout layout, ClusterTopology cluster, double top, double inner, String text) {
        pencil.moveTo(MARGIN, top);
        Bounds strip = layout.strip();
        Bounds whole = new Bounds(0, strip.y(), Math.max(strip.width(), inner), strip.height());
        pencil.rectangle(whole, 6, Colour.GREY.tint(), Stroke.solid(Colour.GREY.stroke(), 1.6));
        pencil.text(18, strip.y() + 24, Anchor.START, text, Letters.SMALL, Colour.INK);
        List<String> addresses = cluster.underlay().addresses();
        for (int i = 0; i < layout.places().size(); i++) {
            Place place = layout.places().get(i);
            double x = place.centre();
            pencil.line(x, place.frame().bounds().bottom(), x, strip.y(), Stroke.solid(Colour.GREY.stroke(), 3));
            String address = i < addresses.size() ? addresses.get(i) : "";
            pencil.text(x + 12, strip.y() - 20, Anchor.START, address, Letters.SMALL, Colour.INK);
        }
    }
}
