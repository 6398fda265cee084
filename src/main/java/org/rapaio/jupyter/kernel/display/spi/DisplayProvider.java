package org.rapaio.jupyter.kernel.display.spi;

import java.util.List;
import org.rapaio.jupyter.kernel.display.DisplayRenderer;
import org.rapaio.jupyter.kernel.display.DisplayTransformer;

/** The displays of a library, found through {@link java.util.ServiceLoader}. */
public interface DisplayProvider {
    /** How it shows values. */
    List<DisplayRenderer> getDisplayRenderers();

    /** How it changes values before they are shown. */
    List<DisplayTransformer> getDisplayTransformers();
}
