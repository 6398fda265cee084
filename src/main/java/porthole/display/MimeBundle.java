package porthole.display;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One value in several MIME types, as the Jupyter message specification calls it.
 *
 * @param data MIME type to content; a {@code String} for text, Base64 for binary types, any JSON-like tree for {@code
 *     application/json}. Never empty: {@code text/plain} is always there, so that a terminal and a screen reader have
 *     something to say.
 * @param metadata MIME type to hints for the front end (a PNG's {@code width} and {@code height}, say); often empty
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/messaging.html#display-data">display_data</a>
 */
public record MimeBundle(Map<String, Object> data, Map<String, Object> metadata) {
    /** The MIME type that every bundle has. */
    public static final String PLAIN = "text/plain";

    public MimeBundle {
        if (!data.containsKey(PLAIN)) {
            throw new IllegalArgumentException(
                    Sentences.of(MimeBundle.class).say("bundle.plain", PLAIN, data.keySet()));
        }
        data = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(data));
        metadata = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /**
     * Makes a bundle of plain text only.
     *
     * @param text the text
     */
    public static MimeBundle text(String text) {
        return new MimeBundle(Map.of(PLAIN, text), Map.of());
    }

    /**
     * Makes a bundle of HTML and plain text.
     *
     * @param html a fragment of HTML
     * @param text the plain text that says the same, for terminals and screen readers
     */
    public static MimeBundle html(String html, String text) {
        return text(text).with("text/html", html);
    }

    /**
     * Gives this bundle with one more MIME type; content of that type is replaced.
     *
     * @param mimeType as in {@code image/svg+xml}
     * @param content a {@code String}, in Base64 for binary types, or a tree of maps, lists, strings and numbers for
     *     JSON
     */
    public MimeBundle with(String mimeType, Object content) {
        Map<String, Object> more = new LinkedHashMap<>(data);
        more.put(mimeType, content);
        return new MimeBundle(more, metadata);
    }

    /**
     * Gives this bundle with hints for one of its MIME types; hints for that type are replaced.
     *
     * @param mimeType a MIME type of this bundle
     * @param hints a map, as in {@code Map.of("width", 400)}
     */
    public MimeBundle hint(String mimeType, Object hints) {
        Map<String, Object> more = new LinkedHashMap<>(metadata);
        more.put(mimeType, hints);
        return new MimeBundle(data, more);
    }

    /**
     * Gives this bundle with some of its MIME types only, and always the plain text.
     *
     * @param types MIME types to keep; {@code image/*} and the like mean several
     */
    public MimeBundle only(List<String> types) {
        MimeBundle kept = text(plain());
        for (String type : data.keySet()) {
            if (types.stream().anyMatch(wanted -> matches(wanted, type))) {
                kept = kept.with(type, data.get(type));
                kept = metadata.containsKey(type) ? kept.hint(type, metadata.get(type)) : kept;
            }
        }
        return kept;
    }

    /**
     * Whether a MIME type is one that is asked for.
     *
     * @param wanted a MIME type, or several at once as in {@code image/*}
     * @param type the MIME type in question
     */
    public static boolean matches(String wanted, String type) {
        return wanted.equals(type)
                || wanted.equals("*")
                || wanted.equals("*/*")
                || (wanted.endsWith("/*") && type.startsWith(wanted.substring(0, wanted.length() - 1)));
    }

    /** Gives the plain text. */
    public String plain() {
        return String.valueOf(data.get(PLAIN));
    }
}
