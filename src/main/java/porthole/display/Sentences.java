package porthole.display;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * One room's sentences in the reader's language: {@code sentences.properties} (English) and {@code
 * sentences_ja.properties} in the room's package, with {@link MessageFormat} places. A key that Japanese lacks is said
 * in English. In the files an apostrophe is written twice ({@code ''}), as MessageFormat wants it.
 */
public final class Sentences {
    private final Class<?> room;
    private final String file;

    private Sentences(Class<?> room, String file) {
        this.room = room;
        this.file = file;
    }

    /** The sentences of the package of {@code room}. */
    public static Sentences of(Class<?> room) {
        return new Sentences(room, "sentences");
    }

    /** As {@link #of(Class)}, from {@code FILE.properties} and {@code FILE_ja.properties}. */
    public static Sentences of(Class<?> room, String file) {
        return new Sentences(room, file);
    }

    /** The sentence of {@code key} in the process's language, numbers unformatted ({@code 8080}, not {@code 8,080}). */
    public String say(String key, @Nullable Object... parts) {
        return say(Language.current(), key, parts);
    }

    /** The sentence of {@code key} in {@code language}. */
    public String say(Language language, String key, @Nullable Object... parts) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                room.getPackageName() + "." + file,
                language.locale(),
                room.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Object[] plain = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            plain[i] = Visible.of(String.valueOf(parts[i]));
        }
        return new MessageFormat(bundle.getString(key), language.locale()).format(plain);
    }
}
