package porthole.jupyter.java.evaluate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import org.jspecify.annotations.Nullable;
import porthole.jupyter.java.classes.CompilePath;
import porthole.jupyter.java.classes.PackageListing;
import porthole.jupyter.java.internal.Internal;
import porthole.jupyter.java.names.DefaultImports;
import porthole.jupyter.java.names.ImportedNames;
import porthole.jupyter.java.names.NewestName;
import porthole.jupyter.java.names.SessionImports;
import porthole.jupyter.java.names.SessionWords;
import porthole.jupyter.java.reader.JavaReader;
import porthole.jupyter.java.run.CellRuntime;
import porthole.jupyter.java.run.RunningCell;
import porthole.jupyter.java.run.SnippetLoader;
import porthole.jupyter.java.text.CellLines;
import porthole.jupyter.java.text.CellSource;
import porthole.jupyter.java.text.NestedNames;
import porthole.jupyter.java.text.SourceLocation;

/** Runs Java text in JShell, a snippet after the other. */
public final class JShellSession implements AutoCloseable {
    private final ReentrantLock compiler;
    private final CellExecution execution;
    private final PackageListing packages;
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final JShellHistory history;
    private final DefaultImports defaults;
    private final SnippetLoader loader;
    private final SessionNames names;
    private final JavaReader reader;
    private final SessionWords words;
    private final SessionImports imports;
    private final UnnamedValues unnamed;
    private final SessionOptions javac;
    private final ExpressionEvaluator expressions;
    private final SnippetEvaluator evaluator;
    private final UnitRunner runner;
    private final CellLines cells = new CellLines();
    private List<Evaluator> evaluators;
    private int depth;

    /**
     * Over a new JShell.
     *
     * @param runtime what the cells share that are run here
     * @param compiler held whenever JShell is asked anything
     * @param options for javac
     * @param semicolonShows whether a last expression is shown whose line ends in a semicolon
     * @param reader reads cells that are being written; outlives this
     */
    JShellSession(
            CellRuntime runtime,
            ReentrantLock compiler,
            List<String> options,
            boolean semicolonShows,
            JavaReader reader) {
        this.compiler = compiler;
        loader = new SnippetLoader(runtime);
        execution = new CellExecution(compiler, loader);
        PackageListing listing = new PackageListing(compiler);
        packages = listing;
        JShell.Builder builder = JShell.builder();
        compiler.lock();
        try {
            shell = builder.executionEngine(execution.provider(), Map.of())
                    .fileManager(files -> new CompilePath(files, listing))
                    .idGenerator(cells::identify)
                    .compilerOptions(CompilerOptions.with(options))
                    .build();
            analysis = shell.sourceCodeAnalysis();
        } finally {
            compiler.unlock();
        }
        cells.attach(analysis);
        history = JShellHistory.of(shell, analysis, cells);
        defaults = new DefaultImports(shell, loader);
        VariableRecovery recovery = new VariableRecovery(shell, loader, cells);
        words = new SessionWords(shell, loader);
        names = new SessionNames(shell, analysis, loader, words);
        this.reader = reader;
        imports = new SessionImports(shell, analysis, words, defaults);
        Finals finals = new Finals(imports, reader);
        unnamed = new UnnamedValues(shell, loader, recovery);
        PendingDeclarations pending = new PendingDeclarations(shell, names);
        CellNotes notes = new CellNotes(pending, loader, names);
        expressions = new ExpressionEvaluator(shell, imports, reader, execution, cells, unnamed, names);
        boolean isQuick = Internal.EXPRESSIONS.isOn() && options.isEmpty();
        javac = new SessionOptions(builder, reader, options, isQuick);
        InferredTypes types = new InferredTypes(shell, imports, reader);
        SnippetCompiler snippets = new SnippetCompiler(shell, history, cells, types, javac, pending, notes);
        evaluator = new SnippetEvaluator(
                snippets,
                new Refusals(shell, execution, cells, names, pending, recovery, snippets),
                new NewestName(shell, defaults, new ImportedNames(loader)),
                new SnippetVariables(shell, loader.homes(), recovery, notes),
                new SnippetDeclarations(shell, words, finals, cells, pending, notes),
                new SnippetValues(shell, execution, unnamed, recovery));
        evaluators = isQuick ? List.of(expressions, evaluator) : List.of(evaluator);
        NestedNames nested = new NestedNames(shell, analysis, loader);
        runner = new UnitRunner(shell, semicolonShows, finals, nested, this::provide, pending, notes, () -> evaluators);
    }

