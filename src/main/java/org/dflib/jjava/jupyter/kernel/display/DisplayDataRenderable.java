package org.dflib.jjava.jupyter.kernel.display;

import java.util.List;
import java.util.Set;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.jupyter.compat.DisplayCalls;

/** A value that says itself how it is shown. */
public interface DisplayDataRenderable extends Displayable {
    /** Any type. */
    Set<MIMEType> ANY = Set.of(MIMEType.ANY);

    /** The types that it can be shown in. */
    default Set<MIMEType> getSupportedRenderTypes() {
        return ANY;
    }

    /** The types that it is shown in where nobody asks for any. */
    default Set<MIMEType> getPreferredRenderTypes() {
        return ANY;
    }

    /** Puts the forms that are wanted into {@code context}. */
    void render(RenderContext context);

    @Override
    default List<MimeBundle> outputs() {
        return onRequest().outputs();
    }

    @Override
    default List<MimeBundle> outputs(List<String> types) {
        return onRequest().outputs(types);
    }

    private Displayable onRequest() {
        return DisplayCalls.onRequest(
                this, Renderer.names(getPreferredRenderTypes()), Renderer.names(getSupportedRenderTypes()), request -> {
                    RenderContext context = new RenderContext(new Renderer(), request);
                    render(context);
                    return context.getOutputContainer();
                });
    }
}
