package porthole.jupyter.magic;

import java.util.List;
import java.util.Map;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.display.Sentences;
import porthole.jupyter.api.Magic;

/** Cells in another language that the front end itself shows: {@code %%html} and its like. */
public final class TextMagics {
    private static final Sentences SENTENCES = Sentences.of(TextMagics.class);

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html",
            "markdown", "text/markdown",
            "latex", "text/latex",
            "svg", "image/svg+xml",
            "javascript", "application/javascript",
            "js", "application/javascript");

    private TextMagics() {}

    public static List<Magic> all() {
        return TYPES.entrySet().stream()
                .<Magic>map(e -> new SimpleMagic(
                        e.getKey(),
                        SENTENCES,
                        "help.text",
                        e.getValue(),
                        (line, body) -> shown(body == null ? line : body, e.getValue())))
                .toList();
    }

    private static Displayable shown(String text, String type) {
        return () -> List.of(MimeBundle.text(text.strip()).with(type, text));
    }
}
