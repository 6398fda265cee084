package porthole.jupyter.java.show;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import porthole.display.Displayable;
import porthole.display.Html;
import porthole.display.MimeBundle;
import porthole.jupyter.protocol.MessageJson;

/**
 * Words that every cell can use without an import, which say how a text or a value is to be shown. The result is shown
 * if it is the last value of a cell, or is passed to {@code display(…)}.
 */
public final class DisplayWords {
    private DisplayWords() {}

    /**
     * Shows a text as Markdown.
     *
     * @param text Markdown, as the front end understands it
     */
    public static Displayable markdown(String text) {
        return typed("text/markdown", text, text);
    }

    /**
     * Shows a formula.
     *
     * @param formula LaTeX; {@code $$} is put around it unless it begins with a delimiter of its own ({@code $},
     *     {@code \(}, {@code \[} or {@code \begin})
     */
    public static Displayable latex(String formula) {
        String text = formula.strip();
        boolean delimited =
                text.startsWith("$") || text.startsWith("\\(") || text.startsWith("\\[") || text.startsWith("\\begin");
        return typed("text/latex", delimited ? text : "$$" + text + "$$", formula);
    }

    /**
     * Shows HTML. It is put on the page unchanged, scripts included; as plain text its tags are left out.
     *
     * @param html a fragment of HTML
     */
    public static Displayable html(String html) {
        return typed("text/html", html, html.replaceAll("<[^>]*>", "").strip());
    }

    /**
     * Shows a drawing.
     *
     * @param svg one {@code <svg>} element
     */
    public static Displayable svg(String svg) {
        return typed("image/svg+xml", svg, ShownText.SENTENCES.say("word.svg", svg.length()));
    }

    /**
     * Shows a diagram in Mermaid's language. Front ends that cannot draw it show its text.
     *
     * @param diagram the text of the diagram, as in {@code graph LR; a --> b}
     */
    public static Displayable mermaid(String diagram) {
        MimeBundle bundle = MimeBundle.text(diagram)
                .with("text/vnd.mermaid", diagram)
                .with("text/markdown", "```mermaid\n" + diagram.strip() + "\n```");
        return () -> List.of(bundle);
    }

    /**
     * Shows a value as JSON, in front ends that can as a tree to open and close.
     *
     * @param value a text in JSON, or a value made of maps, collections, arrays, records, numbers, strings, booleans
     *     and {@code null}
     * @throws IllegalArgumentException if a text is not valid JSON
     */
    public static Displayable json(@Nullable Object value) {
        Object tree = value instanceof String text
                ? MessageJson.parse(text)
                        .orElseThrow(() -> new IllegalArgumentException(
                                ShownText.SENTENCES.say("word.json", ShownText.brief(text))))
                : Tree.of(value);
        MimeBundle bundle =
                MimeBundle.text(ShownText.whole(MessageJson.pretty(tree))).with(Documents.JSON, tree);
        return () -> List.of(bundle);
    }

    /**
     * Shows values as a table of at most 20 rows; a note tells how many there are.
     *
     * @param rows records, maps or anything else, in a collection, an array or a map
     */
    public static Displayable table(Object rows) {
        return table(rows, Tabular.ROWS);
    }

    /**
     * Shows values as a table; a note tells how many there are if not all are shown. Components of records and keys of
     * maps become columns.
     *
     * @param rows records, maps or anything else, in a collection, an array or a map (whose entries are the rows)
     * @param most how many rows to show at most
     */
    public static Displayable table(Object rows, int most) {
        List<MimeBundle> outputs = Many.table(rows, most);
        return () -> outputs;
    }

    /**
     * Shows an image in its own size.
     *
     * @param source the path of a file, or the bytes or an {@link InputStream} of one (PNG, JPEG, GIF, WebP or SVG); a
     *     URL ({@code http:}, {@code https:} or {@code data:image/…}), which the page itself loads; or an image of
     *     {@code java.awt}
     * @throws IOException if the file or stream cannot be read
     * @throws IllegalArgumentException if it is not an image that a page can show
     */
    public static Displayable image(Object source) throws IOException {
        String text = source instanceof byte[] ? ShownText.SENTENCES.say("word.bytes") : String.valueOf(source);
        if (text.startsWith("http://") || text.startsWith("https://") || text.startsWith("data:image/")) {
            return typed("text/html", "<img src=\"" + Html.escape(text) + "\" style=\"max-width:100%\">", text);
        }
        byte[] bytes;
        if (source instanceof byte[] given) {
            bytes = given;
        } else if (source instanceof InputStream stream) {
            bytes = stream.readAllBytes();
        } else if (source instanceof java.awt.Image || source instanceof java.awt.image.RenderedImage) {
            List<MimeBundle> outputs = new Values(String::valueOf, Map.of()).show(source);
            return () -> outputs;
        } else {
            bytes = Files.readAllBytes(
                    Path.of(text.startsWith("file:") ? java.net.URI.create(text).getPath() : text));
        }
        MimeBundle bundle = Pictures.encoded(bytes, text)
                .orElseThrow(() -> new IllegalArgumentException(ShownText.SENTENCES.say("word.image", text)));
        return () -> List.of(bundle);
    }

    /**
     * Shows an image in a given width; the height follows.
     *
     * @param source in the forms of {@link #image(Object)}
     * @param width in CSS pixels of the page
     * @throws IOException if the file or stream cannot be read
     * @throws IllegalArgumentException if it is not an image that a page can show
     */
    public static Displayable image(Object source, int width) throws IOException {
        MimeBundle bundle = image(source).outputs().get(0);
        for (String type : bundle.data().keySet()) {
            if (type.startsWith("image/")) {
                bundle = bundle.hint(type, Map.of("width", width));
            }
        }
        List<MimeBundle> outputs = Arrays.asList(bundle);
        return () -> outputs;
    }

    private static Displayable typed(String type, String content, String plain) {
        MimeBundle bundle = MimeBundle.text(plain).with(type, content);
        return () -> List.of(bundle);
    }
}
