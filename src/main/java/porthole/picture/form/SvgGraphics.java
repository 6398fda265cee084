package porthole.picture.form;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Locale;
import porthole.display.Html;

/**
 * A surface that writes what is painted on it as SVG, in attributes only: no style, no ids, no script, so that many
 * pictures live on one page. It knows the shapes that a {@link Scene} is made of, in their own coordinates.
 */
public final class SvgGraphics extends PlainGraphics {
    /** The fonts to look for, widest first; the layout's widths are DejaVu Sans's. */
    static final String FAMILY = "'DejaVu Sans', Verdana, 'Noto Sans', 'Noto Sans CJK JP', sans-serif";

    private final StringBuilder out = new StringBuilder(32_768);

    /** A scene as a document. */
    public static String write(Scene scene) {
        SvgGraphics surface = new SvgGraphics(scene.width(), scene.height(), scene.title(), scene.description());
        new SceneChart(scene).paint(surface);
        return surface.finish();
    }

    private SvgGraphics(double width, double height, String title, String description) {
        String w = number(width);
        String h = number(height);
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(w)
                .append(' ')
                .append(h)
                .append("\" width=\"")
                .append(w)
                .append("\" height=\"")
                .append(h)
                .append("\" role=\"img\" font-family=\"")
                .append(FAMILY)
                .append("\" style=\"max-width:100%;height:auto\">\n<title>")
                .append(escape(title))
                .append("</title>\n<desc>")
                .append(escape(description))
                .append("</desc>\n");
    }

    /** The finished document. */
    String finish() {
        return out + "</svg>\n";
    }

    @Override
    public void draw(Shape shape) {
        write(shape, "none", true);
    }

    @Override
    public void fill(Shape shape) {
        write(shape, colour(getPaint()), false);
    }

    @Override
    public void drawString(String text, float x, float y) {
        Font font = getFont();
        out.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y));
        out.append("\" font-size=\"").append(number(font.getSize2D())).append('"');
        attribute("text-anchor", hint(SceneHints.ANCHOR));
        if (font.isBold()) {
            attribute("font-weight", "bold");
        }
        if (font.isItalic()) {
            attribute("font-style", "italic");
        }
        attribute("fill", colour(getPaint()));
        String full = hint(SceneHints.FULL_TEXT);
        out.append('>').append(escape(text));
        if (!full.isEmpty() && !full.equals(text)) {
            out.append("<title>").append(escape(full)).append("</title>");
        }
        out.append("</text>\n");
    }

    private void write(Shape shape, String fill, boolean outline) {
        if (shape instanceof RoundRectangle2D r) {
            out.append("<rect");
            box(r.getX(), r.getY(), r.getWidth(), r.getHeight());
            attribute("rx", number(r.getArcWidth() / 2));
        } else if (shape instanceof Rectangle2D r) {
            out.append("<rect");
            box(r.getX(), r.getY(), r.getWidth(), r.getHeight());
        } else if (shape instanceof Ellipse2D e) {
            out.append("<circle");
            attribute("cx", number(e.getCenterX()));
            attribute("cy", number(e.getCenterY()));
            attribute("r", number(e.getWidth() / 2));
        } else if (shape instanceof Line2D l) {
            out.append("<line");
            attribute("x1", number(l.getX1()));
            attribute("y1", number(l.getY1()));
            attribute("x2", number(l.getX2()));
            attribute("y2", number(l.getY2()));
        } else {
            out.append("<path");
            attribute("d", path(shape));
        }
        attribute("fill", fill);
        if (outline) {
            stroke(getStroke());
        }
        out.append("/>\n");
    }

    private void box(double x, double y, double width, double height) {
        attribute("x", number(x));
        attribute("y", number(y));
        attribute("width", number(width));
        attribute("height", number(height));
    }

    private void stroke(Stroke stroke) {
        attribute("stroke", colour(getPaint()));
        if (stroke instanceof BasicStroke basic) {
            attribute("stroke-width", number(basic.getLineWidth()));
            float[] dashes = basic.getDashArray();
            if (dashes != null) {
                StringBuilder list = new StringBuilder();
                for (float dash : dashes) {
                    list.append(list.isEmpty() ? "" : " ").append(number(dash));
                }
                attribute("stroke-dasharray", list.toString());
            }
        }
    }

    public static String path(Shape shape) {
        StringBuilder d = new StringBuilder();
        double[] c = new double[6];
        for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            int kind = i.currentSegment(c);
            int numbers = switch (kind) {
                case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 2;
                case PathIterator.SEG_QUADTO -> 4;
                case PathIterator.SEG_CUBICTO -> 6;
                default -> 0;
            };
            d.append("MLQCZ".charAt(kind));
            for (int n = 0; n < numbers; n++) {
                d.append(n == 0 ? "" : " ").append(number(c[n]));
            }
        }
        return d.toString();
    }

    private String hint(RenderingHints.Key key) {
        Object value = getRenderingHint(key);
        return value == null ? "" : value.toString();
    }

    private void attribute(String name, String value) {
        if (!value.isEmpty()) {
            out.append(' ').append(name).append("=\"").append(value).append('"');
        }
    }

    private static String colour(Paint paint) {
        return paint instanceof Color c ? String.format(Locale.ROOT, "#%06x", c.getRGB() & 0xffffff) : "none";
    }

    public static String escape(String text) {
        return Html.escape(text.codePoints()
                .filter(c -> c >= 0x20 && c != 0xfffe && c != 0xffff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }

    /** At most two digits after the point, none where none are needed. */
    public static String number(double value) {
        long hundredths = Math.round(value * 100);
        String sign = hundredths < 0 ? "-" : "";
        long whole = Math.abs(hundredths) / 100;
        long rest = Math.abs(hundredths) % 100;
        if (rest == 0) {
            return sign + whole;
        }
        return sign + whole + (rest % 10 == 0 ? "." + rest / 10 : rest < 10 ? ".0" + rest : "." + rest);
    }
}