    /** Loads the cells' classes and those of the class path. */
    public ClassLoader loader() {
        return loader;
    }

    /** Cells' classes as they were compiled, by binary name. */
    Map<String, byte[]> compiled() {
        return loader.compiled();
    }

    /** A snippet's value where it is to be shown; a value may be {@code null}, so its absence is another thing. */
    public record Value(@Nullable Object content) {}

    /** Reads cells that are being written; knows what cells have declared and what the class path has. */
    JavaReader reader() {
        return reader;
    }

    public JShell shell() {
        return shell;
    }

    public SourceCodeAnalysis analysis() {
        return analysis;
    }

    /** Completion is about to be asked for, of packages' names too. */
    public void listPackages() {
        packages.want(analysis);
    }

    /** What cells may name without an import. */
    public SessionWords words() {
        return words;
    }

    /** What of the session code has to import. */
    public SessionImports imports() {
        return imports;
    }

    /** For how long the code of cells has run so far, in nanoseconds. */
    long ran() {
        return execution.ran();
    }

    public DefaultImports defaults() {
        return defaults;
    }

    /** Where in which cell a frame is. */
    public CellLines cells() {
        return cells;
    }

    /**
     * Runs {@code text}, which stands at {@code place}.
     *
     * @return the last expression's value, unless a semicolon ends it and it is not a picture
     * @throws CellFailure where it does not compile, or throws
     */
    public Optional<Value> run(@Nullable RunningCell cell, SourceLocation place, String text) throws CellFailure {
        compiler.lock();
        try {
            if (cell != null) {
                cell.compiling(true);
            }
            execution.enter(cell);
            depth++;
            return runner.run(cell, place, text);
        } finally {
            depth--;
            if (depth == 0) {
                history.forget();
            }
            compiler.unlock();
            if (cell != null) {
                cell.compiling(false);
            }
        }
    }

    /** Makes ready what {@code source} names without an import. */
    private void provide(SourceLocation place, CellSource source) {
        defaults.provide(source.tokens());
        cells.enter(place);
        unnamed.provide(source);
        words.provide(source.tokens());
        execution.forget();
    }

    /** Whether {@code line} is an expression of Java in the session as it is; nothing of it runs. */
    public boolean isExpression(String line) {
        compiler.lock();
        try {
            return analysis.analyzeCompletion(line).completeness().isComplete()
                    && expressions.isExpression(CellSource.of(line));
        } finally {
            compiler.unlock();
        }
    }

    /** Compiles with {@code options} of javac too, from now on: JShell reads its builder's list before each compilation. */
    public void compileWith(List<String> options) {
        compiler.lock();
        try {
            evaluators = List.of(evaluator); // the other compiles without options
            javac.set(options);
        } finally {
            compiler.unlock();
        }
    }

    /** What {@code question} says of JShell, which nobody else asks meanwhile. */
    public <T> T ask(Function<JShell, T> question) {
        compiler.lock();
        try {
            return question.apply(shell);
        } finally {
            compiler.unlock();
        }
    }

    /** Names that a cell may use: variables, methods, types. */
    public List<String> names() {
        return ask(it -> Stream.of(names.variables(), names.methods(), names.types())
                .flatMap(Collection::stream)
                .toList());
    }

    /** How many declarations of cells there are. */
    int declarations() {
        return ask(it -> (int) it.snippets()
                .filter(s -> s.kind().isPersistent() && it.status(s).isActive() && isOfCells(s))
                .count());
    }

    /** Whether a snippet is running or being compiled. */
    public boolean isBusy() {
        return depth > 0;
    }

    /** Whether {@code snippet} came with a cell, and not with the session. */
    private boolean isOfCells(Snippet snippet) {
        return !cells.isOf(snippet, SourceLocation.START) && !defaults.owns(snippet) && !words.owns(snippet);
    }

    /** Adds a jar or a folder of classes, for the compiler and for running code. */
    void addToClasspath(String path) {
        compiler.lock();
        try {
            shell.addToClasspath(path);
        } finally {
            compiler.unlock();
        }
    }

    @Override
    public void close() {
        packages.close();
        shell.close();
    }
}
