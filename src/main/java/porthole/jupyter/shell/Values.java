package porthole.jupyter.shell;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import porthole.display.Displayable;
import porthole.display.MimeBundle;

/** How any Java value is shown. */
final class Values {
    private static final String PNG = "image/png";

    private Values() {}

    /**
     * What to show, never empty.
     *
     * @param as the MIME types wanted; none means the value's own. A text is taken as written in the type asked for.
     */
    static List<MimeBundle> show(@Nullable Object value, String... as) {
        List<MimeBundle> all = show(value);
        return as.length == 0 ? all : all.stream().map(b -> only(b, as)).toList();
    }

    private static MimeBundle only(MimeBundle bundle, String... as) {
        MimeBundle kept = MimeBundle.text(bundle.plain());
        for (String type : as) {
            Object content = bundle.data().get(type);
            kept = kept.with(type, content == null ? bundle.plain() : content);
        }
        return kept;
    }

    private static List<MimeBundle> show(@Nullable Object value) {
        if (value instanceof Displayable displayable) {
            return displayable.outputs();
        }
        if (value instanceof MimeBundle bundle) {
            return List.of(bundle);
        }
        if (value instanceof RenderedImage image) {
            return List.of(picture(image));
        }
        return List.of(MimeBundle.text(text(value)));
    }

    private static String text(@Nullable Object value) {
        if (value != null && value.getClass().isArray()) {
            String nested = Arrays.deepToString(new Object[] {value});
            return nested.substring(1, nested.length() - 1);
        }
        return String.valueOf(value);
    }

    private static MimeBundle picture(RenderedImage image) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", png)) {
                return MimeBundle.text(image.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = "A picture of " + image.getWidth() + " by " + image.getHeight() + " pixels";
        return MimeBundle.text(text)
                .with(PNG, Base64.getEncoder().encodeToString(png.toByteArray()))
                .hint(PNG, Map.of("width", image.getWidth(), "height", image.getHeight()));
    }
}
