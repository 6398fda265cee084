package io.github.spencerpark.jupyter.kernel.display;

import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import porthole.display.Displayable;
import porthole.display.MimeBundle;

/** One value in several MIME types, to be filled. */
public class DisplayData implements Displayable {
    private final Map<String, Object> data = new LinkedHashMap<>();

    /** Nothing yet. */
    public DisplayData() {}

    /** A text. */
    public DisplayData(String text) {
        putText(text);
    }

    /** Adds a form. */
    public void putData(MIMEType type, Object content) {
        data.put(type.toString(), content);
    }

    /** Adds a form by the name of its type. */
    public void putData(String type, Object content) {
        data.put(type, content);
    }

    /** Adds {@code text/plain}. */
    public void putText(String text) {
        putData(MIMEType.TEXT_PLAIN, text);
    }

    /** Adds {@code text/html}. */
    public void putHTML(String html) {
        putData(MIMEType.TEXT_HTML, html);
    }

    /** Adds {@code text/markdown}. */
    public void putMarkdown(String markdown) {
        putData(MIMEType.TEXT_MARKDOWN, markdown);
    }

    /** Adds {@code text/latex}. */
    public void putLatex(String latex) {
        putData(MIMEType.TEXT_LATEX, latex);
    }

    /** Adds {@code application/json}. */
    public void putJSON(String json) {
        putData(MIMEType.APPLICATION_JSON, json);
    }

    /** Adds {@code application/javascript}. */
    public void putJavaScript(String script) {
        putData(MIMEType.APPLICATION_JAVASCRIPT, script);
    }

    /** Adds {@code image/svg+xml}. */
    public void putSVG(String svg) {
        putData(MIMEType.IMAGE_SVG, svg);
    }

    /** Whether there is a form of this type. */
    public boolean hasDataForType(MIMEType type) {
        return data.containsKey(type.toString());
    }

    /** What is in it, with a text in any case. */
    public MimeBundle bundle() {
        Map<String, Object> all = new LinkedHashMap<>(data);
        all.putIfAbsent(
                MimeBundle.PLAIN,
                data.isEmpty() ? "" : String.valueOf(data.values().iterator().next()));
        return new MimeBundle(all, Map.of());
    }

    @Override
    public List<MimeBundle> outputs() {
        return List.of(bundle());
    }
}
