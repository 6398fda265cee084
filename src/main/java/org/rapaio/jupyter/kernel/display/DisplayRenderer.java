package org.rapaio.jupyter.kernel.display;

import org.jspecify.annotations.Nullable;

/** How rapaio's kernel shows the values of one type. */
public interface DisplayRenderer {
    /** The type; its subtypes are included. */
    Class<?> rendererClass();

    /** Whether the values have a form of this MIME type; null asks for the usual form. */
    boolean canRender(@Nullable String mime);

    /** The value in that form, or in its usual forms if {@code mime} is null. */
    DisplayData render(@Nullable String mime, Object value);
}
