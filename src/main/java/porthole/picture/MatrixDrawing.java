package porthole.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porthole.display.Sentences;
import porthole.picture.Scene.Anchor;
import porthole.picture.Scene.Stroke;
import porthole.picture.Story.Words;
import porthole.topology.Matrix;

/** Who reaches whom as a field of squares: callers from top to bottom, the called from left to right. */
final class MatrixDrawing {
    private static final Sentences SENTENCES = Sentences.of(MatrixDrawing.class);
    private static final double MARGIN = 28;
    private static final double ROW = 30;
    private static final double NARROWEST = 560;
    private static final double WIDEST = 1100;
    private static final double NAME_LIMIT = 180;
    private static final double COLUMN_LEAST = 58;
    private static final double COLUMN_MOST = 120;

    private final Matrix matrix;
    private final Pencil pencil = new Pencil();
    private final double names;
    private final double column;

    private MatrixDrawing(Matrix matrix) {
        this.matrix = matrix;
        names = Math.min(
                NAME_LIMIT,
                matrix.names().stream().mapToDouble(Letters.BOX::width).max().orElse(0) + 12);
        double room = (WIDEST - names) / Math.max(1, matrix.names().size());
        double wanted = Math.min(
                NAME_LIMIT,
                matrix.names().stream()
                                .mapToDouble(Letters.SMALL_BOLD::width)
                                .max()
                                .orElse(0)
                        + 14);
        column = Math.max(COLUMN_LEAST, Math.min(COLUMN_MOST, Math.min(room, Math.max(wanted, COLUMN_LEAST))));
    }

    static Scene of(Matrix matrix, String title, String answer) {
        return new MatrixDrawing(matrix).scene(title, answer);
    }

    private Scene scene(String title, String answer) {
        int n = matrix.names().size();
        double inner = Math.max(NARROWEST, names + n * column);
        double y = 36;
        pencil.text(MARGIN, y, Anchor.START, Words.fit(title, Letters.TITLE, inner), Letters.TITLE, Colour.INK);
        for (String line : Paragraph.lines(answer, Letters.ANSWER, inner)) {
            y += 20;
            pencil.text(MARGIN, y, Anchor.START, Words.of(line), Letters.ANSWER, Colour.INK);
        }
        double top = y + 48;
        pencil.text(
                MARGIN, top - 10, Anchor.START, Words.of(SENTENCES.say("matrix.corner")), Letters.ASIDE, Colour.QUIET);
        for (int c = 0; c < n; c++) {
            Words name = Words.fit(matrix.names().get(c), Letters.SMALL_BOLD, column - 6);
            pencil.text(left(c) + column / 2, top - 10, Anchor.MIDDLE, name, Letters.SMALL_BOLD, Colour.INK);
        }
        for (int r = 0; r < n; r++) {
            row(r, top + r * ROW);
        }
        double bottom = top + n * ROW;
        for (String line : Paragraph.lines(SENTENCES.say("matrix.legend"), Letters.SMALL, inner)) {
            bottom += 18;
            pencil.text(MARGIN, bottom, Anchor.START, Words.of(line), Letters.SMALL, Colour.QUIET);
        }
        double width = Math.ceil(inner + 2 * MARGIN);
        double height = Math.ceil(bottom + 20);
        List<Scene.Shape> shapes = new ArrayList<>();
        shapes.add(new Scene.Rectangle(new Bounds(0, 0, width, height), 0, Colour.PAPER, Stroke.NONE));
        shapes.addAll(pencil.shapes);
        return new Scene(width, height, title, title + " " + answer, shapes);
    }

    private void row(int r, double y) {
        String from = matrix.names().get(r);
        pencil.text(MARGIN, y + 20, Anchor.START, Words.fit(from, Letters.BOX, names - 8), Letters.BOX, Colour.INK);
        for (int c = 0; c < matrix.names().size(); c++) {
            square(matrix.call(from, matrix.names().get(c)), new Bounds(left(c), y, column, ROW));
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
        Colour.Pair colours =
                made.byName() ? Colour.userBridge(0) : made.byAddress() ? Colour.DEFAULT_BRIDGE : Colour.GREY;
        String fill = made.reaches() ? colours.tint() : Colour.PAPER;
        Stroke stroke = made.asPredicted()
                ? made.reaches() ? Stroke.solid(colours.stroke(), 1.2) : Stroke.dashed(colours.stroke(), 1, 3, 3)
                : Stroke.solid(Colour.WARNING, 2.5);
        pencil.rectangle(inside, 3, fill, stroke);
        String word = SENTENCES.say("matrix." + kind(made)) + (made.asPredicted() ? "" : " ≠");
        pencil.text(
                bounds.x() + bounds.width() / 2,
                bounds.y() + 19,
                Anchor.MIDDLE,
                Words.fit(word, Letters.SMALL_BOLD, column - 6),
                Letters.SMALL_BOLD,
                made.asPredicted() ? colours.stroke() : Colour.WARNING);
    }

    /** {@code name}, {@code address} or {@code nothing}. */
    static String kind(Matrix.Call call) {
        return call.byName() ? "name" : call.byAddress() ? "address" : "nothing";
    }
}
