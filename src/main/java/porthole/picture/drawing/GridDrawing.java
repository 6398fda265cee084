package porthole.picture.drawing;

import java.util.List;
import porthole.display.Sentences;
import porthole.picture.form.Bounds;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.form.Scene.Anchor;
import porthole.picture.form.Scene.Stroke;
import porthole.picture.layout.GridLayout;
import porthole.picture.layout.GridLayout.PlacedDot;
import porthole.picture.layout.GridLayout.PlacedLine;
import porthole.picture.layout.GridLayout.PlacedRow;
import porthole.picture.story.GridContent;
import porthole.picture.story.GridContent.Door;
import porthole.picture.story.PictureContent.Words;
import porthole.topology.Mark;

/** A grid's frame, headers, lines, rows, bars and dots. */
final class GridDrawing {
    private static final Sentences SENTENCES = Sentences.of(GridDrawing.class);
    private static final double RADIUS = GridLayout.RADIUS;
    /** Of a second interface's line and bar. */
    private static final double THIN = 1.2;

    private final Pencil pencil;
    private final GridContent content;
    private final GridLayout layout;

    GridDrawing(Pencil pencil, GridContent content, GridLayout layout) {
        this.pencil = pencil;
        this.content = content;
        this.layout = layout;
    }

    /** Draws where the pencil stands. */
    static void draw(Pencil pencil, GridContent content, GridLayout layout) {
        new GridDrawing(pencil, content, layout).draw();
    }

    private void draw() {
        drawGround();
        drawLines();
    }

    /** The frame and its stripes, over which lines may go that come from elsewhere. */
    void drawGround() {
        pencil.rectangle(layout.frame(), 10, Colour.HOST, Stroke.solid(Colour.EDGE, 1.5));
        pencil.text(layout.left(), 32, Anchor.START, content.host(), Letters.HOST, Colour.QUIET);
        layout.rows().forEach(this::ground);
    }

    /** All else. */
    void drawLines() {
        List<PlacedLine> own =
                layout.lines().stream().filter(l -> l.header().height() > 0).toList();
        own.forEach(this::line);
        own.forEach(this::header);
        layout.foot().ifPresent(y -> layout.lines().forEach(line -> foot(line, y)));
        headings();
        layout.rows().forEach(this::row);
    }

    private void headings() {
        if (!layout.rows().isEmpty()) {
            String what = SENTENCES.say("grid.container");
            pencil.text(layout.namesX(), layout.rowsTop() - 8, Anchor.START, what, Letters.SMALL, Colour.QUIET);
            if (content.isIndexed()) {
                String row = SENTENCES.say("grid.row");
                pencil.text(layout.left(), layout.rowsTop() - 8, Anchor.START, row, Letters.SMALL, Colour.QUIET);
            }
        }
        if (content.doors()) {
            double x = layout.doorsX();
            pencil.text(x, 34, Anchor.START, SENTENCES.say("door.column"), Letters.SMALL_BOLD, Colour.QUIET);
            pencil.text(
                    x,
                    34 + GridLayout.LINE,
                    Anchor.START,
                    SENTENCES.say("door.column.ports"),
                    Letters.SMALL,
                    Colour.QUIET);
        }
    }

    private void ground(PlacedRow row) {
        if (row.row().mark() == Mark.CAME) {
            pencil.rectangle(row.bounds(), 4, Colour.NEW, Stroke.NONE);
        } else if (row.striped()) {
            pencil.rectangle(row.bounds(), 0, Colour.STRIPE, Stroke.NONE);
        }
    }

    private static String ground(Mark mark, PlacedRow row) {
        return mark == Mark.CAME || mark == Mark.MOVED || row.row().mark() == Mark.CAME
                ? Colour.NEW
                : row.striped() ? Colour.STRIPE : Colour.HOST;
    }

    private void line(PlacedLine placed) {
        line(pencil, placed);
    }

    /** From its header down. */
    private static void line(Pencil pencil, PlacedLine placed) {
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

    private void header(PlacedLine placed) {
        header(pencil, placed, layout.brief());
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
    private void foot(PlacedLine placed, double y) {
        Bounds header = placed.header();
        Bounds box = new Bounds(header.x(), y, header.width(), layout.frame().bottom() - 10 - y);
        header(pencil, new PlacedLine(placed.line(), placed.x(), box, List.of(), y), layout.brief());
    }

    private void row(PlacedRow placed) {
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
        bar(placed, placed.thin(), Stroke.solid(Colour.GREY.stroke(), THIN));
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
        boolean hollow = faint || dot.dot().shared();
        Stroke edge = faint ? Stroke.dashed(colour, 1.6, 3, 3) : Stroke.solid(colour, 2);
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
