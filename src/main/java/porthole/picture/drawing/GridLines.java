package porthole.picture.drawing;

import java.util.List;
import porthole.picture.form.Bounds;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.form.Scene.Anchor;
import porthole.picture.form.Scene.Stroke;
import porthole.picture.layout.GridLayout;
import porthole.picture.layout.GridLayout.PlacedLine;
import porthole.picture.story.PictureContent.Words;
import porthole.topology.Mark;

/** A grid's networks: headers, and lines down from them. */
final class GridLines {
    private static final double RADIUS = GridLayout.RADIUS;
    /** Of a second interface's line and bar. */
    static final double THIN = 1.2;

    private GridLines() {}

    /** From its header down. */
    static void line(Pencil pencil, PlacedLine placed) {
        piece(
                pencil,
                placed,
                placed.header().bottom(),
                placed.bottom(),
                placed.line().second());
    }

    /** A piece of a line; nothing if it ends before it begins. */
    static void piece(Pencil pencil, PlacedLine placed, double from, double to, boolean thin) {
        if (to <= from) {
            return;
        }
        Mark mark = placed.line().mark();
        double width = mark == Mark.CAME ? 5 : thin ? THIN : 3;
        List<Double> dashes =
                mark == Mark.WENT ? List.of(3.0, 5.0) : placed.line().dashes();
        pencil.line(placed.x(), from, placed.x(), to, new Stroke(colour(placed), width, dashes));
    }

    private static String colour(PlacedLine placed) {
        return placed.line().mark() == Mark.WENT
                ? Colour.QUIET
                : placed.line().colours().stroke();
    }

    static void header(Pencil pencil, PlacedLine placed, boolean brief) {
        Mark mark = placed.line().mark();
        String colour = colour(placed);
        String fill = switch (mark) {
            case CAME -> Colour.NEW;
            case WENT -> Colour.PAPER;
            default -> placed.line().colours().tint();
        };
        Stroke edge = mark == Mark.WENT
                ? Stroke.dashed(colour, 1.6, 3, 4)
                : Stroke.solid(colour, mark == Mark.CAME ? 3.2 : 1.6);
        Bounds box = placed.header();
        pencil.rectangle(box, 8, fill, edge);
        badge(pencil, placed, box.y() + 17);
        if (brief) {
            Words name = Words.fit(placed.line().name().full(), Letters.BAND, box.width() - 13.9);
            pencil.text(box.x() + 7, box.y() + 44, Anchor.START, name, Letters.BAND, colour);
            return;
        }
        pencil.text(
                placed.x() + RADIUS + 6,
                box.y() + 22,
                Anchor.START,
                placed.line().name(),
                Letters.BAND,
                colour);
        double y = box.y() + 32;
        for (String said : placed.says()) {
            y += GridLayout.LINE;
            pencil.text(box.x() + 8, y - 2, Anchor.START, said, Letters.SMALL, Colour.INK);
        }
    }

    private static void badge(Pencil pencil, PlacedLine placed, double y) {
        double x = placed.x();
        pencil.circle(x, y, RADIUS, colour(placed), Stroke.NONE);
        pencil.text(x, y + 4.6, Anchor.MIDDLE, placed.line().letter(), Letters.SMALL_BOLD, Colour.PAPER);
    }

    /** The header once more without what it says, where the rows are many; a box, so that no row is seen in it. */
    static void foot(Pencil pencil, PlacedLine placed, GridLayout layout, double y) {
        Bounds header = placed.header();
        Bounds box = new Bounds(header.x(), y, header.width(), layout.frame().bottom() - 10 - y);
        header(pencil, new PlacedLine(placed.line(), placed.x(), box, List.of(), y), layout.brief());
    }
}
