package porthole.jupyter.elsewhere;

import java.util.function.BiConsumer;
import java.util.function.Predicate;
import porthole.display.Displayable;
import porthole.display.MimeBundle;

/** The first output of a value, for a kernel that shows one for each value: its text, and each form that is wanted. */
final class FirstOutput {
    private FirstOutput() {}

    /**
     * @param wanted whether a MIME type is wanted; the text goes along in any case
     * @param data takes a form by its MIME type
     * @param metadata takes the hints about a form, by its MIME type
     */
    static void give(
            Displayable value,
            Predicate<String> wanted,
            BiConsumer<String, Object> data,
            BiConsumer<String, Object> metadata) {
        MimeBundle first = value.outputs().get(0);
        first.data().forEach((type, content) -> {
            if (type.equals(MimeBundle.PLAIN) || wanted.test(type)) {
                data.accept(type, content);
            }
        });
        first.metadata().forEach(metadata);
    }
}
