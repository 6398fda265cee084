package porthole.picture.drawing;

import java.util.List;
import porthole.display.Sentences;
import porthole.display.Table;
import porthole.picture.form.Bounds;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.form.Scene.Anchor;
import porthole.picture.form.Scene.Stroke;
import porthole.picture.story.PictureContent.Words;
import porthole.topology.RouteDecision;

/** A machine's routes as rows, the one that was taken in yellow, and under them where the packet goes first. */
public final class RouteDrawing {
    private static final double ROW = 28;
    private static final double[] COLUMNS = {0, 190, 330, 450};
    private static final Sentences SENTENCES = Sentences.of(RouteDrawing.class);

    private RouteDrawing() {}

    /**
     * Draws from the upper left corner of the pencil's place.
     *
     * @return the height that it takes
     */
    public static double draw(Pencil pencil, RouteDecision decision, Table table, double width) {
        double y = row(pencil, table.columns(), 0, width, false, true);
        for (int i = 0; i < table.rows().size(); i++) {
            boolean taken =
                    decision.taken().filter(decision.table().get(i)::equals).isPresent();
            y = row(pencil, table.rows().get(i), y, width, taken, false);
        }
        if (table.rows().isEmpty()) {
            y = row(pencil, List.of(SENTENCES.say("route.none")), y, width, false, false);
        }
        return way(pencil, decision, y + 20, width);
    }

    private static double row(Pencil pencil, List<String> cells, double y, double width, boolean taken, boolean head) {
        Bounds b = new Bounds(0, y, width, ROW - 4);
        if (!head) {
            pencil.rectangle(
                    b,
                    5,
                    taken ? Colour.NEW : Colour.PAPER,
                    taken ? Stroke.solid(Colour.INK, 2.4) : Stroke.solid(Colour.EDGE, 1));
        }
        Letters letters = taken || head ? Letters.SMALL_BOLD : Letters.SMALL;
        String ink = taken ? Colour.INK : Colour.QUIET;
        for (int i = 0; i < cells.size(); i++) {
            double end = i + 1 < COLUMNS.length ? COLUMNS[i + 1] : width;
            Words words = Words.fit(cells.get(i), letters, end - COLUMNS[i] - 16);
            pencil.text(COLUMNS[i] + 10, y + 16, Anchor.START, words, letters, ink);
        }
        return y + ROW;
    }

    /** From the machine to a neighbour, or to the router, of which it knows no more. */
    private static double way(Pencil pencil, RouteDecision decision, double y, double width) {
        double wide = 190;
        boolean refused = decision.isRefused();
        Stroke line =
                refused ? Stroke.dashed(Colour.WARNING, 2, 4, 4) : Stroke.solid(Colour.DEFAULT_BRIDGE.stroke(), 3);
        box(pencil, new Bounds(0, y, wide, 48), decision.from(), decision.source(), Stroke.solid(Colour.INK, 1.8));
        if (decision.isOwn()) {
            return y + 48;
        }
        double second = (width - wide) / 2;
        boolean routed = decision.via().isPresent();
        double end = routed ? second : width - wide;
        boolean nobody = !refused && !routed && decision.holder().isEmpty();
        double known = nobody ? end - 90 : end;
        pencil.line(wide, y + 24, known, y + 24, line);
        if (nobody) {
            pencil.line(known + 4, y + 24, end, y + 24, Stroke.dashed(Colour.EDGE, 2, 4, 4));
        }
        String said = refused ? SENTENCES.say("route.no-way") : decision.device();
        pencil.text(
                (wide + end) / 2, y + 16, Anchor.MIDDLE, said, Letters.SMALL, refused ? Colour.WARNING : Colour.INK);
        decision.via().ifPresent(via -> {
            Bounds router = new Bounds(second, y, wide, 48);
            box(pencil, router, SENTENCES.say("route.gateway"), via, Stroke.solid(Colour.DEFAULT_BRIDGE.stroke(), 2.4));
            pencil.line(second + wide, y + 24, width - wide, y + 24, Stroke.dashed(Colour.EDGE, 2, 4, 4));
        });
        target(pencil, decision, new Bounds(width - wide, y, wide, 48));
        return y + 48;
    }

    /** Only what is known to be there has a whole edge. */
    private static void target(Pencil pencil, RouteDecision decision, Bounds bounds) {
        boolean direct = decision.via().isEmpty() && !decision.isRefused();
        boolean there = direct && decision.holder().isPresent();
        Stroke edge = there ? Stroke.solid(Colour.INK, 1.8) : Stroke.dashed(Colour.EDGE, 1.6, 4, 3);
        String name =
                !direct ? SENTENCES.say("route.far") : decision.holder().orElseGet(() -> SENTENCES.say("route.nobody"));
        box(pencil, bounds, name, decision.target(), edge);
    }

    private static void box(Pencil pencil, Bounds b, String name, String address, Stroke edge) {
        pencil.rectangle(b, 8, Colour.PAPER, edge);
        pencil.text(
                b.centre(),
                b.y() + (address.isEmpty() ? 29 : 20),
                Anchor.MIDDLE,
                Words.fit(name, Letters.BOX, b.width() - 12),
                Letters.BOX,
                Colour.INK);
        if (!address.isEmpty()) {
            pencil.text(b.centre(), b.y() + 38, Anchor.MIDDLE, address, Letters.SMALL, Colour.INK);
        }
    }
}
