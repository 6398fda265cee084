package porthole.jupyter.compat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.jupyter.protocol.MessageJson;

/** One value in several MIME types, to be filled. */
public abstract class Forms implements Displayable {
    private final Map<String, Object> data = new LinkedHashMap<>();
    private final Map<String, Object> metadata = new LinkedHashMap<>();
    private @Nullable String id;

    /** Adds a form by the name of its type. */
    public void putData(String type, Object content) {
        data.put(type, content);
    }

    /** Adds hints for the front end, mostly about the form of this type. */
    public void putMetaData(String type, Object hints) {
        metadata.put(type, hints);
    }

    /** Adds what is sent and not kept; the one such thing that front ends know is {@code display_id}. */
    public void putTransientData(String name, Object value) {
        if (name.equals("display_id")) {
            id = String.valueOf(value);
        }
    }

    /** What was put for a type; null where nothing was. */
    protected @Nullable Object get(String type) {
        return data.get(type);
    }

    /** Takes over all that {@code other} has. */
    protected void take(Forms other) {
        data.putAll(other.data);
        metadata.putAll(other.metadata);
        id = other.id == null ? id : other.id;
    }

    /** Says under which id it is shown. */
    protected void name(@Nullable String newId) {
        id = newId;
    }

    /** Whether it has an id. */
    public boolean hasDisplayId() {
        return id != null;
    }

    /** The id under which it is shown; null for none yet. */
    public @Nullable String getDisplayId() {
        return id;
    }

    /** Adds {@code text/plain}. */
    public void putText(String text) {
        putData(MimeBundle.PLAIN, text);
    }

    /** Adds {@code text/html}. */
    public void putHTML(String html) {
        putData("text/html", html);
    }

    /** Adds {@code text/latex}. */
    public void putLatex(String latex) {
        putData("text/latex", latex);
    }

    /** Adds {@code text/latex} between dollar signs. */
    public void putMath(String formula) {
        putLatex("$$" + formula + "$$");
    }

    /** Adds {@code text/markdown}. */
    public void putMarkdown(String markdown) {
        putData("text/markdown", markdown);
    }

    /** Adds {@code application/javascript}. */
    public void putJavaScript(String script) {
        putData("application/javascript", script);
    }

    /** Adds {@code application/json}. */
    public void putJSON(String json) {
        putData("application/json", json);
    }

    /** Adds {@code application/json}, shown with all its branches open where {@code expanded}. */
    public void putJSON(String json, boolean expanded) {
        putJSON(json);
        putMetaData("application/json", Map.of("expanded", expanded));
    }

    /** Adds {@code image/svg+xml}. */
    public void putSVG(String svg) {
        putData("image/svg+xml", svg);
    }

    /** What is in it, with a text in any case. */
    public MimeBundle bundle() {
        Map<String, Object> all = new LinkedHashMap<>(data);
        if (all.get("application/json") instanceof String json) {
            all.put(
                    "application/json",
                    MessageJson.parse(json).map(Object.class::cast).orElse(json));
        }
        all.putIfAbsent(
                MimeBundle.PLAIN,
                data.isEmpty() ? "" : String.valueOf(data.values().iterator().next()));
        return new MimeBundle(all, metadata);
    }

    @Override
    public List<MimeBundle> outputs() {
        return List.of(bundle());
    }

    @Override
    public List<MimeBundle> outputs(List<String> types) {
        return outputs();
    }

    @Override
    public Optional<String> displayId() {
        return Optional.ofNullable(id);
    }
}
