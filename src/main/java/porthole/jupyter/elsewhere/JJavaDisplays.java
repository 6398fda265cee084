package porthole.jupyter.elsewhere;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import porthole.display.Displayable;
import porthole.jupyter.java.run.RunningSession;

/**
 * Porthole's values under a cell of the kernel JJava (seen with 1.0-a6): tables as HTML, pictures as SVG and PNG, each
 * with its text. JJava installs it when {@code %classpath} adds Porthole's jar. It shows one output for each value, so of
 * a picture and its table it shows the picture.
 */
public final class JJavaDisplays implements Extension {
    /** Called by {@link java.util.ServiceLoader}. */
    public JJavaDisplays() {}

    @Override
    public void install(BaseKernel kernel) {
        if (!RunningSession.isOpen()) { // Porthole's own kernel shows these values itself
            kernel.getRenderer().createRegistration(Displayable.class).register(JJavaDisplays::render);
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
