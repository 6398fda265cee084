package porthole.jupyter.java.show;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import porthole.display.MimeBundle;

/** Images, and files that hold one. */
final class Pictures {
    static final String PNG = "image/png";
    static final String SVG = "image/svg+xml";

    /** Pixels of the longer side at most. */
    private static final int LONGEST = 2_400;

    private Pictures() {}

    static List<MimeBundle> rendered(Object value, Values values) {
        RenderedImage image = (RenderedImage) value;
        return List.of(picture(image, image.getWidth(), image.getHeight()));
    }

    static List<MimeBundle> image(Object value, Values values) {
        Image image = (Image) value;
        if (image.getWidth(null) < 1 || image.getHeight(null) < 1) {
            return List.of();
        }
        BufferedImage copy = scaled(image, image.getWidth(null), image.getHeight(null));
        return List.of(picture(copy, copy.getWidth(), copy.getHeight()));
    }

    private static MimeBundle picture(RenderedImage image, int width, int height) {
        String text = ShownText.SENTENCES.say("picture.text", width, height);
        double scale = Math.min(1, (double) LONGEST / Math.max(width, height));
        if (scale < 1 && image instanceof Image whole) {
            BufferedImage smaller = scaled(whole, (int) Math.max(1, width * scale), (int) Math.max(1, height * scale));
            return png(
                    smaller,
                    smaller.getWidth(),
                    smaller.getHeight(),
                    text + ", " + ShownText.SENTENCES.say("picture.scaled", smaller.getWidth(), smaller.getHeight()));
        }
        return png(image, width, height, text);
    }

    private static MimeBundle png(RenderedImage image, int width, int height, String text) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", png)) {
                return MimeBundle.text(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return MimeBundle.text(text)
                .with(PNG, Base64.getEncoder().encodeToString(png.toByteArray()))
                .hint(PNG, Map.of("width", width, "height", height));
    }

    /** The image in one of the formats that the JDK writes ({@code image/jpeg}, {@code image/gif}), in Base64. */
    static Optional<String> encoded(RenderedImage image, String type) {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByMIMEType(type);
        if (!writers.hasNext()) {
            return Optional.empty();
        }
        ImageWriter writer = writers.next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(writer.getOriginatingProvider().canEncodeImage(image) ? image : opaque(image));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return Optional.of(Base64.getEncoder().encodeToString(bytes.toByteArray()));
    }

    /** Formats without transparency get a white ground. */
    private static BufferedImage opaque(RenderedImage image) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = copy.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, copy.getWidth(), copy.getHeight());
        graphics.drawRenderedImage(image, new AffineTransform());
        graphics.dispose();
        return copy;
    }

    private static BufferedImage scaled(Image image, int width, int height) {
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = copy.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return copy;
    }

    /** An image as it is in a file or comes from a server; nothing where it is none that a page can show. */
    static Optional<MimeBundle> encoded(byte[] bytes, String text) {
        return type(bytes)
                .map(type -> type.equals(SVG)
                        ? MimeBundle.text(text).with(SVG, new String(bytes, StandardCharsets.UTF_8))
                        : MimeBundle.text(text).with(type, Base64.getEncoder().encodeToString(bytes)));
    }

    /** The type by the first bytes, as each format's specification has them. */
    private static Optional<String> type(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u0089PNG")) {
            return Optional.of(PNG);
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        if (head.startsWith("GIF8")) {
            return Optional.of("image/gif");
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return Optional.of("image/webp");
        }
        return head.contains("<svg") ? Optional.of(SVG) : Optional.empty();
    }
}
