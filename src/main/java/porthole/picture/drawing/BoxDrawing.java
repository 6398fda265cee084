package porthole.picture.drawing;

import java.util.List;
import porthole.display.Sentences;
import porthole.picture.form.Bounds;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.form.Scene.Anchor;
import porthole.picture.form.Scene.Stroke;
import porthole.picture.layout.Layout;
import porthole.picture.layout.Layout.PlacedBox;
import porthole.picture.layout.Layout.PlacedLeg;
import porthole.picture.story.PictureContent;
import porthole.picture.story.PictureContent.Figure;
import porthole.picture.story.PictureContent.Joined;
import porthole.picture.story.PictureContent.Words;
import porthole.topology.Mark;
import porthole.topology.Standing;

/** Containers, with those that share their sandbox. */
final class BoxDrawing {
    private static final Sentences SENTENCES = Sentences.of(BoxDrawing.class);

    private BoxDrawing() {}

    static void box(Pencil pencil, PictureContent story, PlacedBox box) {
        Figure figure = box.figure();
        Bounds b = box.bounds();
        outline(pencil, story, box);
        boolean faint = figure.mark() == Mark.WENT || figure.standing() == Standing.STOPPED;
        String ink = faint ? Colour.QUIET : Colour.INK;
        pencil.text(b.centre(), b.y() + 24, Anchor.MIDDLE, figure.name(), Letters.BOX, ink);
        double y = b.y() + 43;
        for (Words line : figure.under()) {
            pencil.text(b.centre(), y, Anchor.MIDDLE, line, Letters.SMALL, Colour.QUIET);
            y += Layout.LINE_HEIGHT;
        }
        if (figure.standing() == Standing.ALONE && figure.plugs().isEmpty()) {
            pencil.text(b.centre(), b.y() - 12, Anchor.MIDDLE, SENTENCES.say("only.lo"), Letters.SMALL, Colour.QUIET);
        }
        String colour = colour(story, box);
        double above = b.bottom();
        for (int i = 0; i < box.joined().size(); i++) {
            joined(pencil, figure.joined().get(i), box.joined().get(i), above, colour);
            above = box.joined().get(i).bottom();
        }
        if (!figure.beneath().isEmpty()) {
            beneath(pencil, box, figure.beneath());
        }
    }

    /** A second interface, as a thin line. */
    private static void beneath(Pencil pencil, PlacedBox box, List<Words> lines) {
        double x = box.bounds().centre();
        double y = box.boxesBottom();
        pencil.line(x, y, x, y + 14, Stroke.solid(Colour.GREY.stroke(), 1.2));
        pencil.circle(x, y + 15, 2.5, Colour.GREY.stroke(), Stroke.NONE);
        for (int i = 0; i < lines.size(); i++) {
            double at = y + 31 + i * Layout.LINE_HEIGHT;
            pencil.text(x, at, Anchor.MIDDLE, lines.get(i), Letters.SMALL, Colour.QUIET);
        }
    }

    private static void outline(Pencil pencil, PictureContent story, PlacedBox box) {
        Figure figure = box.figure();
        String fill = figure.mark() == Mark.CAME ? Colour.NEW : Colour.PAPER;
        double width = figure.mark() == Mark.CAME ? 3.4 : 1.9;
        if (figure.mark() == Mark.WENT || figure.standing() == Standing.STOPPED) {
            pencil.rectangle(box.bounds(), 8, fill, Stroke.dashed(Colour.QUIET, 1.8, 6, 4));
            return;
        }
        if (figure.standing() == Standing.ALONE || figure.standing() == Standing.BORROWED) {
            pencil.rectangle(box.bounds(), 8, fill, Stroke.dashed(Colour.GREY.stroke(), width, 2, 3));
            return;
        }
        String last = box.legs().isEmpty()
                ? ""
                : legColour(story, box.legs().get(box.legs().size() - 1));
        String first = colour(story, box);
        pencil.rectangle(box.bounds(), 8, fill, Stroke.solid(first, width));
        List<PlacedLeg> legs = box.legs();
        for (int i = 1; i < legs.size() && !last.isEmpty(); i++) {
            double from = (legs.get(i - 1).x() + legs.get(i).x()) / 2;
            double to = i + 1 < legs.size()
                    ? (legs.get(i).x() + legs.get(i + 1).x()) / 2
                    : box.bounds().right();
            stretch(
                    pencil,
                    box.bounds(),
                    from,
                    to,
                    i + 1 == legs.size(),
                    Stroke.solid(legColour(story, legs.get(i)), width));
        }
    }

    /** Part of a box's edge in the colour of its next network. */
    private static void stretch(Pencil pencil, Bounds b, double from, double to, boolean end, Stroke stroke) {
        if (!end) {
            pencil.line(from, b.y(), to, b.y(), stroke);
            pencil.line(from, b.bottom(), to, b.bottom(), stroke);
            return;
        }
        double r = 8;
        double handle = r * (1 - BandDrawing.ROUND);
        double right = b.right();
        double top = b.y();
        double bottom = b.bottom();
        pencil.path(
                "MLCLCL",
                "none",
                stroke,
                from,
                top,
                right - r,
                top,
                right - handle,
                top,
                right,
                top + handle,
                right,
                top + r,
                right,
                bottom - r,
                right,
                bottom - handle,
                right - handle,
                bottom,
                right - r,
                bottom,
                from,
                bottom);
    }

    private static String colour(PictureContent story, PlacedBox box) {
        if (box.figure().standing() == Standing.HOST) {
            return Colour.OF_HOST.stroke();
        }
        return box.legs().isEmpty()
                ? Colour.GREY.stroke()
                : legColour(story, box.legs().get(0));
    }

    private static String legColour(PictureContent story, PlacedLeg leg) {
        return BandDrawing.ribbon(story, leg.plug().ribbon()).colours().stroke();
    }

    private static void joined(Pencil pencil, Joined joined, Bounds b, double above, String colour) {
        boolean went = joined.mark() == Mark.WENT;
        boolean came = joined.mark() == Mark.CAME;
        String ink = went ? Colour.QUIET : Colour.INK;
        pencil.rectangle(
                new Bounds(b.centre() - 4, above, 8, b.y() - above), 0, went ? Colour.QUIET : colour, Stroke.NONE);
        pencil.rectangle(
                b,
                8,
                came ? Colour.NEW : Colour.PAPER,
                went ? Stroke.dashed(Colour.QUIET, 1.8, 6, 4) : Stroke.solid(colour, came ? 3.4 : 1.9));
        pencil.text(b.centre(), b.y() + 20, Anchor.MIDDLE, joined.name(), Letters.BOX, ink);
        for (int i = 0; i < joined.under().size(); i++) {
            double y = b.y() + 38 + i * Layout.LINE_HEIGHT;
            pencil.text(b.centre(), y, Anchor.MIDDLE, joined.under().get(i), Letters.SMALL, Colour.QUIET);
        }
    }
}
