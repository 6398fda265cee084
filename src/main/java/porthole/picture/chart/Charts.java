package porthole.picture.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import porthole.display.MimeBundle;
import porthole.display.Sentences;
import porthole.picture.form.PictureForms;
import porthole.picture.form.Png;

/**
 * A notebook's own charts of JFreeChart, of whichever version it has: as SVG, which is dark on a dark page, and as PNG at
 * two pixels for one.
 */
public final class Charts {
    /** The type that {@link #outputs} shows. */
    public static final String TYPE = "org.jfree.chart.JFreeChart";

    private static final Sentences SENTENCES = Sentences.of(Charts.class);
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int SCALE = 2;

    private Charts() {}

    /**
     * The chart's forms.
     *
     * @throws IllegalStateException where the chart itself fails to draw
     */
    public static List<MimeBundle> outputs(Object chart) {
        String title = title(chart);
        String text = title.isEmpty() ? SENTENCES.say("chart") : SENTENCES.say("chart.titled", title);
        MimeBundle bundle = MimeBundle.text(text);
        try {
            ChartGraphics surface = new ChartGraphics();
            draw(chart, surface);
            String drawn = surface.finish(WIDTH, HEIGHT, title);
            String svg = isLight(chart) ? DarkChart.following(drawn) : drawn;
            bundle = bundle.with("text/html", PictureForms.image(svg, text, WIDTH))
                    .with("image/svg+xml", svg);
        } catch (UnsupportedOperationException e) {
            // it holds what only pixels can show, an image say
        }
        return List.of(bundle.with("image/png", Base64.getEncoder().encodeToString(png(chart)))
                .hint("image/png", Map.of("width", WIDTH, "height", HEIGHT)));
    }

    /** A ground that is no colour (none, or a pattern) is the page's or the chart's own affair. */
    private static boolean isLight(Object chart) {
        return call(chart, "getBackgroundPaint", new Class<?>[0]) instanceof Color ground && DarkChart.isLight(ground);
    }

    private static byte[] png(Object chart) {
        BufferedImage image = new BufferedImage(SCALE * WIDTH, SCALE * HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.scale(SCALE, SCALE);
        draw(chart, g);
        g.dispose();
        return Png.of(image, SCALE);
    }

    private static void draw(Object chart, Graphics2D surface) {
        call(
                chart,
                "draw",
                new Class<?>[] {Graphics2D.class, Rectangle2D.class},
                surface,
                new Rectangle(WIDTH, HEIGHT));
    }

    private static String title(Object chart) {
        Object title = call(chart, "getTitle", new Class<?>[0]);
        return title == null ? "" : String.valueOf(call(title, "getText", new Class<?>[0]));
    }

    private static @org.jspecify.annotations.Nullable Object call(
            Object on, String name, Class<?>[] types, Object... arguments) {
        try {
            Method method = on.getClass().getMethod(name, types);
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof UnsupportedOperationException unsupported) {
                throw unsupported;
            }
            throw new IllegalStateException(SENTENCES.say("chart.failed", e.getCause()), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(SENTENCES.say("chart.foreign", name), e);
        }
    }
}
