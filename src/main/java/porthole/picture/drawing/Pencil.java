package porthole.picture.drawing;

import java.util.ArrayList;
import java.util.List;
import porthole.picture.form.Bounds;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.form.Scene;
import porthole.picture.form.Scene.Anchor;
import porthole.picture.form.Scene.Stroke;
import porthole.picture.story.PictureContent.Words;

/** Collects shapes; all of them are moved by one offset. */
public final class Pencil {
    private final List<Scene.Shape> shapes = new ArrayList<>();
    private double dx;
    private double dy;

    /**
     * What was collected, on paper of whole pixels.
     *
     * @param width that the paper has at least, in pixels
     * @param height that it has at least
     * @param description what it shows, for who does not see it
     */
    public Scene scene(double width, double height, String title, String description) {
        double wide = Math.ceil(width);
        double high = Math.ceil(height);
        List<Scene.Shape> all = new ArrayList<>();
        all.add(new Scene.Rectangle(new Bounds(0, 0, wide, high), 0, Colour.PAPER, Stroke.NONE));
        all.addAll(shapes);
        return new Scene(wide, high, title, description, all);
    }

    /** From now on, x and y 0 are here. */
    public void moveTo(double x, double y) {
        dx = x;
        dy = y;
    }

    public void rectangle(Bounds b, double radius, String fill, Stroke stroke) {
        shapes.add(new Scene.Rectangle(moved(b), radius, fill, stroke));
    }

    void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        shapes.add(new Scene.Line(x1 + dx, y1 + dy, x2 + dx, y2 + dy, stroke));
    }

    void circle(double x, double y, double radius, String fill, Stroke stroke) {
        shapes.add(new Scene.Circle(x + dx, y + dy, radius, fill, stroke));
    }

    public void path(String steps, String fill, Stroke stroke, double... numbers) {
        List<Double> moved = new ArrayList<>(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            moved.add(numbers[i] + (i % 2 == 0 ? dx : dy));
        }
        shapes.add(new Scene.Path(steps, List.copyOf(moved), fill, stroke));
    }

    void text(double x, double y, Anchor anchor, Words words, Letters letters, String colour) {
        if (!words.text().isEmpty()) {
            shapes.add(new Scene.Text(x + dx, y + dy, anchor, words.text(), words.full(), letters, colour));
        }
    }

    public void text(double x, double y, Anchor anchor, String text, Letters letters, String colour) {
        text(x, y, anchor, Words.of(text), letters, colour);
    }

    private Bounds moved(Bounds b) {
        return new Bounds(b.x() + dx, b.y() + dy, b.width(), b.height());
    }
}
