package io.github.spencerpark.ijava.runtime;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;

/** The kernel as a word of cells. */
public final class Kernel {
    private Kernel() {}

    /** The running kernel. */
    public static JavaKernel getKernelInstance() {
        return IJava.getKernelInstance();
    }

    /** Runs code as if it stood in a cell; its value. */
    public static Object eval(String code) throws Exception {
        return getKernelInstance().evalRaw(code);
    }
}
