package porthole.picture.drawing;

import java.util.Optional;
import porthole.display.Sentences;
import porthole.picture.form.Bounds;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.form.Paragraph;
import porthole.picture.form.Scene;
import porthole.picture.form.Scene.Anchor;
import porthole.picture.form.Scene.Stroke;
import porthole.picture.story.MatrixWords;
import porthole.picture.story.PictureContent.Words;
import porthole.topology.Matrix;

/** Who reaches whom as a field of squares: callers from top to bottom, the called from left to right. */
public final class MatrixDrawing {
    private static final Sentences SENTENCES = Sentences.of(MatrixDrawing.class);
    private static final double MARGIN = 28;
    private static final double ROW = 38;
    private static final double NARROWEST = 560;
    private static final double WIDEST = 1100;
    private static final double NAME_LIMIT = 260;
    private static final double COLUMN_LEAST = 78;
    private static final double COLUMN_MOST = 200;

    private final MatrixWords words;
    private final Matrix matrix;
    private final Pencil pencil = new Pencil();
    private final double names;
    private final double column;

    private MatrixDrawing(MatrixWords words) {
        this.words = words;
        matrix = words.matrix();
        names = Math.min(
                NAME_LIMIT,
                matrix.names().stream()
                                .mapToDouble(n -> Letters.BOX.width(words.name(n)))
                                .max()
                                .orElse(0)
                        + 12);
        double room = (WIDEST - names) / Math.max(1, matrix.targets().size());
        double wanted = Math.min(
                NAME_LIMIT,
                matrix.targets().stream()
                                .mapToDouble(Letters.SMALL_BOLD::width)
                                .max()
                                .orElse(0)
                        + 14);
        double ports = matrix.calls().stream()
                        .mapToDouble(c -> Letters.SMALL.width(words.ports(c)))
                        .max()
                        .orElse(0)
                + 12;
        column = Math.max(COLUMN_LEAST, Math.min(COLUMN_MOST, Math.min(room, Math.max(wanted, ports))));
    }

    public static Scene of(MatrixWords words, String title, String answer) {
        return new MatrixDrawing(words).scene(title, answer);
    }

    private Scene scene(String title, String answer) {
        int n = matrix.names().size();
        int columns = matrix.targets().size();
        double inner = Math.max(NARROWEST, names + columns * column);
        double y = 36;
        pencil.text(MARGIN, y, Anchor.START, Words.fit(title, Letters.TITLE, inner), Letters.TITLE, Colour.INK);
        for (String line : Paragraph.lines(answer, Letters.ANSWER, inner)) {
            y += 20;
            pencil.text(MARGIN, y, Anchor.START, Words.of(line), Letters.ANSWER, Colour.INK);
        }
        double top = y + 48;
        pencil.text(
                MARGIN, top - 10, Anchor.START, Words.of(SENTENCES.say("matrix.corner")), Letters.SMALL, Colour.QUIET);
        for (int c = 0; c < columns; c++) {
            Words name = Words.fit(matrix.targets().get(c), Letters.SMALL_BOLD, column - 6);
            pencil.text(left(c) + column / 2, top - 10, Anchor.MIDDLE, name, Letters.SMALL_BOLD, Colour.INK);
        }
        for (int r = 0; r < n; r++) {
            row(r, top + r * ROW);
        }
        double bottom = top + n * ROW;
        for (String line : Paragraph.lines(words.legend(), Letters.SMALL, inner)) {
            bottom += 18;
            pencil.text(MARGIN, bottom, Anchor.START, Words.of(line), Letters.SMALL, Colour.QUIET);
        }
        double width = Math.ceil(inner + 2 * MARGIN);
        double height = Math.ceil(bottom + 20);
        return pencil.scene(width, height, title, title + " " + answer);
    }

    private void row(int r, double y) {
        String from = matrix.names().get(r);
        Words name = Words.fit(words.name(from), Letters.BOX, names - 8);
        pencil.text(MARGIN, y + 24, Anchor.START, name, Letters.BOX, Colour.INK);
        for (int c = 0; c < matrix.targets().size(); c++) {
            square(matrix.call(from, matrix.targets().get(c)), new Bounds(left(c), y, column, ROW));
        }
    }

    private double left(int c) {
        return MARGIN + names + c * column;
    }

    private void square(Optional<Matrix.Call> call, Bounds bounds) {
        Bounds inside = new Bounds(bounds.x() + 1.5, bounds.y() + 1.5, bounds.width() - 3, bounds.height() - 3);
        if (call.isEmpty()) {
            pencil.rectangle(inside, 3, Colour.GREY.tint(), Stroke.NONE);
            return;
        }
        Matrix.Call made = call.get();
        Colour.Pair colours = made.byName()
                ? Colour.network(0)
                : made.reaches() ? words.isDoor(made) ? Colour.OVERLAY : Colour.DEFAULT_BRIDGE : Colour.GREY;
        String fill = made.reaches() ? colours.tint() : Colour.PAPER;
        Stroke stroke = made.asPredicted()
                ? made.reaches() ? Stroke.solid(colours.stroke(), 1.2) : Stroke.dashed(colours.stroke(), 1, 3, 3)
                : Stroke.solid(Colour.WARNING, 2.5);
        pencil.rectangle(inside, 3, fill, stroke);
        String ports = words.ports(made);
        double middle = bounds.x() + bounds.width() / 2;
        String ink = made.asPredicted() ? colours.stroke() : Colour.WARNING;
        Words word = Words.fit(words.word(made), Letters.SMALL_BOLD, column - 6);
        pencil.text(middle, bounds.y() + (ports.isEmpty() ? 23 : 16), Anchor.MIDDLE, word, Letters.SMALL_BOLD, ink);
        Words second = Words.fit(ports, Letters.SMALL, column - 6);
        pencil.text(middle, bounds.y() + 30, Anchor.MIDDLE, second, Letters.SMALL, Colour.QUIET);
    }
}
