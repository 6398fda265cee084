package porthole.picture;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import porthole.display.Html;
import porthole.display.MimeBundle;
import porthole.display.Table;
import porthole.picture.drawing.JourneyDrawing;
import porthole.picture.drawing.JourneyFilm;
import porthole.picture.form.DarkScene;
import porthole.picture.form.Scene;
import porthole.picture.form.Style;
import porthole.picture.form.SvgGraphics;
import porthole.picture.story.JourneyWords;
import porthole.topology.Journey;
import porthole.topology.JourneyStation;

/**
 * The way of one call as a picture. On a page it is a film, with a stepper that needs no script: a row of radio buttons,
 * of which the arrow keys choose the next. On paper it is a strip of all steps; a text and a table say the same.
 */
public final class JourneyPicture extends DrawnPicture<JourneyPicture> {
    private final Journey journey;
    private final JourneyWords words;
    private JourneyDrawing.@Nullable Strip strip;

    private JourneyPicture(Journey journey, JourneyWords words, Style style) {
        super(style);
        this.journey = journey;
        this.words = words;
    }

    /**
     * Draws a journey.
     *
     * @param journey what was observed
     */
    public static JourneyPicture of(Journey journey) {
        return new JourneyPicture(journey, new JourneyWords(journey, JourneyWords.title(journey)), Style.PLAIN);
    }

    @Override
    JourneyPicture styled(Style other) {
        return new JourneyPicture(journey, words, other);
    }

    @Override
    public JourneyPicture title(String other) {
        return new JourneyPicture(journey, new JourneyWords(journey, other), style());
    }

    /** Gives what was observed: the stations with their addresses and evidence, and what could not be observed. */
    public Journey journey() {
        return journey;
    }

    /** Lists the stations in the order in which the packet met them. */
    public List<JourneyStation> stations() {
        return journey.stations();
    }

    /** Gives what became of the call, and whom the server takes for the caller, in the reader's language. */
    public String answer() {
        return words.answer();
    }

    private synchronized JourneyDrawing.Strip strip() {
        JourneyDrawing.Strip drawn = strip;
        if (drawn == null) {
            drawn = JourneyDrawing.strip(journey, words, style().legend());
            strip = drawn;
        }
        return drawn;
    }

    @Override
    Scene draw(boolean legend) {
        return strip().scene();
    }

    /** Gives the film as one {@code <svg>} element without script; it stands still if less motion is asked for. */
    @Override
    public synchronized String svg() {
        return JourneyFilm.over(super.svg(), strip().rows());
    }

    /** Gives a table with one row for each station: where, what happens, addresses and ports, and what was seen. */
    public Table table() {
        return words.table();
    }

    /** Gives the title, what became of the call, each station, and what could not be observed, as plain text. */
    @Override
    public String text() {
        return words.text();
    }

    /**
     * Gives the film and its stepper as HTML without script, to be put into a page. If the page drops the style, all
     * steps are shown one below the other.
     */
    public String html() {
        int steps = journey.stations().size();
        String film = onPage(strip().scene());
        StringBuilder html = new StringBuilder(SHEET);
        // A form of its own, which sends nothing: two pictures of one journey on a page are two groups of buttons.
        html.append(
                        "<form method=\"dialog\">\n<fieldset class=\"porthole-journey\" data-lm-suppress-shortcuts=\"true\"><legend>")
                .append(Html.escape(words.legend()))
                .append("</legend>\n");
        for (int i = 0; i <= steps; i++) {
            button(html, JourneyFilm.name(film), i);
        }
        figure(html, JourneyFilm.over(film, strip().rows()), words.title() + ". " + words.answer(), "");
        for (int i = 1; i <= steps; i++) {
            JourneyStation station = journey.stations().get(i - 1);
            String told = words.step(i) + ": " + words.happens(station) + " " + String.join(", ", words.flow(station));
            Scene frame = JourneyDrawing.frame(journey, words, style().legend(), i);
            figure(html, onPage(frame), told, words.step(i));
        }
        return html.append("</fieldset>\n</form>").toString();
    }

    private void button(StringBuilder html, String group, int step) {
        String label = step == 0 ? words.film() : words.step(step);
        html.append("<input type=\"radio\" name=\"")
                .append(group)
                .append("\" data-step=\"")
                .append(step == 0 ? "▶" : String.valueOf(step))
                .append("\" aria-label=\"")
                .append(Html.escape(label))
                .append("\" title=\"")
                .append(Html.escape(label))
                .append(step == 0 ? "\" checked>\n" : "\">\n");
    }

    /** Dark on a dark page, or always, where that was asked for. */
    private String onPage(Scene light) {
        return style().dark()
                ? SvgGraphics.write(DarkScene.of(light), style())
                : style().letters() == Style.Type.TEXT
                        ? SvgGraphics.following(light, style())
                        : SvgGraphics.write(light, style());
    }

    private void figure(StringBuilder html, String svg, String told, String caption) {
        String encoded = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
        html.append("<figure><img alt=\"")
                .append(Html.escape(told))
                .append("\" width=\"")
                .append(style().width().orElse((int) strip().scene().width()))
                .append("\" style=\"max-width:100%;height:auto\" src=\"data:image/svg+xml;base64,")
                .append(encoded)
                .append("\">");
        if (!caption.isEmpty()) {
            html.append("<figcaption>").append(Html.escape(caption)).append("</figcaption>");
        }
        html.append("</figure>\n");
    }

    /** More than any way has; the rules are the same for all journeys of a page. */
    private static final int MOST_STEPS = 32;

    private static final String SHEET = sheet();

    private static String sheet() {
        StringBuilder css = new StringBuilder("""
                <style>
                .porthole-journey{border:0;padding:0;margin:0}
                .porthole-journey figure{margin:8px 0 0}
                .porthole-journey figcaption{font-size:13px}
                .porthole-journey input{appearance:none;min-width:30px;height:28px;margin:4px 4px 4px 0;padding:0 6px;\
                border:1px solid #52606d;border-radius:4px;background:#fff;color:#1f2933;cursor:pointer;vertical-align:top}
                .porthole-journey input::before{content:attr(data-step);display:block;font:13px/26px sans-serif;text-align:center}
                .porthole-journey input:checked{background:#0067a3;color:#fff}
                .porthole-journey input:focus-visible{outline:3px solid #a83e00;outline-offset:1px}
                .porthole-journey figure:nth-of-type(n+2){display:none}
                """);
        for (int i = 2; i <= MOST_STEPS; i++) {
            css.append(".porthole-journey input:nth-of-type(")
                    .append(i)
                    .append("):checked~figure:nth-of-type(1){display:none}\n.porthole-journey input:nth-of-type(")
                    .append(i)
                    .append("):checked~figure:nth-of-type(")
                    .append(i)
                    .append("){display:block}\n");
        }
        css.append("@media print{.porthole-journey input,.porthole-journey legend,")
                .append(".porthole-journey figure:nth-of-type(n+2){display:none!important}")
                .append(".porthole-journey figure:nth-of-type(1){display:block!important}}\n</style>\n");
        return css.toString();
    }

    @Override
    public List<MimeBundle> outputs() {
        return List.of(drawing().with("text/html", html()));
    }
}
