package org.dflib.jjava.jupyter.kernel;

import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import porthole.jupyter.java.words.CellWords;

/** Shows values under the running cell. */
public class DisplayStream {
    /** Whether there is a front end; there is. */
    public boolean isAttached() {
        return true;
    }

    /** Shows it. */
    public void display(DisplayData data) {
        CellWords.display(data);
    }

    /** Replaces what is shown under the id that {@code data} has. */
    public void updateDisplay(DisplayData data) {
        updateDisplay(data.getDisplayId(), data);
    }

    /** Replaces what is shown under {@code id}. */
    public void updateDisplay(String id, DisplayData data) {
        CellWords.updateDisplay(id, data);
    }
}
