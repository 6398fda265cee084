package org.dflib.jjava.jupyter.kernel;

import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/**
 * How some code is to be run.
 *
 * @param <T> what comes of it
 */
public interface EvalBuilder<T> {
    /** Lines that are magics are run as such; here they always are. */
    EvalBuilder<T> resolveMagics();

    /** The value as it would be shown, in the place of the value. */
    EvalBuilder<DisplayData> renderResults();

    /** Runs it. */
    T eval();

    /**
     * Code that is run as if it stood in the running cell.
     *
     * @param rendered whether its value is wanted as it would be shown
     * @param <T> what comes of it
     */
    record OfCell<T>(BaseKernel kernel, String code, boolean rendered) implements EvalBuilder<T> {
        @Override
        public EvalBuilder<T> resolveMagics() {
            return this;
        }

        @Override
        public EvalBuilder<DisplayData> renderResults() {
            return new OfCell<>(kernel, code, true);
        }

        @Override
        @SuppressWarnings("unchecked") // as the caller says
        public T eval() {
            return (T) (rendered ? kernel.eval(code) : kernel.evalRaw(code));
        }
    }
}
