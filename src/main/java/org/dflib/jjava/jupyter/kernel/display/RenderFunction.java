package org.dflib.jjava.jupyter.kernel.display;

/**
 * Shows a value.
 *
 * @param <T> its class
 */
@FunctionalInterface
public interface RenderFunction<T> {
    /** Puts the forms of {@code value} that are wanted into {@code context}. */
    void render(T value, RenderContext context);
}
