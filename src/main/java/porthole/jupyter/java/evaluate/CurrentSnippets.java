package porthole.jupyter.java.evaluate;

import com.twosigma.beakerx.kernel.Kernel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import porthole.jupyter.java.classes.CompilePath;
import porthole.jupyter.java.classes.PackageListing;
import porthole.jupyter.java.reader.JavaReader;
import porthole.jupyter.java.run.CellRuntime;

/**
 * What runs Java now. A session that begins anew gets another JShell and another loader of classes: nothing that was
 * declared can be seen any more, be it a value, a static field or a class's annotation. The class path stays.
 */
public final class CurrentSnippets implements Supplier<JShellSession>, AutoCloseable {
    private final CellRuntime runtime;
    private final ReentrantLock compiler;
    private final List<String> options;
    private final boolean semicolonShows;
    private final JavaReader reader;
    private final List<String> words = new ArrayList<>();
    private final List<String> added = new ArrayList<>();
    private volatile JShellSession now;
    private long ran;

    /**
     * @param runtime what the cells share that are run here
     * @param compiler held whenever JShell is asked anything
     * @param options for javac
     * @param semicolonShows whether a last expression is shown whose line ends in a semicolon
     */
    public CurrentSnippets(CellRuntime runtime, ReentrantLock compiler, List<String> options, boolean semicolonShows) {
        this.runtime = runtime;
        this.compiler = compiler;
        this.options = options;
        this.semicolonShows = semicolonShows;
        reader = new JavaReader(
                () -> get().compiled(), files -> new CompilePath(files, PackageListing.atOnce(compiler)));
        now = new JShellSession(runtime, compiler, options, semicolonShows, reader);
    }

    @Override
    public JShellSession get() {
        return now;
    }

    /** Reads cells that are being written; knows what cells have declared and what the class path has. */
    public JavaReader reader() {
        return reader;
    }

    /** Makes a word known, as {@code import static a.B.c;} would. */
    public void addWord(String code) {
        words.add(code);
        now.words().add(code);
    }

    /** Adds jars and folders of classes, for the compiler and for running code. */
    public void addToClasspath(String path) {
        added.add(path);
        now.addToClasspath(path);
        reader.addToClasspath(path);
    }

    /** For how long the code of cells has run so far, in nanoseconds. */
    public long ran() {
        return ran + now.ran();
    }

    /**
     * Begins anew. No snippet may be running.
     *
     * @return how many declarations are forgotten
     */
    public int renew() {
        compiler.lock();
        try {
            JShellSession old = now;
            int forgotten = old.declarations();
            JShellSession next = new JShellSession(runtime, compiler, options, semicolonShows, reader);
            words.forEach(next.words()::add);
            added.forEach(next::addToClasspath);
            ran += old.ran();
            now = next;
            Kernel.showNullExecutionResult = true;
            reader.forgetCells();
            old.close();
            return forgotten;
        } finally {
            compiler.unlock();
        }
    }

    @Override
    public void close() {
        now.close();
    }
}
