package io.github.spencerpark.jupyter.kernel;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import porthole.jupyter.shell.CellWords;

/** A kernel as a library sees it that registers how its values are shown. */
public abstract class BaseKernel {
    private final Renderer renderer = new Renderer();

    /** Where renderers are registered. */
    public Renderer getRenderer() {
        return renderer;
    }

    /** Shows {@code data} under the running cell. */
    public void display(DisplayData data) {
        CellWords.display(data);
    }

    /** Runs code as if it stood in a cell; its value as it would be shown. */
    public abstract DisplayData eval(String code) throws Exception;
}
