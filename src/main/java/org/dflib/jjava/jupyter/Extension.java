package org.dflib.jjava.jupyter;

import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** What a library does with a kernel when its jar joins the class path; found by {@link java.util.ServiceLoader}. */
public interface Extension {
    /** Called once. */
    void install(BaseKernel kernel);

    /** Called at the kernel's end by JJava; here the process ends and takes all with it. */
    default void uninstall(BaseKernel kernel) {}
}
