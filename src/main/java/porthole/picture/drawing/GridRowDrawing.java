package porthole.picture.drawing;

import java.util.List;
import porthole.picture.form.Bounds;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.form.Scene.Anchor;
import porthole.picture.form.Scene.Stroke;
import porthole.picture.layout.GridLayout;
import porthole.picture.layout.GridLayout.PlacedDot;
import porthole.picture.layout.GridLayout.PlacedLine;
import porthole.picture.layout.GridLayout.PlacedRow;
import porthole.picture.story.GridContent.Door;
import porthole.picture.story.PictureContent.Words;
import porthole.topology.Mark;

/** A grid's rows: names, bars, dots and ports. */
final class GridRowDrawing {
    private static final double RADIUS = GridLayout.RADIUS;

    private final Pencil pencil;
    private final GridLayout layout;

    GridRowDrawing(Pencil pencil, GridLayout layout) {
        this.pencil = pencil;
        this.layout = layout;
    }

    private static String ground(Mark mark, PlacedRow row) {
        return mark == Mark.CAME || mark == Mark.MOVED || row.row().mark() == Mark.CAME
                ? Colour.NEW
                : row.striped() ? Colour.STRIPE : Colour.HOST;
    }

    void draw(PlacedRow placed) {
        double indent = placed.row().hangs() ? GridLayout.INDENT : 0;
        double x = layout.namesX() + indent;
        double y = placed.bounds().y() + 19;
        boolean faint = placed.row().faint();
        String ink = faint ? Colour.QUIET : Colour.INK;
        if (placed.row().hangs()) {
            double left = layout.namesX() + 6;
            pencil.line(left, placed.bounds().y() - 3, left, y - 4.5, Stroke.solid(Colour.INK, 2));
            pencil.line(left - 1, y - 4.5, left + 10, y - 4.5, Stroke.solid(Colour.INK, 2));
        }
        if (placed.row().number() > 0) {
            String number = String.valueOf(placed.row().number());
            pencil.text(layout.left(), y, Anchor.START, number, Letters.SMALL, Colour.QUIET);
            double right = placed.bounds().right() - 8;
            pencil.text(right, y, Anchor.END, number, Letters.SMALL, Colour.QUIET);
        }
        for (String name : placed.names()) {
            pencil.text(x, y, Anchor.START, new Words(name, placed.row().names().full()), Letters.SMALL_BOLD, ink);
            y += GridLayout.LINE;
        }
        for (String under : placed.under()) {
            pencil.text(x, y, Anchor.START, under, Letters.SMALL, Colour.QUIET);
            y += GridLayout.LINE;
        }
        placed.row().mode().ifPresent(mode -> mode(placed, mode));
        bar(placed);
        placed.dots().forEach(dot -> dot(placed, dot));
        doors(placed);
    }

    private void mode(PlacedRow placed, String mode) {
        double x = layout.networksX();
        pencil.text(x, placed.bounds().y() + 19, Anchor.START, mode, Letters.SMALL, Colour.INK);
    }

    private void bar(PlacedRow placed) {
        String colour = placed.row().faint() ? Colour.QUIET : Colour.INK;
        bar(placed, placed.bar(), Stroke.solid(colour, 3));
        bar(placed, placed.thin(), Stroke.solid(Colour.GREY.stroke(), GridLines.THIN));
    }

    private void bar(PlacedRow placed, List<Double> bar, Stroke stroke) {
        for (int i = 0; i + 1 < bar.size(); i += 2) {
            double y = placed.dots().get(0).y();
            pencil.line(bar.get(i), y, bar.get(i + 1), y, stroke);
        }
    }

    private void dot(PlacedRow row, PlacedDot dot) {
        PlacedLine line = layout.lines().stream()
                .filter(l -> l.line().id().equals(dot.dot().network()))
                .findFirst()
                .orElseThrow();
        Mark mark = dot.dot().mark();
        boolean faint = mark == Mark.WENT || row.row().faint();
        String colour = faint ? Colour.QUIET : line.line().colours().stroke();
        boolean hollow = faint || dot.dot().shared() || dot.dot().cut();
        Stroke edge = faint || dot.dot().cut() ? Stroke.dashed(colour, 1.6, 3, 3) : Stroke.solid(colour, 2);
        if (mark == Mark.CAME) {
            pencil.circle(dot.x(), dot.y(), RADIUS + 3, Colour.NEW, Stroke.solid(colour, 2));
        }
        pencil.circle(dot.x(), dot.y(), RADIUS, hollow ? Colour.PAPER : colour, edge);
        String ink = hollow ? colour : Colour.PAPER;
        pencil.text(dot.x(), dot.y() + 4.6, Anchor.MIDDLE, line.line().letter(), Letters.SMALL_BOLD, ink);
        if (mark != Mark.SAME) {
            double width = dot.letters().width(dot.label());
            Bounds ground = new Bounds(dot.labelX() - 3, dot.labelY() - 12.5, width + 6, 17);
            pencil.rectangle(ground, 3, ground(mark, row), Stroke.NONE);
        }
        Words label = new Words(
                dot.label(), (dot.dot().device() + " " + dot.dot().address().full()).strip());
        pencil.text(dot.labelX(), dot.labelY(), Anchor.START, label, dot.letters(), faint ? Colour.QUIET : Colour.INK);
    }

    private void doors(PlacedRow placed) {
        double y = placed.bounds().y() + 19;
        for (Door door : placed.doors()) {
            Letters letters = Letters.SMALL;
            if (door.mark() == Mark.CAME) {
                Bounds ground = new Bounds(layout.doorsX() - 3, y - 12.5, letters.width(door.text()) + 6, 17);
                pencil.rectangle(ground, 3, Colour.NEW, Stroke.NONE);
            }
            String ink = door.mark() == Mark.WENT ? Colour.QUIET : Colour.INK;
            pencil.text(layout.doorsX(), y, Anchor.START, door.text(), letters, ink);
            y += GridLayout.LINE;
        }
    }
}
