package porthole.picture.form;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** A scene as pixels. */
public final class Raster {
    /** Above this many pixels, time and memory cost more than sharpness gains; the scale goes down instead. */
    private static final double SHARP_PIXELS = 5_000_000;

    /** Up to this many, letters keep at least the size that they have on a page: smaller ones could not be read. */
    private static final double MOST_PIXELS = 16_000_000;

    private static final double SCALE = 2;

    private Raster() {}

    /** Two pixels for one, as long as there are not too many of them; one for one in large pictures. */
    static double scale(Scene scene, Style style) {
        double area = scene.width() * scene.height();
        double sharp = Math.min(SCALE * style.scale(scene), Math.sqrt(SHARP_PIXELS / area));
        double legible = Math.min(Math.min(1, style.scale(scene)), Math.sqrt(MOST_PIXELS / area));
        return Math.max(sharp, legible);
    }

    static byte[] png(Scene scene) {
        return png(scene, Style.PLAIN);
    }

    /** Twice as many pixels as the style's width, in the scene's colours. */
    public static byte[] png(Scene scene, Style style) {
        double scale = scale(scene, style);
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(scene.width() * scale),
                (int) Math.ceil(scene.height() * scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setBackground(ground(scene));
        g.clearRect(0, 0, image.getWidth(), image.getHeight());
        g.scale(scale, scale);
        new SceneChart(scene).paint(g);
        g.dispose();
        return Png.of(image, scale / style.scale(scene));
    }

    /** The page's colour, for the fraction of a pixel at its edges. */
    private static Color ground(Scene scene) {
        return !scene.shapes().isEmpty() && scene.shapes().get(0) instanceof Scene.Rectangle page
                ? Color.decode(page.fill())
                : Color.WHITE;
    }

    /** Draws text at its anchor: a vector surface takes the anchor itself, pixels need the left edge. */
    static void drawString(Graphics2D g, String text, float x, float y) {
        if (g instanceof PlainGraphics) {
            g.drawString(text, x, y);
            return;
        }
        List<Fonts.Run> runs = Fonts.runs(text, g.getFont());
        double width = runs.stream().mapToDouble(run -> width(g, run)).sum();
        Object anchor = g.getRenderingHint(SceneHints.ANCHOR);
        double left = "middle".equals(anchor) ? x - width / 2 : "end".equals(anchor) ? x - width : x;
        for (Fonts.Run run : runs) {
            Font font = run.font();
            g.setFont(font);
            g.drawString(run.text(), (float) left, y);
            left += width(g, run);
        }
    }

    private static double width(Graphics2D g, Fonts.Run run) {
        return run.font().getStringBounds(run.text(), g.getFontRenderContext()).getWidth();
    }
}
