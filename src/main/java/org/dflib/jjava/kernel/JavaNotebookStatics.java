package org.dflib.jjava.kernel;

/** The kernel as a word of cells. */
public final class JavaNotebookStatics {
    private JavaNotebookStatics() {}

    /** The running kernel, by JJava's older word. */
    public static JavaKernel getKernelInstance() {
        return kernel();
    }

    /** The running kernel. */
    public static JavaKernel kernel() {
        return JavaKernel.running();
    }
}
