package porthole.picture.form;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/** Text as the shapes of its letters. */
final class Outlines {
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private Outlines() {}

    /** @param anchor {@code middle} or {@code end} for what {@code x} is; empty text for the left end */
    static List<Shape> of(String text, Font font, String anchor, double x, double y) {
        List<Fonts.Run> runs = Fonts.runs(text, font);
        double width = runs.stream().mapToDouble(Outlines::width).sum();
        double left = anchor.equals("middle") ? x - width / 2 : anchor.equals("end") ? x - width : x;
        List<Shape> shapes = new ArrayList<>();
        for (Fonts.Run run : runs) {
            shapes.add(run.font().createGlyphVector(EXACT, run.text()).getOutline((float) left, (float) y));
            left += width(run);
        }
        return shapes;
    }

    private static double width(Fonts.Run run) {
        return run.font().getStringBounds(run.text(), EXACT).getWidth();
    }
}
