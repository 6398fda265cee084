package porthole.picture.drawing;

import java.util.List;
import porthole.picture.form.Scene;

/**
 * A picture of one thing on paper of one width: title and answer, the drawing, and sentences under it.
 *
 * @param title the heading
 * @param answer what stands under the title; empty text for nothing
 * @param description what it shows, for who does not see it
 * @param width between the margins, in pixels
 */
public record PicturePaper(String title, String answer, String description, double width) {
    private static final double MARGIN = 28;
    private static final double ABOVE = 20;
    private static final double BELOW = 20;

    /** Draws from the upper left corner of the pencil's place; gives the height that it takes. */
    public interface Content {
        double draw(Pencil pencil);
    }

    /** With the sentences under the drawing. */
    public Scene with(List<String> notes, Content content) {
        Pencil pencil = new Pencil();
        double y = Drawing.heading(pencil, title, answer, width) + ABOVE;
        pencil.moveTo(MARGIN, y);
        y += content.draw(pencil);
        pencil.moveTo(0, 0);
        y = notes.isEmpty() ? y : Drawing.notes(pencil, notes, width, y + 8);
        return pencil.scene(width + 2 * MARGIN, y + BELOW, title, description);
    }
}
