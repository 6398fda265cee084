package io.github.spencerpark.jupyter.kernel.display;

import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.Set;
import java.util.function.Supplier;

/** Which forms of a value are wanted, and where they go. */
public class RenderContext {
    private final Set<String> wanted;
    private final DisplayData output = new DisplayData();

    RenderContext(Set<String> wanted) {
        this.wanted = Set.copyOf(wanted);
    }

    /** Makes the form, if it is wanted. */
    public void renderIfRequested(MIMEType type, Supplier<Object> content) {
        if (wantsDataRenderedAs(type)) {
            output.putData(type, content.get());
        }
    }

    /** Whether the form is wanted. */
    public boolean wantsDataRenderedAs(MIMEType type) {
        return wanted.contains(type.toString()) || wanted.contains(MIMEType.ANY.toString());
    }

    /** What is made so far. */
    public DisplayData getOutputContainer() {
        return output;
    }
}
