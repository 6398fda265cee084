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
import java.util.List;
import java.util.Locale;
import porthole.display.Html;

/**
 * A surface that writes what is painted on it as SVG, in attributes only: no style, no ids, no script, so that many
 * pictures live on one page. It knows the shapes that a {@link Scene} is made of, in their own coordinates.
 */
public final class SvgGraphics extends PlainGraphics {
    /** The fonts to look for, widest first; the layout's widths are DejaVu Sans's. */
    static final String FAMILY = "'DejaVu Sans', Verdana, 'Noto Sans', 'Noto Sans CJK JP', sans-serif";

    /** A rule of a style sheet goes before an attribute. */
    private static final String FOLLOWING = following();

    private final StringBuilder out = new StringBuilder(32_768);
    private final Style style;

    /** A scene as a document. */
    static String write(Scene scene) {
        return write(scene, Style.PLAIN);
    }

    /** A scene as a document in that style; its colours are the scene's. */
    public static String write(Scene scene, Style style) {
        if (style.letters() != Style.Type.EMBEDDED) {
            return write(scene, style, FAMILY, "");
        }
        EmbeddedFonts fonts = EmbeddedFonts.of(scene);
        return write(scene, style, fonts.family() + ", " + FAMILY, fonts.sheet());
    }

    /**
     * A light scene as a document that is dark on a dark page. It has a style sheet, so it is for an image of its own
     * rather than for a page's markup.
     */
    public static String following(Scene scene, Style style) {
        return write(scene, style, FAMILY, FOLLOWING);
    }

    private static String following() {
        StringBuilder sheet = new StringBuilder("<style>@media (prefers-color-scheme:dark){");
        for (String colour : Colour.light()) {
            for (String attribute : List.of("fill", "stroke")) {
                sheet.append('[').append(attribute).append("=\"").append(colour).append("\"]{");
                sheet.append(attribute).append(':').append(Colour.dark(colour)).append('}');
            }
        }
        return sheet.append("}</style>\n").toString();
    }

    private static String write(Scene scene, Style style, String family, String sheet) {
        SvgGraphics surface = new SvgGraphics(scene, style, family, sheet);
        new SceneChart(scene).paint(surface);
        return surface.finish();
    }

    private SvgGraphics(Scene scene, Style style, String family, String sheet) {
        this.style = style;
        double scale = style.scale(scene);
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(number(scene.width()))
                .append(' ')
                .append(number(scene.height()))
                .append("\" width=\"")
                .append(number(scene.width() * scale))
                .append("\" height=\"")
                .append(number(scene.height() * scale))
                .append("\" role=\"img\" font-family=\"")
                .append(family)
                .append("\" style=\"max-width:100%;height:auto\">\n<title>")
                .append(escape(scene.title()))
                .append("</title>\n<desc>")
                .append(escape(scene.description()))
                .append("</desc>\n")
                .append(sheet);
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
        boolean lacking = style.letters() == Style.Type.EMBEDDED && getFont().canDisplayUpTo(text) >= 0;
        if (lacking || style.letters() == Style.Type.OUTLINED) {
            outline(text, x, y);
            return;
        }
        Font font = getFont();
        out.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y));
        out.append("\" font-size=\"").append(number(font.getSize2D())).append('"');
        attribute("text-anchor", hint(SceneHints.ANCHOR));
        if (font.isBold()) {
            attribute("font-weight", "bold");
        }
        attribute("fill", colour(getPaint()));
        String full = hint(SceneHints.FULL_TEXT);
        out.append('>').append(escape(text));
        if (!full.isEmpty() && !full.equals(text)) {
            out.append("<title>").append(escape(full)).append("</title>");
        }
        out.append("</text>\n");
    }

    /** Letters as shapes, in the fonts of this machine. */
    private void outline(String text, float x, float y) {
        String full = hint(SceneHints.FULL_TEXT);
        out.append("<g><title>").append(escape(full.isEmpty() ? text : full)).append("</title>\n");
        Outlines.of(text, getFont(), hint(SceneHints.ANCHOR), x, y).forEach(this::fill);
        out.append("</g>\n");
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
