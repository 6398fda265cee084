package org.dflib.jjava.jupyter.kernel.display;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import porthole.jupyter.compat.DisplayCalls;
import porthole.jupyter.compat.Parameters;
import porthole.jupyter.java.show.RenderRequest;

/** Which forms of a value are wanted, and where they go. */
public class RenderContext extends Parameters {
    private final Renderer renderer;
    private final RenderRequest wanted;
    private final DisplayData output = new DisplayData();

    RenderContext(Renderer renderer, RenderRequest wanted) {
        super(DisplayCalls.parameters());
        this.renderer = renderer;
        this.wanted = wanted;
    }

    /** Who renders, for the parts of a value. */
    public Renderer getRenderer() {
        return renderer;
    }

    /** What is made so far. */
    public DisplayData getOutputContainer() {
        return output;
    }

    /** Whether the form is wanted. */
    public boolean wantsDataRenderedAs(MIMEType type) {
        return resolveRequestedType(type) != null;
    }

    /** The type to make where {@code type} can be made; null where it is not wanted. */
    public MIMEType resolveRequestedType(MIMEType type) {
        return wanted.resolve(type.toString()).map(MIMEType::parse).orElse(null);
    }

    /** Lets the form be put, if it is wanted; whether it was. */
    public boolean renderIfRequested(MIMEType type, BiConsumer<MIMEType, DisplayData> content) {
        MIMEType made = resolveRequestedType(type);
        if (made != null) {
            content.accept(made, output);
        }
        return made != null;
    }

    /** Makes the form, if it is wanted; whether it was. */
    public boolean renderIfRequested(MIMEType type, Function<MIMEType, Object> content) {
        return renderIfRequested(type, (made, data) -> data.putData(made, content.apply(made)));
    }

    /** Makes the form, if it is wanted; whether it was. */
    public boolean renderIfRequested(MIMEType type, Supplier<Object> content) {
        return renderIfRequested(type, (made, data) -> data.putData(made, content.get()));
    }
}
