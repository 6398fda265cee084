package porthole.picture.drawing;

import java.util.List;
import porthole.display.Sentences;
import porthole.picture.form.Bounds;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.form.Scene.Anchor;
import porthole.picture.form.Scene.Stroke;
import porthole.picture.story.PictureContent.Words;

/**
 * The headers of a packet as boxes, each of which holds the next, as the bytes do: what is inside lies further right and
 * further in. Beside them their lengths stand in a column and are added up.
 */
final class HeaderDrawing {
    private static final Sentences SENTENCES = Sentences.of(HeaderDrawing.class);
    private static final double ROW = 34;
    private static final double STEP = 8;
    private static final double INDENT = 12;
    private static final double BASELINE = 22;
    private static final double NUMBERS = 60;
    private static final double GAP = 12;
    private static final double BRACKET = 6;

    private final Pencil pencil;
    private final List<Layer> layers;
    private final double boxes;

    private HeaderDrawing(Pencil pencil, List<Layer> layers, double boxes) {
        this.pencil = pencil;
        this.layers = layers;
        this.boxes = boxes;
    }

    /**
     * A header or the content.
     *
     * @param name the protocol
     * @param says what the header tells
     * @param bytes its length, in words
     */
    record Layer(String name, String says, Colour.Pair colours, String bytes) {}

    /**
     * Some layers that are added up.
     *
     * @param from the first one's place
     * @param to after the last one
     * @param says the sum, in lines
     */
    record Sum(int from, int to, List<String> says) {
        /** Beside one layer there is room for one line. */
        List<String> lines() {
            return to - from > 1 ? says : List.of(String.join(SENTENCES.say("list.comma"), says));
        }
    }

    /**
     * Draws from the upper left corner of the pencil's place.
     *
     * @param sums what stands beside the lengths
     * @param total all lengths together, in words
     * @param width of boxes, lengths and sums together
     * @return the height that it takes
     */
    static double draw(Pencil pencil, List<Layer> layers, List<Sum> sums, String total, double width) {
        double widest = sums.stream()
                .flatMap(sum -> sum.lines().stream())
                .mapToDouble(Letters.SMALL::width)
                .max()
                .orElse(0);
        double beside = widest == 0 ? 0 : widest + BRACKET + 2 * GAP;
        double room = Math.max(NUMBERS, Letters.SMALL_BOLD.width(total) - beside);
        double boxes = width - room - GAP - beside;
        HeaderDrawing drawing = new HeaderDrawing(pencil, layers, boxes);
        double height = (ROW + STEP) * layers.size();
        for (int i = 0; i < layers.size(); i++) {
            drawing.layer(i, height);
        }
        double numbers = boxes + GAP + room;
        drawing.lengths(numbers);
        sums.forEach(sum -> drawing.sum(sum, numbers + GAP));
        double line = ROW * layers.size() + 2;
        pencil.line(boxes + GAP, line, numbers + beside, line, Stroke.solid(Colour.INK, 1.2));
        pencil.text(boxes + GAP, line + 19, Anchor.START, total, Letters.SMALL_BOLD, Colour.INK);
        return Math.max(height, line + 26);
    }

    private void layer(int i, double height) {
        Layer layer = layers.get(i);
        double x = i * INDENT;
        Bounds bounds = new Bounds(x, i * ROW, boxes - STEP * i - x, height - i * (ROW + STEP));
        pencil.rectangle(
                bounds, 8, layer.colours().tint(), Stroke.solid(layer.colours().stroke(), 1.6));
        double y = i * ROW + BASELINE;
        pencil.text(
                x + 14,
                y,
                Anchor.START,
                layer.name(),
                Letters.BAND,
                layer.colours().stroke());
        double after = x + 14 + Letters.BAND.width(layer.name()) + 10;
        Words says = Words.fit(layer.says(), Letters.SMALL, bounds.right() - after - 8);
        pencil.text(after, y, Anchor.START, says, Letters.SMALL, Colour.INK);
    }

    private void lengths(double right) {
        for (int i = 0; i < layers.size(); i++) {
            pencil.text(right, i * ROW + BASELINE, Anchor.END, layers.get(i).bytes(), Letters.SMALL, Colour.INK);
        }
    }

    /** A bracket beside its lengths, and what they are together. */
    private void sum(Sum sum, double x) {
        double top = sum.from() * ROW + 7;
        double bottom = sum.to() * ROW - 7;
        pencil.path(
                "MLLL",
                "none",
                Stroke.solid(Colour.QUIET, 1.4),
                x,
                top,
                x + BRACKET,
                top,
                x + BRACKET,
                bottom,
                x,
                bottom);
        double y = (top + bottom) / 2 + 4.5 - (sum.lines().size() - 1) * 17 / 2.0;
        for (String line : sum.lines()) {
            pencil.text(x + BRACKET + GAP, y, Anchor.START, line, Letters.SMALL, Colour.INK);
            y += 17;
        }
    }
}
