package org.dflib.jjava.kernel;

/** The running kernel, under the name by which cells written for JJava call it. */
public final class JavaNotebookStatics {
    private JavaNotebookStatics() {}

    /** Gives the running kernel, by JJava's older name for {@link #kernel()}. */
    public static JavaKernel getKernelInstance() {
        return kernel();
    }

    /** Gives the running kernel, with the methods of JJava's that notebooks use. */
    public static JavaKernel kernel() {
        return JavaKernel.running();
    }
}
