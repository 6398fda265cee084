package io.github.spencerpark.ijava.runtime;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;

/** The running kernel, under the name by which cells written for IJava call it. */
public final class Kernel {
    private Kernel() {}

    /** Gives the running kernel, with the methods of IJava's that notebooks use. */
    public static JavaKernel getKernelInstance() {
        return IJava.getKernelInstance();
    }

    /**
     * Runs a text as if it were a cell.
     *
     * @param code the text of a cell
     * @return the value of its last expression
     * @throws Exception if the text does not compile, or what it throws
     */
    public static Object eval(String code) throws Exception {
        return getKernelInstance().evalRaw(code);
    }
}
