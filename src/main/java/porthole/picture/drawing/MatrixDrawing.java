package porthole.picture.drawing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    /** With its margins, it then fits the width of a page. */
    private static final double PAGE = 1000 - 2 * MARGIN;

    private static final double NAME_LIMIT = 260;
    /** Where not all fits, names take two lines, of this width at least. */
    private static final double NAME_LEAST = 130;

    private static final double COLUMN_LEAST = 56;
    private static final double COLUMN_MOST = 200;
    /** A longer name takes more lines than one over its column. */
    private static final double HEADED = 132;

    private static final double LINE = 16;
    /** Lines of a column's heading. */
    private static final int HEADING = 5;

    private final MatrixWords words;
    private final Matrix matrix;
    private final Pencil pencil = new Pencil();
    private final double names;
    private final double column;

    private MatrixDrawing(MatrixWords words) {
        this.words = words;
        matrix = words.matrix();
        int columns = Math.max(1, matrix.targets().size());
        double wide = Math.min(NAME_LIMIT, widest(matrix.names().stream().map(words::name), Letters.BOX) + 12);
        wide = Math.max(wide, Letters.SMALL.width(SENTENCES.say("matrix.corner")) + 10);
        double cell = Math.max(
                widest(matrix.calls().stream().map(words::word), Letters.SMALL_BOLD),
                widest(matrix.calls().stream().map(words::ports), Letters.SMALL));
        double least = Math.min(COLUMN_MOST, Math.max(COLUMN_LEAST, cell + 8));
        double most = Math.max(least, Math.min(HEADED, widest(matrix.targets().stream(), Letters.SMALL_BOLD) + 14));
        boolean roomy = wide + columns * most <= PAGE;
        names = roomy ? wide : Math.min(wide, Math.max(NAME_LEAST, PAGE - columns * least));
        column = Math.max(least, Math.min(most, (PAGE - names) / columns));
    }

    private static double widest(Stream<String> texts, Letters letters) {
        return texts.mapToDouble(letters::width).max().orElse(0);
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
        double top = headings(y);
        for (int r = 0; r < n; r++) {
            row(r, top + r * ROW);
        }
        double bottom = top + n * ROW;
        List<String> legend = words.legend().lines().toList();
        double end = Drawing.notes(pencil, legend, inner, bottom + 4);
        return pencil.scene(inner + 2 * MARGIN, end + 20, title, title + " " + answer);
    }

    /** The names of the columns, in as many lines as they need, the last ones side by side; the y where rows begin. */
    private double headings(double y) {
        List<List<String>> all = matrix.targets().stream()
                .map(name -> Paragraph.name(name, Letters.SMALL_BOLD, column - 6, HEADING))
                .toList();
        int most = all.stream().mapToInt(List::size).max().orElse(1);
        double top = y + 48 + (most - 1) * LINE;
        Words corner = Words.fit(SENTENCES.say("matrix.corner"), Letters.SMALL, names - 6);
        pencil.text(MARGIN, top - 10, Anchor.START, corner, Letters.SMALL, Colour.QUIET);
        for (int c = 0; c < all.size(); c++) {
            double line = top - 10 - (all.get(c).size() - 1) * LINE;
            for (String part : all.get(c)) {
                Words name = new Words(part, matrix.targets().get(c));
                pencil.text(left(c) + column / 2, line, Anchor.MIDDLE, name, Letters.SMALL_BOLD, Colour.INK);
                line += LINE;
            }
        }
        return top;
    }

    private void name(String name, double y) {
        if (Letters.BOX.width(name) <= names - 8) {
            pencil.text(MARGIN, y + 24, Anchor.START, name, Letters.BOX, Colour.INK);
            return;
        }
        List<String> lines = Paragraph.name(name, Letters.SMALL_BOLD, names - 8, 2);
        double line = y + (lines.size() == 1 ? 24 : 17);
        for (String part : lines) {
            pencil.text(MARGIN, line, Anchor.START, new Words(part, name), Letters.SMALL_BOLD, Colour.INK);
            line += LINE - 1;
        }
    }

    private void row(int r, double y) {
        String from = matrix.names().get(r);
        name(words.name(from), y);
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
        Colour.Pair colours = made.byName() ? Colour.BY_NAME : made.reaches() ? Colour.DEFAULT_BRIDGE : Colour.GREY;
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
