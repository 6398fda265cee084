package io.github.spencerpark.ijava.runtime;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import porthole.jupyter.java.words.CellWords;

/** {@code display} and its like by their full name. */
public final class Display {
    private Display() {}

    /** The value as it would be shown. */
    public static DisplayData render(Object value) {
        return new Renderer().render(value);
    }

    /** The value in these MIME types. */
    public static DisplayData render(Object value, String... as) {
        return new Renderer().renderAs(value, as);
    }

    /** Shows the value; the id by which it can be replaced. */
    public static String display(Object value) {
        return CellWords.display(value);
    }

    /** Shows the value in these MIME types. */
    public static String display(Object value, String... as) {
        return CellWords.display(value, as);
    }

    /** Replaces what was shown under {@code id}. */
    public static void updateDisplay(String id, Object value) {
        CellWords.updateDisplay(id, value);
    }

    /** Replaces it, in these MIME types. */
    public static void updateDisplay(String id, Object value, String... as) {
        CellWords.updateDisplay(id, value, as);
    }
}
