package org.dflib.jjava.kernel;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import porthole.jupyter.java.run.RunningSession;

/** The running kernel. */
public final class JavaKernel extends BaseKernel {
    private static final JavaKernel KERNEL = new JavaKernel();

    private JavaKernel() {}

    /** The one of this process. */
    public static JavaKernel running() {
        return KERNEL;
    }

    /** Adds jars and folders of classes, parted as in a class path, to what cells see. */
    public void addToClasspath(String path) {
        Stream.of(path.split(java.io.File.pathSeparator, -1))
                .filter(one -> !one.isBlank())
                .forEach(one -> RunningSession.current().addToClasspath(Path.of(one)));
    }
}
