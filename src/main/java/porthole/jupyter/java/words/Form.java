package porthole.jupyter.java.words;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Short names of MIME types. */
final class Form {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("text", "text/plain"),
            Map.entry("txt", "text/plain"),
            Map.entry("plain", "text/plain"),
            Map.entry("html", "text/html"),
            Map.entry("md", "text/markdown"),
            Map.entry("markdown", "text/markdown"),
            Map.entry("latex", "text/latex"),
            Map.entry("json", "application/json"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("svg", "image/svg+xml"));

    private Form() {}

    /** Whether {@code name} is such a name, or a MIME type. */
    static boolean isOne(@Nullable String name) {
        return name != null && (isType(name) || TYPES.containsKey(name.toLowerCase(Locale.ROOT)));
    }

    /** Whether {@code name} is a MIME type. */
    static boolean isType(String name) {
        return name.matches("[a-z]+/[\\w.+*-]+");
    }

    /** The MIME type of that name. */
    static String type(String name) {
        return TYPES.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }
}
