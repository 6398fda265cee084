package porthole.picture.form;

import java.util.List;

/**
 * A finished drawing: shapes in the order in which they are painted, in pixels from the upper left corner.
 *
 * @param width of the whole
 * @param height of the whole
 * @param title the question
 * @param description question and answer, for those who do not see the drawing
 * @param shapes what to paint
 */
public record Scene(double width, double height, String title, String description, List<Shape> shapes) {
    public Scene {
        shapes = List.copyOf(shapes);
    }

    /** One thing to paint. */
    public sealed interface Shape {}

    /**
     * How an outline is drawn.
     *
     * @param colour {@code none} for no outline
     * @param width in pixels
     * @param dashes lengths of dash and gap in turn; empty for a solid line
     */
    public record Stroke(String colour, double width, List<Double> dashes) {
        public static final Stroke NONE = new Stroke("none", 0, List.of());

        public static Stroke solid(String colour, double width) {
            return new Stroke(colour, width, List.of());
        }

        public static Stroke dashed(String colour, double width, double dash, double gap) {
            return new Stroke(colour, width, List.of(dash, gap));
        }
    }

    /** A rectangle with round corners of {@code radius}. */
    public record Rectangle(Bounds bounds, double radius, String fill, Stroke stroke) implements Shape {}

    /** A straight line. */
    public record Line(double x1, double y1, double x2, double y2, Stroke stroke) implements Shape {}

    /** A circle. */
    public record Circle(double x, double y, double radius, String fill, Stroke stroke) implements Shape {}

    /**
     * Lines and curves.
     *
     * @param steps {@code M} to move, {@code L} for a line, {@code C} for a cubic curve, {@code Z} to close; curves
     *     rather than many short lines, whose joints JDK 17 and 25 paint differently
     * @param numbers x and y for each {@code M} and {@code L}, three such pairs for each {@code C}
     */
    public record Path(String steps, List<Double> numbers, String fill, Stroke stroke) implements Shape {}

    /** Where text stands relative to its x. */
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    /**
     * One line of text.
     *
     * @param y of the baseline
     * @param full the whole text, where {@code text} is shortened; else the same
     */
    public record Text(double x, double y, Anchor anchor, String text, String full, Letters letters, String colour)
            implements Shape {
        /** What it covers: ascent and descent as DejaVu Sans has them for letters with and without tails. */
        public Bounds bounds() {
            double width = letters.width(text);
            double left = switch (anchor) {
                case START -> x;
                case MIDDLE -> x - width / 2;
                case END -> x - width;
            };
            return new Bounds(left, y - letters.size() * 0.78, width, letters.size());
        }
    }

    /** All the text in it. */
    public List<Text> labels() {
        return shapes.stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .toList();
    }
}
