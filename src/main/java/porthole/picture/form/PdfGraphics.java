package porthole.picture.form;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/** A surface that writes what is painted on it into a page of a PDF. */
final class PdfGraphics extends PlainGraphics {
    private final PDPageContentStream out;
    private final Optional<PDType0Font> plain;
    private final Optional<PDType0Font> bold;

    /** @param plain the font for text; without one, letters are shapes */
    PdfGraphics(PDPageContentStream out, Optional<PDType0Font> plain, Optional<PDType0Font> bold) {
        this.out = out;
        this.plain = plain;
        this.bold = bold;
    }

    @Override
    public void draw(Shape shape) {
        if (!(getPaint() instanceof Color colour) || !(getStroke() instanceof BasicStroke stroke)) {
            return;
        }
        try {
            out.setStrokingColor(colour);
            out.setLineWidth(stroke.getLineWidth());
            float[] dashes = stroke.getDashArray();
            out.setLineDashPattern(dashes == null ? new float[0] : dashes, 0);
            path(shape);
            out.stroke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void fill(Shape shape) {
        if (!(getPaint() instanceof Color colour)) {
            return;
        }
        try {
            out.setNonStrokingColor(colour);
            path(shape);
            if (shape.getPathIterator(null).getWindingRule() == PathIterator.WIND_EVEN_ODD) {
                out.fillEvenOdd();
            } else {
                out.fill();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void path(Shape shape) throws IOException {
        float[] c = new float[6];
        float x = 0;
        float y = 0;
        for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            int kind = i.currentSegment(c);
            switch (kind) {
                case PathIterator.SEG_MOVETO -> out.moveTo(c[0], c[1]);
                case PathIterator.SEG_LINETO -> out.lineTo(c[0], c[1]);
                case PathIterator.SEG_QUADTO -> quad(x, y, c);
                case PathIterator.SEG_CUBICTO -> out.curveTo(c[0], c[1], c[2], c[3], c[4], c[5]);
                default -> out.closePath();
            }
            int last = switch (kind) {
                case PathIterator.SEG_QUADTO -> 2;
                case PathIterator.SEG_CUBICTO -> 4;
                default -> 0;
            };
            x = c[last];
            y = c[last + 1];
        }
    }

    /** PDF has cubic curves only. */
    private void quad(float x, float y, float[] c) throws IOException {
        out.curveTo(
                x + (c[0] - x) * 2 / 3,
                y + (c[1] - y) * 2 / 3,
                c[2] + (c[0] - c[2]) * 2 / 3,
                c[3] + (c[1] - c[3]) * 2 / 3,
                c[2],
                c[3]);
    }

    @Override
    public void drawString(String text, float x, float y) {
        Font font = getFont();
        Object hint = getRenderingHint(SceneHints.ANCHOR);
        String anchor = hint == null ? "" : hint.toString();
        Optional<PDType0Font> embedded = font.isBold() ? bold : plain;
        if (embedded.isEmpty() || font.canDisplayUpTo(text) >= 0) {
            Outlines.of(text, font, anchor, x, y).forEach(this::fill);
            return;
        }
        try {
            write(text, embedded.get(), font.getSize2D(), anchor, x, y);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text, PDType0Font font, float size, String anchor, float x, float y) throws IOException {
        float width = font.getStringWidth(text) * size / 1000;
        float left = anchor.equals("middle") ? x - width / 2 : anchor.equals("end") ? x - width : x;
        out.setNonStrokingColor(getPaint() instanceof Color c ? c : Color.BLACK);
        out.beginText();
        out.setFont(font, size);
        out.setTextMatrix(new Matrix(1, 0, 0, -1, left, y));
        out.showText(text);
        out.endText();
    }
}
