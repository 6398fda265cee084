package porthole.picture.chart;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.GradientPaint;
import java.awt.Graphics;
import java.awt.GraphicsConfiguration;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.text.AttributedCharacterIterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import porthole.display.Html;
import porthole.display.Sentences;
import porthole.picture.form.PlainGraphics;
import porthole.picture.form.SvgGraphics;

/**
 * A surface for any chart that writes SVG: with transforms, clips, transparency and measures of fonts, all of them
 * worked into the shapes, so that only a clip needs an id. Text stays text, as wide as it was measured. A gradient
 * becomes the colour in its middle; what cannot be written (an image) is an {@link UnsupportedOperationException}.
 */
final class ChartGraphics extends PlainGraphics {
    private final StringBuilder out;
    private final BufferedImage measure;
    private AffineTransform transform = new AffineTransform();
    private Composite composite = AlphaComposite.SrcOver;
    private @Nullable Area clip;

    ChartGraphics() {
        this(new StringBuilder(32_768), new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB));
    }

    private ChartGraphics(StringBuilder out, BufferedImage measure) {
        this.out = out;
        this.measure = measure;
    }

    /** What was drawn, as a document. */
    String finish(int width, int height, String title) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width
                + "\" height=\"" + height + "\" role=\"img\" style=\"max-width:100%;height:auto\">\n<title>"
                + Html.escape(title) + "</title>\n" + out + "</svg>\n";
    }

    @Override
    public void draw(Shape shape) {
        if (getStroke() instanceof BasicStroke) {
            shape(shape, "none", true);
        } else {
            fill(getStroke().createStrokedShape(shape));
        }
    }

    @Override
    public void fill(Shape shape) {
        shape(shape, "", false);
    }

    private void shape(Shape shape, String fill, boolean outline) {
        Shape placed = transform.createTransformedShape(shape);
        String path = SvgGraphics.path(placed);
        if (path.isEmpty()) {
            return;
        }
        StringBuilder element = new StringBuilder("<path d=\"" + path + "\"");
        element.append(fill.isEmpty() ? paint("fill") : " fill=\"" + fill + "\"");
        if (outline) {
            element.append(paint("stroke")).append(stroke((BasicStroke) getStroke()));
        }
        if (!outline && placed instanceof Path2D p && p.getWindingRule() == Path2D.WIND_EVEN_ODD) {
            element.append(" fill-rule=\"evenodd\"");
        }
        clipped(element.append("/>\n").toString(), placed.getBounds2D());
    }

    private String paint(String attribute) {
        Color colour = colour(getPaint());
        double alpha = colour.getAlpha() / 255.0;
        if (composite instanceof AlphaComposite a) {
            alpha *= a.getAlpha();
        }
        return " " + attribute + "=\"" + String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xffffff) + "\""
                + (alpha < 1 ? " " + attribute + "-opacity=\"" + SvgGraphics.number(alpha) + "\"" : "");
    }

    private static Color colour(Paint paint) {
        if (paint instanceof GradientPaint g) {
            Color a = g.getColor1();
            Color b = g.getColor2();
            return new Color(
                    (a.getRed() + b.getRed()) / 2,
                    (a.getGreen() + b.getGreen()) / 2,
                    (a.getBlue() + b.getBlue()) / 2,
                    (a.getAlpha() + b.getAlpha()) / 2);
        }
        if (paint instanceof Color colour) {
            return colour;
        }
        throw new UnsupportedOperationException(Sentences.of(ChartGraphics.class)
                .say("chart.paint", paint.getClass().getName()));
    }

    private String stroke(BasicStroke stroke) {
        double scale = Math.sqrt(Math.abs(transform.getDeterminant()));
        StringBuilder text = new StringBuilder(
                " stroke-width=\"" + SvgGraphics.number(Math.max(0.1, stroke.getLineWidth() * scale)) + "\"");
        if (stroke.getEndCap() == BasicStroke.CAP_ROUND) {
            text.append(" stroke-linecap=\"round\"");
        }
        if (stroke.getLineJoin() == BasicStroke.JOIN_ROUND) {
            text.append(" stroke-linejoin=\"round\"");
        }
        float[] dashes = stroke.getDashArray();
        if (dashes != null) {
            StringBuilder list = new StringBuilder();
            for (float dash : dashes) {
                list.append(list.isEmpty() ? "" : " ").append(SvgGraphics.number(dash * scale));
            }
            text.append(" stroke-dasharray=\"").append(list).append('"');
        }
        return text.toString();
    }

    @Override
    public void drawString(String text, float x, float y) {
        if (text.isBlank()) {
            return;
        }
        Font font = getFont();
        double width = getFontMetrics(font).getStringBounds(text, this).getWidth();
        double[] m = new double[6];
        transform.getMatrix(m);
        StringBuilder matrix = new StringBuilder();
        for (double one : m) {
            matrix.append(matrix.isEmpty() ? "" : " ").append(String.format(Locale.ROOT, "%.4g", one));
        }
        String family = switch (font.getFamily(Locale.ROOT)) {
            case "Serif" -> "serif";
            case "Monospaced" -> "monospace";
            default -> "'DejaVu Sans', Tahoma, Verdana, 'Noto Sans CJK JP', sans-serif";
        };
        StringBuilder element = new StringBuilder("<text x=\"" + SvgGraphics.number(x) + "\" y=\""
                + SvgGraphics.number(y) + "\" font-family=\"" + family + "\" font-size=\""
                + SvgGraphics.number(font.getSize2D()) + "\" textLength=\"" + SvgGraphics.number(width)
                + "\" lengthAdjust=\"spacingAndGlyphs\"" + paint("fill"));
        element.append(font.isBold() ? " font-weight=\"bold\"" : "")
                .append(font.isItalic() ? " font-style=\"italic\"" : "")
                .append(transform.isIdentity() ? "" : " transform=\"matrix(" + matrix + ")\"")
                .append('>')
                .append(SvgGraphics.escape(text))
                .append("</text>\n");
        clipped(element.toString(), null);
    }

    /** Writes an element, inside the clip where it does not lie inside anyway. */
    private void clipped(String element, @Nullable Rectangle2D bounds) {
        Area limits = clip;
        if (limits == null || (bounds != null && !bounds.isEmpty() && limits.contains(bounds))) {
            out.append(element);
            return;
        }
        String path = SvgGraphics.path(limits);
        String id = "clip-" + Integer.toHexString(path.hashCode()); // the same clip has the same id on every page
        String definition = "<clipPath id=\"" + id + "\">";
        if (out.indexOf(definition) < 0) {
            out.append(definition).append("<path d=\"").append(path).append("\"/></clipPath>\n");
        }
        out.append("<g clip-path=\"url(#")
                .append(id)
                .append(")\">")
                .append(element.strip())
                .append("</g>\n");
    }

    @Override
    public FontMetrics getFontMetrics(Font f) {
        return measure.createGraphics().getFontMetrics(f);
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        return measure.createGraphics().getDeviceConfiguration();
    }

    @Override
    public Graphics create() {
        ChartGraphics copy = new ChartGraphics(out, measure);
        copy.setPaint(getPaint());
        copy.setStroke(getStroke());
        copy.setFont(getFont());
        copy.setRenderingHints(getRenderingHints());
        copy.transform = new AffineTransform(transform);
        copy.composite = composite;
        copy.clip = clip;
        return copy;
    }

    @Override
    public void drawString(AttributedCharacterIterator text, float x, float y) {
        fill(new TextLayout(text, getFontRenderContext()).getOutline(AffineTransform.getTranslateInstance(x, y)));
    }

    @Override
    public void drawString(AttributedCharacterIterator text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
        fill(glyphs.getOutline(x, y));
    }

    @Override
    public void drawArc(int x, int y, int width, int height, int start, int angle) {
        draw(new Arc2D.Double(x, y, width, height, start, angle, Arc2D.OPEN));
    }

    @Override
    public void fillArc(int x, int y, int width, int height, int start, int angle) {
        fill(new Arc2D.Double(x, y, width, height, start, angle, Arc2D.PIE));
    }

    @Override
    public void drawPolygon(int[] xs, int[] ys, int count) {
        draw(new java.awt.Polygon(xs, ys, count));
    }

    @Override
    public void fillPolygon(int[] xs, int[] ys, int count) {
        fill(new java.awt.Polygon(xs, ys, count));
    }

    @Override
    public Composite getComposite() {
        return composite;
    }

    @Override
    public void setComposite(Composite next) {
        composite = next;
    }

    @Override
    public AffineTransform getTransform() {
        return new AffineTransform(transform);
    }

    @Override
    public void setTransform(AffineTransform next) {
        transform = new AffineTransform(next);
    }

    @Override
    public void transform(AffineTransform next) {
        transform.concatenate(next);
    }

    @Override
    public void translate(int x, int y) {
        transform.translate(x, y);
    }

    @Override
    public void translate(double x, double y) {
        transform.translate(x, y);
    }

    @Override
    public void scale(double x, double y) {
        transform.scale(x, y);
    }

    @Override
    public void rotate(double angle) {
        transform.rotate(angle);
    }

    @Override
    public void rotate(double angle, double x, double y) {
        transform.rotate(angle, x, y);
    }

    @Override
    public void shear(double x, double y) {
        transform.shear(x, y);
    }

    /** The clip in the coordinates of the moment; kept in those of the page. */
    @Override
    public @Nullable Shape getClip() {
        Area limits = clip;
        try {
            return limits == null ? null : transform.createInverse().createTransformedShape(limits);
        } catch (java.awt.geom.NoninvertibleTransformException e) {
            return limits;
        }
    }

    @Override
    public @Nullable Rectangle getClipBounds() {
        Shape limits = getClip();
        return limits == null ? null : limits.getBounds();
    }

    @Override
    public void setClip(@Nullable Shape shape) {
        clip = shape == null ? null : new Area(transform.createTransformedShape(shape));
    }

    @Override
    public void setClip(int x, int y, int width, int height) {
        setClip(new Rectangle(x, y, width, height));
    }

    @Override
    public void clipRect(int x, int y, int width, int height) {
        clip(new Rectangle(x, y, width, height));
    }

    @Override
    public void clip(@Nullable Shape shape) {
        if (shape == null) {
            clip = null;
            return;
        }
        Area narrower = new Area(transform.createTransformedShape(shape));
        if (clip != null) {
            narrower.intersect(clip);
        }
        clip = narrower;
    }
}
