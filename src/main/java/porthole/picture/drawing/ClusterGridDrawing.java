package porthole.picture.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import porthole.picture.form.Bounds;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.form.Paragraph;
import porthole.picture.form.Scene;
import porthole.picture.form.Scene.Anchor;
import porthole.picture.form.Scene.Stroke;
import porthole.picture.layout.ClusterGridLayout;
import porthole.picture.layout.ClusterGridLayout.PlacedHost;
import porthole.picture.layout.GridLayout;
import porthole.picture.layout.GridLayout.PlacedLine;
import porthole.picture.story.ClusterGridContent;
import porthole.picture.story.ClusterGridContent.HostRows;
import porthole.picture.story.GridContent;
import porthole.picture.story.GridContent.NetworkLine;

/** Hosts under each other, each a grid in a frame, the overlays as lines through the frames, and the underlay beside them. */
final class ClusterGridDrawing {
    private static final double MARGIN = 28;
    private static final double NARROWEST = 640;
    /** Room for the underlay's line on the left. */
    private static final double BESIDE = 30;

    private final Pencil pencil = new Pencil();
    private final ClusterGridContent content;
    private final ClusterGridLayout layout;

    private ClusterGridDrawing(ClusterGridContent content) {
        this.content = content;
        layout = ClusterGridLayout.of(content);
    }

    static Scene of(ClusterGridContent content, String title, String answer, List<String> notes) {
        return new ClusterGridDrawing(content).scene(title, answer, notes);
    }

    private Scene scene(String title, String answer, List<String> notes) {
        double inner = Math.max(NARROWEST, BESIDE + layout.width());
        double top = Drawing.heading(pencil, title, answer, inner) + 18;
        pencil.moveTo(MARGIN + BESIDE, top);
        for (PlacedHost host : layout.hosts()) {
            pencil.moveTo(MARGIN + BESIDE, top + host.y());
            grid(host).drawGround();
        }
        pencil.moveTo(MARGIN + BESIDE, top);
        layout.overlays().forEach(this::overlay);
        layout.overlays().forEach(line -> GridLines.header(pencil, line, layout.brief()));
        for (PlacedHost host : layout.hosts()) {
            pencil.moveTo(MARGIN + BESIDE, top + host.y());
            double x = host.layout().namesX();
            pencil.text(x, 32 + GridLayout.LINE, Anchor.START, host.host().address(), Letters.SMALL, Colour.INK);
            grid(host).drawLines();
        }
        double bottom = underlay(top, inner);
        if (layout.brief()) {
            pencil.moveTo(MARGIN, top);
            bottom = GridKey.draw(pencil, key(), inner, bottom - top) + top;
        }
        pencil.moveTo(MARGIN, top);
        List<GridContent> grids = content.hosts().stream().map(HostRows::grid).toList();
        bottom = GridIndex.draw(pencil, grids, inner, bottom - top) + top;
        pencil.moveTo(0, 0);
        Stream<String> shortened = layout.brief()
                ? content.hosts().stream()
                        .flatMap(h ->
                                GridKey.shortened(h.grid().lines(), h.grid().rows()).stream())
                        .limit(1)
                : Stream.empty();
        List<String> all = Stream.of(shortened, content.notes().stream(), notes.stream())
                .flatMap(s -> s)
                .toList();
        double height = Drawing.notes(pencil, all, inner, bottom + 6) + 20;
        return pencil.scene(inner + 2 * MARGIN, height, title, title + " " + answer);
    }

    /** Behind the frame of a host that has nothing on it. */
    private void overlay(PlacedLine line) {
        double y = line.header().bottom();
        for (PlacedHost host : layout.hosts()) {
            double end =
                    Math.min(line.bottom(), host.y() + host.layout().frame().height());
            boolean on = host.host().grid().rows().stream()
                    .anyMatch(r -> r.on(line.line().id()).isPresent());
            if (end > host.y()) {
                GridLines.piece(pencil, line, y, host.y(), line.line().second());
                if (on) {
                    GridLines.piece(pencil, line, host.y(), end, line.line().second());
                }
                y = end;
            }
        }
        GridLines.piece(pencil, line, y, line.bottom(), false);
    }

    private GridDrawing grid(PlacedHost host) {
        return new GridDrawing(pencil, host.host().grid(), host.layout());
    }

    /** A line on the left that joins the hosts, down to a strip that says what it carries; the y where it ends. */
    private double underlay(double top, double inner) {
        pencil.moveTo(MARGIN, top);
        Stroke stroke = Stroke.solid(Colour.GREY.stroke(), 3);
        double strip = layout.bottom() + 22;
        double first = layout.hosts().get(0).y() + 27;
        pencil.line(8, first - 1.5, 8, strip, stroke);
        for (PlacedHost host : layout.hosts()) {
            pencil.line(8, host.y() + 27, BESIDE, host.y() + 27, stroke);
        }
        List<String> lines = Paragraph.lines(content.underlay(), Letters.SMALL, inner - 36);
        double height = 22 + lines.size() * GridLayout.LINE;
        pencil.rectangle(
                new Bounds(0, strip, inner, height), 6, Colour.GREY.tint(), Stroke.solid(Colour.GREY.stroke(), 1.6));
        double y = strip + 7;
        for (String line : lines) {
            y += GridLayout.LINE;
            pencil.text(18, y, Anchor.START, line, Letters.SMALL, Colour.INK);
        }
        return top + strip + height;
    }

    /** Hosts' own networks may have the same name: each says whose it is. */
    private List<NetworkLine> key() {
        List<NetworkLine> key = new ArrayList<>(content.overlays());
        for (HostRows host : content.hosts()) {
            List<NetworkLine> lines = host.grid().lines();
            lines.subList(content.overlays().size(), lines.size()).forEach(n -> key.add(of(host, n)));
        }
        return key;
    }

    private static NetworkLine of(HostRows host, NetworkLine n) {
        List<String> says =
                Stream.concat(Stream.of(host.name()), n.says().stream()).toList();
        return new NetworkLine(
                n.id(), n.letter(), n.name(), says, n.aside(), n.colours(), n.dashes(), false, n.second(), n.mark());
    }
}
