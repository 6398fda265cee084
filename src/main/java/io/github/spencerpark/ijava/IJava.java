package io.github.spencerpark.ijava;

/** The kernel, as IJava's notebooks reach it. */
public final class IJava {
    private static final JavaKernel KERNEL = new JavaKernel();

    private IJava() {}

    /** The running kernel. */
    public static JavaKernel getKernelInstance() {
        return KERNEL;
    }
}
