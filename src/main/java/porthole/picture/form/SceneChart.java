package porthole.picture.form;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** A chart with hidden axes whose only annotation paints a scene. SVG and PNG both come from here. */
final class SceneChart {
    private final Scene scene;
    private final JFreeChart chart;

    SceneChart(Scene scene) {
        this.scene = scene;
        XYPlot plot = new XYPlot(null, axis(), axis(), null);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setOutlineVisible(false);
        plot.setBackgroundPaint(null);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.addAnnotation(new Painting(scene), false);
        chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
    }

    /** Without a fixed unit, a hidden axis measures fonts to find one. */
    private static NumberAxis axis() {
        NumberAxis axis = new NumberAxis();
        axis.setVisible(false);
        axis.setAutoRange(false);
        axis.setTickUnit(new NumberTickUnit(1), false, true);
        return axis;
    }

    void paint(Graphics2D surface) {
        chart.draw(surface, new Rectangle2D.Double(0, 0, scene.width(), scene.height()));
    }

    private static final class Painting extends AbstractXYAnnotation {
        private static final long serialVersionUID = 1L;
        private final transient Scene scene;

        Painting(Scene scene) {
            this.scene = scene;
        }

        @Override
        public void draw(
                Graphics2D g,
                XYPlot plot,
                Rectangle2D area,
                ValueAxis domain,
                ValueAxis range,
                int index,
                PlotRenderingInfo info) {
            scene.shapes().forEach(shape -> paint(g, shape));
        }

        private static void paint(Graphics2D g, Scene.Shape shape) {
            if (shape instanceof Scene.Rectangle r) {
                Bounds b = r.bounds();
                java.awt.Shape outline = r.radius() == 0
                        ? new Rectangle2D.Double(b.x(), b.y(), b.width(), b.height())
                        : new RoundRectangle2D.Double(
                                b.x(), b.y(), b.width(), b.height(), r.radius() * 2, r.radius() * 2);
                paint(g, outline, r.fill(), r.stroke());
            } else if (shape instanceof Scene.Line l) {
                paint(g, new Line2D.Double(l.x1(), l.y1(), l.x2(), l.y2()), "none", l.stroke());
            } else if (shape instanceof Scene.Circle c) {
                double d = c.radius() * 2;
                paint(g, new Ellipse2D.Double(c.x() - c.radius(), c.y() - c.radius(), d, d), c.fill(), c.stroke());
            } else if (shape instanceof Scene.Path p) {
                paint(g, path(p), p.fill(), p.stroke());
            } else if (shape instanceof Scene.Text t) {
                text(g, t);
            }
        }

        private static Path2D path(Scene.Path steps) {
            Path2D path = new Path2D.Double();
            List<Double> n = steps.numbers();
            int i = 0;
            for (char step : steps.steps().toCharArray()) {
                switch (step) {
                    case 'M' -> path.moveTo(n.get(i), n.get(i + 1));
                    case 'L' -> path.lineTo(n.get(i), n.get(i + 1));
                    case 'C' ->
                        path.curveTo(n.get(i), n.get(i + 1), n.get(i + 2), n.get(i + 3), n.get(i + 4), n.get(i + 5));
                    default -> path.closePath();
                }
                i += step == 'C' ? 6 : step == 'Z' ? 0 : 2;
            }
            return path;
        }

        private static void paint(Graphics2D g, java.awt.Shape outline, String fill, Scene.Stroke stroke) {
            if (!fill.equals("none")) {
                g.setPaint(Color.decode(fill));
                g.fill(outline);
            }
            if (!stroke.colour().equals("none")) {
                g.setPaint(Color.decode(stroke.colour()));
                g.setStroke(stroke(stroke));
                g.draw(outline);
            }
        }

        private static BasicStroke stroke(Scene.Stroke stroke) {
            float width = (float) stroke.width();
            if (stroke.dashes().isEmpty()) {
                return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
            }
            float[] dashes = new float[stroke.dashes().size()];
            for (int i = 0; i < dashes.length; i++) {
                dashes[i] = stroke.dashes().get(i).floatValue();
            }
            return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0);
        }

        private static void text(Graphics2D g, Scene.Text text) {
            Letters letters = text.letters();
            g.setFont(Fonts.of(letters.bold() ? Font.BOLD : Font.PLAIN, (float) letters.size()));
            g.setPaint(Color.decode(text.colour()));
            g.setRenderingHint(
                    SceneHints.ANCHOR,
                    switch (text.anchor()) {
                        case START -> "";
                        case MIDDLE -> "middle";
                        case END -> "end";
                    });
            g.setRenderingHint(SceneHints.FULL_TEXT, text.full());
            Raster.drawString(g, text.text(), (float) text.x(), (float) text.y());
        }
    }
}
