package porthole.picture.form;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import porthole.display.Html;
import porthole.display.MimeBundle;

/** A drawing in all its forms, as a cell shows it. */
public final class PictureForms {
    private PictureForms() {}

    /**
     * A drawing's forms: as text, as an image of a page, as SVG, and as PNG. The image and the SVG are dark on a dark page,
     * unless the style says otherwise.
     *
     * @param light the drawing in the colours of light pages
     * @param style how it leaves
     * @param svg the drawing as SVG in that style
     * @param png as pixels
     */
    public static MimeBundle drawing(Scene light, Style style, String svg, byte[] png, String text) {
        double scale = style.scale(light);
        int width = (int) Math.round(light.width() * scale);
        int height = (int) Math.round(light.height() * scale);
        boolean follows = !style.dark() && style.letters() == Style.Type.TEXT;
        String image = follows ? SvgGraphics.following(light, style) : svg;
        return MimeBundle.text(text)
                .with("text/html", image(image, light.description(), width))
                .with("image/svg+xml", image)
                .with("image/png", Base64.getEncoder().encodeToString(png))
                .hint("image/png", Map.of("width", width, "height", height));
    }

    /**
     * An SVG as an image of a page. nbconvert 6.5 takes every SVG that is in the page for HTML, and cleans it of all
     * elements that HTML does not have, that is, of all that it draws. It lets an image be.
     *
     * @param told what the image shows, for those who do not see it
     * @param width in pixels of the page; a narrower page shrinks it
     */
    public static String image(String svg, String told, int width) {
        String encoded = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
        return "<img src=\"data:image/svg+xml;base64," + encoded + "\" alt=\"" + Html.escape(told) + "\" width=\""
                + width + "\" style=\"max-width:100%;height:auto\">";
    }
}
