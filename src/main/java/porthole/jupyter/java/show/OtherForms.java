package porthole.jupyter.java.show;

import java.awt.image.RenderedImage;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porthole.display.MimeBundle;

/** A value in MIME types that a cell has asked for and that are not the value's own. */
final class OtherForms {
    private OtherForms() {}

    /** The text of {@code own}, and each of {@code types} that can be made. */
    static MimeBundle of(Object value, MimeBundle own, String... types) {
        MimeBundle kept = own.only(List.of(types));
        for (String type : types) {
            if (!kept.data().containsKey(type)) {
                Optional<Object> made = made(value, type);
                kept = made.isPresent() ? kept.with(type, made.get()) : kept;
            }
        }
        return kept;
    }

    private static Optional<Object> made(Object value, String type) {
        if (type.contains("*")) {
            return Optional.empty();
        }
        if (value instanceof CharSequence text) {
            return Optional.of(text.toString());
        }
        if (type.equals(Documents.JSON)) {
            return isTree(value) ? Optional.of(Tree.of(value)) : Optional.empty();
        }
        return value instanceof RenderedImage image && type.startsWith("image/")
                ? Pictures.encoded(image, type).map(Object.class::cast)
                : Optional.empty();
    }

    private static boolean isTree(Object value) {
        return value instanceof Record
                || value instanceof Map<?, ?>
                || value instanceof Collection<?>
                || value instanceof Number
                || value instanceof Boolean
                || value.getClass().isArray();
    }
}
