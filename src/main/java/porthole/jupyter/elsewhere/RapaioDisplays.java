package porthole.jupyter.elsewhere;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapaio.jupyter.kernel.display.DisplayData;
import org.rapaio.jupyter.kernel.display.DisplayRenderer;
import org.rapaio.jupyter.kernel.display.DisplayTransformer;
import org.rapaio.jupyter.kernel.display.spi.DisplayProvider;
import porthole.display.Displayable;
import porthole.display.MimeBundle;

/**
 * Porthole's values under a cell of rapaio's kernel (3.0.1): tables as HTML, pictures as SVG and PNG, each with its text.
 * That kernel finds it through {@link java.util.ServiceLoader} and shows one output a value, so of a picture and its table
 * it shows the picture.
 */
public final class RapaioDisplays implements DisplayProvider {
    /** Called by {@link java.util.ServiceLoader}. */
    public RapaioDisplays() {}

    @Override
    public List<DisplayRenderer> getDisplayRenderers() {
        return List.of(new OfDisplayables());
    }

    @Override
    public List<DisplayTransformer> getDisplayTransformers() {
        return List.of();
    }

    private static final class OfDisplayables implements DisplayRenderer {
        @Override
        public Class<?> rendererClass() {
            return Displayable.class;
        }

        @Override
        public boolean canRender(@Nullable String mime) {
            return true;
        }

        @Override
        public DisplayData render(@Nullable String mime, Object value) {
            Displayable shown = (Displayable) value;
            MimeBundle first = (mime == null ? shown.outputs() : shown.outputs(List.of(mime))).get(0);
            DisplayData data = DisplayData.withType(MimeBundle.PLAIN, first.plain());
            first.data().forEach(data::putData);
            first.metadata().forEach(data::putMetaData);
            return data;
        }
    }
}
