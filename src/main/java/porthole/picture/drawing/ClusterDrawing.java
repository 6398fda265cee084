package porthole.picture.drawing;

import java.util.List;
import java.util.stream.Stream;
import porthole.display.Sentences;
import porthole.picture.form.Bounds;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.form.Paragraph;
import porthole.picture.form.Scene;
import porthole.picture.form.Scene.Anchor;
import porthole.picture.form.Scene.Stroke;
import porthole.picture.layout.ClusterLayout;
import porthole.picture.layout.ClusterLayout.Overlay;
import porthole.picture.layout.ClusterLayout.Place;
import porthole.picture.layout.Layout;
import porthole.picture.layout.Layout.PlacedBand;
import porthole.picture.story.ClusterGridContents;
import porthole.picture.story.ClusterStories;
import porthole.picture.story.Telling;
import porthole.topology.ClusterTopology;

/** Hosts side by side, the overlays through them, and the underlay below; as a grid where that would not be clear. */
public final class ClusterDrawing {
    private static final Sentences SENTENCES = Sentences.of(ClusterDrawing.class);
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
        double inner = Math.max(NARROWEST, layout.width());
        Pencil pencil = new Pencil();
        double y = Drawing.heading(pencil, title, answer, inner);
        double top = y + (ported(layout) ? 72 : 52);
        hosts(pencil, layout, top);
        double bottom = strip(pencil, layout, cluster, top, inner);
        pencil.moveTo(0, 0);
        boolean cut = layout.places().stream().anyMatch(p -> Drawing.isCut(p.frame()));
        List<String> all = Stream.of(
                        ClusterStories.behind(cluster, false).stream(),
                        cut ? Stream.of(SENTENCES.say("note.cut")) : Stream.<String>empty(),
                        notes.stream())
                .flatMap(s -> s)
                .toList();
        double height = Drawing.notes(pencil, all, inner, bottom + 4) + 20;
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
        }
        for (Place place : layout.places()) {
            pencil.moveTo(MARGIN + place.x(), top);
            place.frame().boxes().forEach(box -> PortDrawing.lines(pencil, box, place.frame()));
            place.frame().boxes().forEach(box -> BandDrawing.legs(pencil, place.story(), box, place.frame()));
            place.frame().bands().stream()
                    .filter(band -> isOwn(band, layout))
                    .forEach(band -> BandDrawing.band(pencil, band));
        }
        pencil.moveTo(MARGIN, top);
        layout.overlays().forEach(o -> overlay(pencil, o));
        for (Place place : layout.places()) {
            pencil.moveTo(MARGIN + place.x(), top);
            place.frame().boxes().forEach(box -> BandDrawing.dots(pencil, place.story(), box));
            place.frame().boxes().forEach(box -> PortDrawing.sockets(pencil, box, place.frame()));
            place.frame().boxes().forEach(box -> BoxDrawing.box(pencil, place.story(), box));
        }
    }

    private static void overlay(Pencil pencil, Overlay overlay) {
        PlacedBand band = overlay.band();
        BandDrawing.band(pencil, band, overlay.behind());
        if (band.empty()) {
            double right = band.bounds().right() - 14;
            String nothing = SENTENCES.say("empty.band");
            pencil.text(right, band.bounds().y() + 20, Anchor.END, nothing, Letters.SMALL, Colour.QUIET);
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

    /** The underlay; the y where it ends. */
    private static double strip(
            Pencil pencil, ClusterLayout layout, ClusterTopology cluster, double top, double inner) {
        pencil.moveTo(MARGIN, top);
        Bounds strip = layout.strip();
        List<String> lines = Paragraph.lines(ClusterStories.underlay(cluster), Letters.SMALL, inner - 36);
        double height = 23 + lines.size() * Layout.LINE_HEIGHT;
        Bounds whole = new Bounds(0, strip.y(), Math.max(strip.width(), inner), height);
        pencil.rectangle(whole, 6, Colour.GREY.tint(), Stroke.solid(Colour.GREY.stroke(), 1.6));
        for (int i = 0; i < lines.size(); i++) {
            double y = strip.y() + 24 + i * Layout.LINE_HEIGHT;
            pencil.text(18, y, Anchor.START, lines.get(i), Letters.SMALL, Colour.INK);
        }
        List<String> addresses = cluster.underlay().addresses();
        for (int i = 0; i < layout.places().size(); i++) {
            Place place = layout.places().get(i);
            double x = place.centre();
            pencil.line(x, place.frame().bounds().bottom(), x, strip.y(), Stroke.solid(Colour.GREY.stroke(), 3));
            String address = i < addresses.size() ? addresses.get(i) : "";
            pencil.text(x + 12, strip.y() - 20, Anchor.START, address, Letters.SMALL, Colour.INK);
        }
        return top + whole.bottom();
    }
}
