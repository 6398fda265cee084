package porthole.picture.drawing;

import java.util.List;
import porthole.display.Sentences;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.form.Scene.Anchor;
import porthole.picture.form.Scene.Stroke;
import porthole.picture.layout.GridLayout;
import porthole.picture.layout.GridLayout.PlacedLine;
import porthole.picture.layout.GridLayout.PlacedRow;
import porthole.picture.story.GridContent;
import porthole.topology.Mark;

/** A grid's frame, headers, lines, rows, bars and dots. */
final class GridDrawing {
    private static final Sentences SENTENCES = Sentences.of(GridDrawing.class);

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
        own.forEach(line -> GridLines.line(pencil, line));
        own.forEach(line -> GridLines.header(pencil, line, layout.brief()));
        layout.foot().ifPresent(y -> layout.lines().forEach(line -> GridLines.foot(pencil, line, layout, y)));
        headings();
        GridRowDrawing rows = new GridRowDrawing(pencil, layout);
        layout.rows().forEach(rows::draw);
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
}
