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

/** Words of every cell that say in which form a text or a value is meant. As a cell's last value it is shown so. */
public final class DisplayWords {
    private DisplayWords() {}

    /** Text in Markdown. */
    public static Displayable markdown(String text) {
        return typed("text/markdown", text, text);
    }

    /** A formula in LaTeX; {@code $$} are put around it where it has no delimiters of its own. */
    public static Displayable latex(String formula) {
        String text = formula.strip();
        boolean delimited =
                text.startsWith("$") || text.startsWith("\\(") || text.startsWith("\\[") || text.startsWith("\\begin");
        return typed("text/latex", delimited ? text : "$$" + text + "$$", formula);
    }

    /** HTML, put on the page as it is. */
    public static Displayable html(String html) {
        return typed("text/html", html, html.replaceAll("<[^>]*>", "").strip());
    }

    /** A drawing in SVG. */
    public static Displayable svg(String svg) {
        return typed("image/svg+xml", svg, ShownText.SENTENCES.say("word.svg", svg.length()));
    }

    /** A diagram in Mermaid's language; front ends that do not know it show its text. */
    public static Displayable mermaid(String diagram) {
        MimeBundle bundle = MimeBundle.text(diagram)
                .with("text/vnd.mermaid", diagram)
                .with("text/markdown", "```mermaid\n" + diagram.strip() + "\n```");
        return () -> List.of(bundle);
    }

    /**
     * JSON: a text that is some, or a value of maps, collections, records, numbers and strings.
     *
     * @throws IllegalArgumentException where a text is not JSON
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

    /** Rows of values as a table, 20 at most. */
    public static Displayable table(Object rows) {
        return table(rows, Tabular.ROWS);
    }

    /**
     * Rows of values as a table.
     *
     * @param rows records, maps or anything else, in a collection, an array or a map
     * @param most how many to show at most
     */
    public static Displayable table(Object rows, int most) {
        List<MimeBundle> outputs = Many.table(rows, most);
        return () -> outputs;
    }

    /**
     * An image: a file by its path, bytes of PNG, JPEG, GIF, WebP or SVG, an address (which the page itself loads), or
     * an image of {@code java.awt}.
     *
     * @throws IOException where the file cannot be read
     * @throws IllegalArgumentException where it is no image that a page can show
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
     * The same image, so wide.
     *
     * @param width in pixels of the page
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
