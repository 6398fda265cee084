package porthole.jupyter.java.evaluate;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.JShell;
import porthole.jupyter.java.reader.JavaReader;

/** The options with which JShell calls javac: it reads its builder's list before each compilation. */
final class SessionOptions {
    private final JShell.Builder builder;
    private final JavaReader reader;
    private List<String> options;
    private boolean areDefault;
    private int pools;

    /**
     * @param builder of the JShell whose options these are
     * @param options for javac, beside those that every session has
     * @param areDefault whether javac reads cells as the kernel's own compilers do
     */
    SessionOptions(JShell.Builder builder, JavaReader reader, List<String> options, boolean areDefault) {
        this.builder = builder;
        this.reader = reader;
        this.options = options;
        this.areDefault = areDefault;
    }

    /** Whether the kernel's own compilers may compile a unit in JShell's place. */
    boolean areDefault() {
        return areDefault;
    }

    /** From now on javac gets these. */
    void set(List<String> more) {
        areDefault = false;
        options = more;
        builder.compilerOptions(more.toArray(String[]::new));
    }

    /** What is left half done in javac's pooled compilers would spoil all that follows: others are taken. */
    void renewCompilers() {
        List<String> renewed = new ArrayList<>(options);
        renewed.add("-XDporthole.pool=" + ++pools); // javac keeps a pool for each set of options
        builder.compilerOptions(CompilerOptions.with(renewed));
        reader.dropCompilers();
    }
}
