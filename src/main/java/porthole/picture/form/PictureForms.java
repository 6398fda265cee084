package porthole.picture.form;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import porthole.display.Html;
import porthole.display.MimeBundle;
import porthole.display.Table;

/** A drawing and its table as a cell shows them: the drawing in all its forms, then the table. */
public final class PictureForms {
    private PictureForms() {}

    public static List<MimeBundle> of(Scene scene, String text, Table table) {
        return of(scene, SvgGraphics.write(scene), Raster.png(scene), text, table);
    }

    /** As {@link #of(Scene, String, Table)}, where SVG and PNG have been written before. */
    public static List<MimeBundle> of(Scene scene, String svg, byte[] png, String text, Table table) {
        return List.of(drawing(scene, svg, png, text), table.outputs().get(0));
    }

    /** The drawing alone. */
    public static MimeBundle drawing(Scene scene, String svg, byte[] png, String text) {
        Map<String, Object> size = Map.of("width", (int) scene.width(), "height", (int) scene.height());
        return MimeBundle.text(text)
                .with("text/html", image(svg, scene.description(), (int) scene.width()))
                .with("image/svg+xml", svg)
                .with("image/png", Base64.getEncoder().encodeToString(png))
                .hint("image/png", size);
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
