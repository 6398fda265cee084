package porthole.picture;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import porthole.display.Html;

/**
 * Images of which one at a time is shown, as HTML without script: a row of radio buttons, of which the arrow keys choose
 * the next. On paper one of them is printed. If the page drops the style, all are shown one below the other. What moves is
 * shown when it is chosen, and gives way when another is.
 */
final class Stepper {
    /** More than any way has; the rules are the same for all steppers of a page. */
    private static final int MOST = 40;

    private static final String SHEET = sheet();

    /**
     * One image.
     *
     * @param sign on its button
     * @param label of its button, for those who do not see it, and for a pointer that rests there
     * @param svg the image
     * @param told what it shows, for those who do not see it
     * @param width in pixels of the page; a narrower page shrinks it
     * @param caption under it; empty for none
     */
    record Page(String sign, String label, String svg, String told, int width, String caption) {}

    /**
     * What is shown when nobody has chosen.
     *
     * @param first the index of the image that the page begins with; it does not move
     * @param printed the index of the image that stands on paper
     */
    record Rest(int first, int printed) {}

    private Stepper() {}

    /**
     * The images with their buttons.
     *
     * @param name no other stepper of the page may have it
     * @param legend what the buttons are for
     * @param rest what is shown at first, and on paper
     */
    static String html(String name, String legend, List<Page> pages, Rest rest) {
        StringBuilder html = new StringBuilder(SHEET);
        // A form of its own, which sends nothing: two equal films on a page are two groups of buttons.
        html.append("<form method=\"dialog\">\n")
                .append("<fieldset class=\"porthole-film\" data-lm-suppress-shortcuts=\"true\"><legend>")
                .append(Html.escape(legend))
                .append("</legend>\n");
        for (int i = 0; i < pages.size(); i++) {
            Page page = pages.get(i);
            html.append("<input type=\"radio\" name=\"")
                    .append(name)
                    .append("\" data-step=\"")
                    .append(page.sign())
                    .append("\" aria-label=\"")
                    .append(Html.escape(page.label()))
                    .append("\" title=\"")
                    .append(Html.escape(page.label()))
                    .append(i == rest.first() ? "\" checked>\n" : "\">\n");
        }
        for (int i = 0; i < pages.size(); i++) {
            figure(html, pages.get(i), i == rest.printed());
        }
        return html.append("</fieldset>\n</form>").toString();
    }

    private static void figure(StringBuilder html, Page page, boolean printed) {
        String encoded = Base64.getEncoder().encodeToString(page.svg().getBytes(StandardCharsets.UTF_8));
        html.append(printed ? "<figure class=\"porthole-paper\">" : "<figure>")
                .append("<img alt=\"")
                .append(Html.escape(page.told()))
                .append("\" width=\"")
                .append(page.width())
                .append("\" style=\"max-width:100%;height:auto\" src=\"data:image/svg+xml;base64,")
                .append(encoded)
                .append("\">");
        if (!page.caption().isEmpty()) {
            html.append("<figcaption>").append(Html.escape(page.caption())).append("</figcaption>");
        }
        html.append("</figure>\n");
    }

    private static String sheet() {
        StringBuilder css = new StringBuilder("""
                <style>
                .porthole-film{border:0;padding:0;margin:0}
                .porthole-film figure{margin:8px 0 0}
                .porthole-film figcaption{font-size:13px}
                .porthole-film input{appearance:none;min-width:30px;height:28px;margin:4px 4px 4px 0;padding:0 6px;\
                border:1px solid currentColor;border-radius:4px;background:transparent;color:inherit;cursor:pointer;vertical-align:top}
                .porthole-film input::before{content:attr(data-step);display:block;font:13px/26px sans-serif;text-align:center}
                .porthole-film input:checked{background:#0067a3;color:#fff}
                .porthole-film input:focus-visible{outline:3px solid #a83e00;outline-offset:1px}
                .porthole-film figure{display:none}
                """);
        for (int i = 1; i <= MOST; i++) {
            css.append(".porthole-film input:nth-of-type(")
                    .append(i)
                    .append("):checked~figure:nth-of-type(")
                    .append(i)
                    .append("){display:block}\n");
        }
        css.append("@media print{.porthole-film input,.porthole-film legend,")
                .append(".porthole-film figure:not(.porthole-paper){display:none!important}")
                .append(".porthole-film figure.porthole-paper{display:block!important}}\n</style>\n");
        return css.toString();
    }
}
