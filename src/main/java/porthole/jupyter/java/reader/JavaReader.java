package porthole.jupyter.java.reader;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import porthole.jupyter.java.text.JShellNames;

/** Reads sketches with the JDK's compiler, one at a time. What a cell's code says is never run. */
public final class JavaReader {
    // The same for all that is asked, since a pool begins anew with other ones. An unfinished cell has errors; its
    // types
    // are wanted all the same. "-parameters" takes names from class files.
    private static final List<String> OPTIONS =
            List.of("-proc:none", "-parameters", "-g", "--should-stop=ifError=ATTR", "-Xlint:none");

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private CompilerPool pool = new CompilerPool(compiler);
    private final Supplier<Map<String, byte[]>> compiled;
    private final UnaryOperator<StandardJavaFileManager> path;
    private final List<String> added = new ArrayList<>();
    private final Documentation documentation = new Documentation();
    private @Nullable SessionClasses classes;
    private @Nullable TypeIndex index;
    private boolean moved;
    private int known;

    /**
     * @param compiled the classes that cells have made, by binary name; may grow while readings are made
     * @param path what cells are compiled against, over a plain file manager
     */
    public JavaReader(Supplier<Map<String, byte[]>> compiled, UnaryOperator<StandardJavaFileManager> path) {
        this.compiled = compiled;
        this.path = path;
    }

    /** Adds a jar or a folder of classes. */
    public synchronized void addToClasspath(String path) {
        added.add(path);
        moved = true;
        index = null;
    }

    /** The answer to {@code question} about what javac makes of {@code sketch}; the reading ends with it. */
    public synchronized <T> T ask(Sketch sketch, Function<Reading, T> question) {
        try {
            JavaFileObject unit = new SessionClasses.Text("Cell", sketch.text());
            SessionClasses now = classes();
            if (sketch.text().contains(JShellNames.PACKAGE + ".")) {
                listAnew();
            }
            return pool.run(now, OPTIONS, ignored -> {}, unit, task -> question.apply(read(task, sketch.cursor())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A pool lists a package once. */
    private void listAnew() {
        int now = compiled.get().size();
        if (known != now) {
            pool = pool.forget(JShellNames.PACKAGE) ? pool : new CompilerPool(compiler);
            known = now;
        }
    }

    /** Cells begin anew: their classes of before are gone. */
    public synchronized void forgetCells() {
        known = -1;
    }

    /** Takes other compilers from now on: these have failed in the middle of their work. */
    public synchronized void dropCompilers() {
        pool = new CompilerPool(compiler);
        known = -1;
    }

    /** Whether this JDK's compiler has a pool that the kernel may use. */
    public static boolean hasPool() {
        return new CompilerPool(ToolProvider.getSystemJavaCompiler()).isWarm();
    }

    /** Whether {@link #compile} is quick. */
    public synchronized boolean isWarm() {
        return pool.isWarm();
    }

    /**
     * The class files of a compilation unit, by binary name; none where it has errors, or where javac itself fails at it.
     *
     * @param complaints told of each error
     */
    public synchronized Map<String, byte[]> compile(String text, DiagnosticListener<JavaFileObject> complaints) {
        try {
            SessionClasses now = classes();
            listAnew();
            return pool.run(now, OPTIONS, complaints, new SessionClasses.Text("Cell", text), now::generated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException | AssertionError e) {
            pool = new CompilerPool(compiler); // what the old one knows may be half done
            return Map.of();
        }
    }

    /**
     * The type of a local variable, as it can be written in its declaration; empty where it cannot, or {@code text} has
     * errors.
     *
     * @param names how a public class is written, by its element; empty where that is not known
     */
    public synchronized Optional<String> typeOf(
            String text, String variable, Function<TypeElement, Optional<String>> names) {
        try {
            boolean[] failed = {false};
            SessionClasses now = classes();
            listAnew();
            Optional<String> type = pool.run(
                    now,
                    OPTIONS,
                    found -> failed[0] |= found.getKind() == Diagnostic.Kind.ERROR,
                    new SessionClasses.Text("Cell", text),
                    task -> read(task, 0).typeOf(variable).flatMap(new Denotable(names)::write));
            return failed[0] ? Optional.empty() : type;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException | AssertionError e) {
            pool = new CompilerPool(compiler); // what the old one knows may be half done
            return Optional.empty();
        }
    }

    /**
     * The name of the first variable of some kind that {@code text} sets; empty where it sets none, or where javac itself
     * fails at it.
     *
     * @param wanted which variables; asked while the reading lasts
     */
    public synchronized Optional<String> sets(String text, Predicate<VariableElement> wanted) {
        try {
            return ask(
                    new Sketch(text, 0, Map.of()),
                    reading -> Assignments.first(reading, wanted)
                            .map(it -> it.getSimpleName().toString()));
        } catch (RuntimeException | AssertionError e) {
            pool = new CompilerPool(compiler); // what the old one knows may be half done
            return Optional.empty();
        }
    }

    private static Reading read(JavacTask task, int cursor) {
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            task.analyze();
            return new Reading(task, unit, cursor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Signature and Javadoc of the element at the sketch's cursor; nothing where there is none. */
    public synchronized Help help(Sketch sketch, boolean detailed) {
        return ask(sketch, reading -> Help.of(reading, documentation.over(everything(), sketch.declared()), detailed));
    }

    /** Full names of types whose simple name begins with {@code prefix}: of the JDK and of what was added. */
    public List<String> typesStartingWith(String prefix) {
        return index().startingWith(prefix);
    }

    /** The same by the humps of the name: {@code ArrLi} is for {@code ArrayList}. */
    public List<String> typesWithHumps(String humps) {
        return index().withHumps(humps);
    }

    /** Types and words of packages in the package {@code name} (empty for the top) that begin with {@code prefix}. */
    public List<String> inPackage(String name, String prefix) {
        return index().inPackage(name, prefix);
    }

    private synchronized TypeIndex index() {
        TypeIndex now = index;
        if (now == null) {
            now = new TypeIndex(added);
            index = now;
        }
        return now;
    }

    private List<String> everything() {
        return Stream.concat(SessionClasses.ownClasspath().stream(), added.stream())
                .toList();
    }

    private SessionClasses classes() throws IOException {
        SessionClasses now = classes;
        if (now == null) {
            StandardJavaFileManager plain = compiler.getStandardFileManager(diagnostic -> {}, Locale.ROOT, null);
            now = new SessionClasses(path.apply(plain), compiled);
            classes = now;
        }
        if (moved) {
            now.classpath(added);
            pool = new CompilerPool(compiler); // the old one knows what was not there
            moved = false;
        }
        return now;
    }
}
