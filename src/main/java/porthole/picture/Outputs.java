package porthole.picture;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import porthole.display.MimeBundle;
import porthole.display.Table;

/** A drawing and its table as a cell shows them: the drawing in all its forms, then the table. */
final class Outputs {
    private Outputs() {}

    static List<MimeBundle> of(Scene scene, String text, Table table) {
        String encoded = new String(Base64.getEncoder().encode(Raster.png(scene)), StandardCharsets.US_ASCII);
        Map<String, Object> size = Map.of("width", (int) scene.width(), "height", (int) scene.height());
        MimeBundle drawing = MimeBundle.text(text)
                .with("image/svg+xml", SvgGraphics.write(scene))
                .with("image/png", encoded)
                .hint("image/png", size);
        return List.of(drawing, table.outputs().get(0));
    }
}
