package porthole.picture.form;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of {@link Graphics2D} that a surface of vectors leaves alone: it keeps paint, stroke, font and hints, knows
 * neither clip nor transform nor images, and asks no font for its measures.
 */
public abstract class PlainGraphics extends Graphics2D {
    private Paint paint = Color.BLACK;
    private Stroke stroke = new BasicStroke();
    private Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private Color background = Color.WHITE;
    private final RenderingHints hints = new RenderingHints(Map.of());

    @Override
    public Paint getPaint() {
        return paint;
    }

    @Override
    public void setPaint(@Nullable Paint next) {
        if (next != null) {
            paint = next;
        }
    }

    @Override
    public Color getColor() {
        return paint instanceof Color c ? c : Color.BLACK;
    }

    @Override
    public void setColor(@Nullable Color c) {
        setPaint(c);
    }

    @Override
    public Stroke getStroke() {
        return stroke;
    }

    @Override
    public void setStroke(Stroke next) {
        stroke = next;
    }

    @Override
    public Font getFont() {
        return font;
    }

    @Override
    public void setFont(@Nullable Font next) {
        if (next != null) {
            font = next;
        }
    }

    @Override
    public Color getBackground() {
        return background;
    }

    @Override
    public void setBackground(Color color) {
        background = color;
    }

    @Override
    public @Nullable Object getRenderingHint(RenderingHints.Key key) {
        return hints.get(key);
    }

    @Override
    public void setRenderingHint(RenderingHints.Key key, @Nullable Object value) {
        if (value == null) {
            hints.remove(key);
        } else {
            hints.put(key, value);
        }
    }

    @Override
    public RenderingHints getRenderingHints() {
        return hints;
    }

    @Override
    public void setRenderingHints(Map<?, ?> next) {
        hints.clear();
        hints.putAll(next);
    }

    @Override
    public void addRenderingHints(Map<?, ?> more) {
        hints.putAll(more);
    }

    @Override
    public void drawString(String text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public void drawLine(int x1, int y1, int x2, int y2) {
        draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void fillRect(int x, int y, int width, int height) {
        fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void drawRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
        draw(new RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
    }

    @Override
    public void fillRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
        fill(new RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
    }

    @Override
    public void drawOval(int x, int y, int width, int height) {
        draw(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public void fillOval(int x, int y, int width, int height) {
        fill(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        return new FontRenderContext(null, true, true);
    }

    @Override
    public AffineTransform getTransform() {
        return new AffineTransform();
    }

    @Override
    public @Nullable Shape getClip() {
        return null;
    }

    @Override
    public @Nullable Rectangle getClipBounds() {
        return null;
    }

    @Override
    public boolean hit(Rectangle area, Shape shape, boolean onStroke) {
        return shape.intersects(area);
    }

    // What a chart calls without need on a surface that paints one scene in its own coordinates.
    @Override
    public void clip(@Nullable Shape shape) {}

    @Override
    public void setClip(@Nullable Shape shape) {}

    @Override
    public void setClip(int x, int y, int width, int height) {}

    @Override
    public void clipRect(int x, int y, int width, int height) {}

    @Override
    public void setTransform(AffineTransform transform) {}

    @Override
    public void transform(AffineTransform transform) {}

    @Override
    public void translate(int x, int y) {}

    @Override
    public void translate(double x, double y) {}

    @Override
    public void scale(double x, double y) {}

    @Override
    public void rotate(double angle) {}

    @Override
    public void rotate(double angle, double x, double y) {}

    @Override
    public void shear(double x, double y) {}

    @Override
    public void setComposite(Composite composite) {}

    @Override
    public void setPaintMode() {}

    @Override
    public void setXORMode(Color color) {}

    @Override
    public void dispose() {}

    // What no scene asks for.
    @Override
    public Composite getComposite() {
        return java.awt.AlphaComposite.SrcOver;
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        throw unknown("a device");
    }

    @Override
    public FontMetrics getFontMetrics(Font f) {
        throw unknown("the measures of a font");
    }

    @Override
    public Graphics create() {
        throw unknown("a copy");
    }

    @Override
    public void drawString(AttributedCharacterIterator text, int x, int y) {
        throw unknown("styled text");
    }

    @Override
    public void drawString(AttributedCharacterIterator text, float x, float y) {
        throw unknown("styled text");
    }

    @Override
    public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
        throw unknown("glyphs");
    }

    @Override
    public void copyArea(int x, int y, int width, int height, int dx, int dy) {
        throw unknown("a copied area");
    }

    @Override
    public void clearRect(int x, int y, int width, int height) {
        throw unknown("a cleared area");
    }

    @Override
    public void drawArc(int x, int y, int width, int height, int start, int angle) {
        throw unknown("an arc");
    }

    @Override
    public void fillArc(int x, int y, int width, int height, int start, int angle) {
        throw unknown("an arc");
    }

    @Override
    public void drawPolyline(int[] xs, int[] ys, int count) {
        throw unknown("a polyline of whole numbers");
    }

    @Override
    public void drawPolygon(int[] xs, int[] ys, int count) {
        throw unknown("a polygon of whole numbers");
    }

    @Override
    public void fillPolygon(int[] xs, int[] ys, int count) {
        throw unknown("a polygon of whole numbers");
    }

    @Override
    public boolean drawImage(Image image, AffineTransform transform, ImageObserver observer) {
        throw unknown("an image");
    }

    @Override
    public void drawImage(BufferedImage image, BufferedImageOp operation, int x, int y) {
        throw unknown("an image");
    }

    @Override
    public void drawRenderedImage(RenderedImage image, AffineTransform transform) {
        throw unknown("an image");
    }

    @Override
    public void drawRenderableImage(RenderableImage image, AffineTransform transform) {
        throw unknown("an image");
    }

    @Override
    public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
        throw unknown("an image");
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, ImageObserver observer) {
        throw unknown("an image");
    }

    @Override
    public boolean drawImage(Image image, int x, int y, Color background, ImageObserver observer) {
        throw unknown("an image");
    }

    @Override
    public boolean drawImage(
            Image image, int x, int y, int width, int height, Color background, ImageObserver observer) {
        throw unknown("an image");
    }

    @Override
    public boolean drawImage(
            Image image,
            int dx1,
            int dy1,
            int dx2,
            int dy2,
            int sx1,
            int sy1,
            int sx2,
            int sy2,
            ImageObserver observer) {
        throw unknown("an image");
    }

    @Override
    public boolean drawImage(
            Image image,
            int dx1,
            int dy1,
            int dx2,
            int dy2,
            int sx1,
            int sy1,
            int sx2,
            int sy2,
            Color background,
            ImageObserver observer) {
        throw unknown("an image");
    }

    private static UnsupportedOperationException unknown(String what) {
        return new UnsupportedOperationException("A picture's SVG has no place for " + what + ".");
    }
}
