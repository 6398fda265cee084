package io.github.spencerpark.jupyter.kernel;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;

/** A kernel as a library sees it that registers how its values are shown. */
public abstract class BaseKernel {
    private final Renderer renderer = new Renderer();
    private final JupyterIO io = new JupyterIO();

    /** Where renderers are registered. */
    public Renderer getRenderer() {
        return renderer;
    }

    /** Where cells write to and read from. */
    public JupyterIO getIO() {
        return io;
    }

    /** Shows {@code data} under the running cell. */
    public void display(DisplayData data) {
        io.display.display(data);
    }

    /** Which kernel this is, and of which Java. */
    public String getBanner() {
        return "Java " + Runtime.version() + " in Jupyter, by Porthole";
    }

    /** Runs code as if it stood in a cell; its value as it would be shown. */
    public abstract DisplayData eval(String code) throws Exception;
}
