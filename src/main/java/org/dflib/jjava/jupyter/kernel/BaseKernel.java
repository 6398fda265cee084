package org.dflib.jjava.jupyter.kernel;

import java.util.List;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.kernel.JavaKernel;
import porthole.jupyter.java.run.RunningSession;

/** A kernel as a library sees it that registers how its values are shown. */
public abstract class BaseKernel {
    private final Renderer renderer = new Renderer();
    private final JupyterIO io = new JupyterIO();
    private final MagicsRegistry magics = new MagicsRegistry();

    /** The running kernel. */
    public static BaseKernel notebookKernel() {
        return JavaKernel.running();
    }

    /** Which kernel this is. */
    public String getName() {
        return "Porthole";
    }

    /** Where renderers are registered. */
    public Renderer getRenderer() {
        return renderer;
    }

    /** Where cells write to and read from. */
    public JupyterIO getIO() {
        return io;
    }

    /** Where magics are registered. */
    public MagicsRegistry getMagicsRegistry() {
        return magics;
    }

    /** Shows {@code data} under the running cell. */
    public void display(DisplayData data) {
        io.display.display(data);
    }

    /** Which kernel this is, and of which Java. */
    public String getBanner() {
        return "Java " + Runtime.version() + " in Jupyter, by Porthole";
    }

    /** Links for the help menu; the kernel gives its own to the front end. */
    public List<Object> getHelpLinks() {
        return List.of();
    }

    /** Begins to run code as if it stood in a cell. */
    public <T> EvalBuilder<T> evalBuilder(String code) {
        return new EvalBuilder.OfCell<>(this, code, false);
    }

    /** Runs code as if it stood in a cell; its value as it would be shown. */
    public DisplayData eval(String code) {
        return getRenderer().render(evalRaw(code));
    }

    /** Runs code as if it stood in a cell; its value. */
    public Object evalRaw(String code) {
        try {
            return RunningSession.current().eval(code);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
