package porthole.display;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One room's sentences in the reader's language: {@code sentences.properties} (English) and {@code
 * sentences_ja.properties} in the class's package, or in the nearest package around it that has such a file, with
 * {@link MessageFormat} places. A key that Japanese lacks is said
 * in English. In the files an apostrophe is written twice ({@code ''}), as MessageFormat wants it.
 */
public final class Sentences {
    /** A place that stands as a string in a call to be typed: {@code docker.rm("{0}")}, but not {@code line 3 ("{0}")}. */
    private static final Pattern TYPED = Pattern.compile("(?<=\\w\\(|\", |\",)\"\\{(\\d)}\"");

    /** A character of Japanese text, or one of its punctuation marks. */
    private static final Pattern WIDE = Pattern.compile("[\\u3001-\\u30ff\\u4e00-\\u9fff\\uff01-\\uff5e]");

    private final Class<?> room;
    private final String file;
    private volatile @Nullable String bundle;

    private Sentences(Class<?> room, String file) {
        this.room = room;
        this.file = file;
    }

    /** The sentences of the package of {@code room}, or of the nearest around it that has some. */
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
                bundle(),
                language.locale(),
                room.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Object[] plain = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            plain[i] = Visible.of(String.valueOf(parts[i]));
        }
        String pattern = bundle.getString(key);
        TYPED.matcher(pattern)
                .results()
                .map(typed -> Integer.parseInt(typed.group(1)))
                .distinct()
                .forEach(i -> {
                    if (i < plain.length) {
                        plain[i] = literal((String) plain[i]);
                    }
                });
        String fitted = language == Language.JAPANESE ? joined(pattern, plain) : pattern;
        return new MessageFormat(fitted, language.locale()).format(plain);
    }

    /**
     * In Japanese a space stands between a name in Latin letters and the words around it, and none where the part that is
     * filled in begins or ends in Japanese: {@code {0} は} with {@code web など 2 個}.
     */
    private static String joined(String pattern, Object[] parts) {
        String fitted = pattern;
        for (int i = 0; i < parts.length; i++) {
            String part = (String) parts[i];
            String place = "\\{" + i + "\\}";
            if (WIDE.matcher(part).lookingAt()) {
                fitted = fitted.replaceAll("(?<=" + WIDE + ") (?=" + place + ")", "");
            }
            if (!part.isEmpty()
                    && WIDE.matcher(part.substring(part.length() - 1)).matches()) {
                fitted = fitted.replaceAll("(?<=" + place + ") (?=" + WIDE + ")", "");
            }
        }
        return fitted;
    }

    private String bundle() {
        String found = bundle;
        if (found == null) {
            found = nearest();
            bundle = found;
        }
        return found;
    }

    private String nearest() {
        String own = room.getPackageName();
        for (String at = own; !at.isEmpty(); at = at.substring(0, Math.max(0, at.lastIndexOf('.')))) {
            if (room.getResource("/" + at.replace('.', '/') + "/" + file + ".properties") != null) {
                return at + "." + file;
            }
        }
        return own + "." + file;
    }

    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
