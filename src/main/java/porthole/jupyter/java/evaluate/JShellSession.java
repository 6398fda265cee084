package porthole.jupyter.java.evaluate;

import java.awt.Image;
import java.awt.image.RenderedImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;
import porthole.jupyter.java.advice.CompileAdvice;
import porthole.jupyter.java.classes.CompilePath;
import porthole.jupyter.java.classes.PackageListing;
import porthole.jupyter.java.classes.VariableStorage;
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
import porthole.jupyter.java.run.StopCheck;
import porthole.jupyter.java.text.CellLines;
import porthole.jupyter.java.text.Dialect;
import porthole.jupyter.java.text.LongConstants;
import porthole.jupyter.java.text.NestedNames;
import porthole.jupyter.java.text.PublicConstructors;
import porthole.jupyter.java.text.SourceLocation;
import porthole.jupyter.java.text.Tokens;
import porthole.jupyter.java.text.UnitKind;

/** Runs Java text in JShell, a snippet after the other. */
public final class JShellSession implements AutoCloseable {
    private final ReentrantLock compiler;
    private final boolean semicolonShows;
    private final CellExecution execution;
    private final PackageListing packages;
    private final JShell.Builder builder;
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final JShellHistory history;
    private final DefaultImports defaults;
    private final NewestName newest;
    private final NestedNames nested;
    private final SnippetLoader loader;
    private final VariableStorage homes;
    private final VariableRecovery rescue;
    private final Dialect dialect = new Dialect();
    private final PendingDeclarations notes;
    private final Finals finals;
    private final PublicConstructors constructors;
    private final SessionNames names;
    private final JavaReader reader;
    private final SessionWords words;
    private final SessionImports imports;
    private final ExpressionEvaluator direct;
    private final UnnamedValues unnamed;
    private final InferredTypes types;
    private boolean plain;
    private List<String> options;
    private int pools;
    private int depth;
    private boolean ended;
    private final Set<String> lost = new TreeSet<>();
    private final CellLines cells;
    private final List<String> forgotten = new ArrayList<>();

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
        this.semicolonShows = semicolonShows;
        loader = new SnippetLoader(runtime);
        execution = new CellExecution(compiler, loader);
        cells = new CellLines();
        PackageListing listing = new PackageListing(compiler);
        packages = listing;
        builder = JShell.builder();
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
        nested = new NestedNames(shell, analysis, loader);
        newest = new NewestName(shell, defaults, new ImportedNames(loader));
        homes = loader.homes();
        rescue = new VariableRecovery(shell, loader, cells);
        words = new SessionWords(shell, loader);
        names = new SessionNames(shell, analysis, loader, words);
        notes = new PendingDeclarations(shell, names);
        constructors = new PublicConstructors(shell);
        this.reader = reader;
        imports = new SessionImports(shell, analysis, words, defaults);
        finals = new Finals(imports, reader);
        unnamed = new UnnamedValues(shell, loader, rescue);
        direct = new ExpressionEvaluator(shell, imports, reader, execution, cells, unnamed, names);
        types = new InferredTypes(shell, imports, reader);
        plain = Internal.EXPRESSIONS.isOn() && options.isEmpty();
        this.options = options;
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
            return runAll(cell, place, text);
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

    private Optional<Value> runAll(@Nullable RunningCell cell, SourceLocation place, String text) throws CellFailure {
        if (Tokens.endsInComment(text)) { // JShell would take it as the end
            throw CellFailure.sentence(
                    CompileErrors.NAME, Sentences.of(CompileAdvice.class).say("compile.comment.open"));
        }
        Set<DeclarationSnippet> declared = new LinkedHashSet<>();
        try {
            return runAll(cell, place, text, declared);
        } finally {
            notes.tell(cell, forgotten);
            forgotten.clear();
            notes.tell(cell, notes.unresolved(declared)); // a failure too may come from what is missing
        }
    }

    private Optional<Value> runAll(
            @Nullable RunningCell cell, SourceLocation place, String text, Set<DeclarationSnippet> declared)
            throws CellFailure {
        Optional<Value> last = Optional.empty();
        int at = 0;
        while (!Tokens.isEmpty(text.substring(at))) {
            if (cell != null && cell.isStopped()) {
                throw new StopCheck.CellStopped();
            }
            at += blanks(text.substring(at));
            String rest = dialect.withoutPackage(text.substring(at));
            if (rest.charAt(0) == ' ') {
                at += blanks(rest);
                continue;
            }
            CompletionInfo unit = analysis.analyzeCompletion(rest);
            boolean whole = unit.completeness().isComplete();
            String source = whole ? unit.source() : rest;
            SourceLocation here = new SourceLocation(place.name(), place.code(), place.offset() + at);
            boolean returns = Dialect.isReturn(source);
            ended = false;
            try {
                NestedNames.Qualified one = nested.qualified(here, adapted(source, returns));
                last = runOne(one.place(), one.source(), declared);
            } finally {
                notes.tell(
                        cell,
                        loader.statics().anew().stream()
                                .map(PendingDeclarations::anew)
                                .toList());
                notes.tell(cell, lost.stream().map(PendingDeclarations::lost).toList());
                names.lost(lost);
                lost.clear();
            }
            boolean isReturned = last.isPresent() && UnitKind.of(Tokens.of(source)) == UnitKind.STATEMENT;
            if (returns || ended || isReturned) {
                break; // also where a loop or an if has returned
            }
            at = whole ? text.length() - unit.remaining().length() : text.length();
            if (Tokens.endsWithSemicolon(whole ? source : rest) && !isSeen(last)) {
                last = Optional.empty();
            }
        }
        if (cell != null && cell.isStopped()) {
            // JShell takes a snippet that was stopped, even before it began, for one that ran.
            throw new StopCheck.CellStopped();
        }
        CompileAdvice.doubtful(text).ifPresent(d -> notes.tell(cell, List.of(d)));
        notes.tell(cell, notes.unprocessed(text));
        return last;
    }

    /** What is shown behind a semicolon too: a picture is drawn to be seen, and Java's habit ends the call that gives it. */
    private boolean isSeen(Optional<Value> value) {
        return semicolonShows
                || value.map(Value::content)
                        .filter(v -> v instanceof Image || v instanceof RenderedImage)
                        .isPresent();
    }

    private String adapted(String source, boolean returns) {
        return source.startsWith("import") ? source : dialect.simple(returns ? Dialect.returned(source) : source);
    }

    private static int blanks(String rest) {
        int code = Tokens.skipBlank(rest, 0);
        // JShell compiles an import's leading blanks too, and every line they shift costs a recompilation
        return rest.startsWith("import", code)
                ? code
                : rest.length() - rest.stripLeading().length();
    }

    private Optional<Value> runOne(SourceLocation place, String source, Set<DeclarationSnippet> declared)
            throws CellFailure {
        boolean isImport = source.startsWith("import");
        if (isImport && isNestedImport(source)) {
            return Optional.empty();
        }
        if (source.isBlank() || (isImport && (isActive(source) || dialect.isOwnImport(source)))) {
            return Optional.empty();
        }
        Optional<Integer> constant = LongConstants.tooLong(source);
        if (constant.isPresent()) {
            throw CellFailure.sentence(
                    CompileErrors.NAME,
                    Sentences.of(CompileAdvice.class).say("limit.constant", constant.orElseThrow()));
        }
        Optional<String> setAgain = finals.setAgain(source);
        if (setAgain.isPresent()) {
            throw CellFailure.sentence(
                    CompileErrors.NAME, Sentences.of(CompileAdvice.class).say("limit.final", setAgain.orElseThrow()));
        }
        defaults.provide(source);
        cells.enter(place);
        unnamed.provide(source);
        words.provide(source);
        execution.forget();
        Optional<ExpressionEvaluator.Ran> ran = plain ? direct.run(place, source) : Optional.empty();
        if (ran.isPresent()) {
            ended = ran.get().isEnd();
            return ran.get().value();
        }
        homes.declareAnew(variables(source));
        List<SnippetEvent> gone = newest.giveWay(source);
        List<SnippetEvent> events = declared(place, source);
        if (isRefused(events)) {
            newest.restore();
            undo(events, place);
        }
        homes.leftToLambdas().forEach(name -> forgotten.add(PendingDeclarations.leftToLambdas(name)));
        lost.addAll(homes.lost());
        Stream.concat(gone.stream(), events.stream())
                .filter(PendingDeclarations::isLoss)
                .map(e -> (VarSnippet) e.snippet())
                .distinct()
                .filter(v -> shell.status(v) != Snippet.Status.VALID && !rescue.keep(v))
                .forEach(v -> lost.add(v.name()));
        Optional<Value> value = Optional.empty();
        for (SnippetEvent event : events) {
            if (event.causeSnippet() == null) {
                Snippet snippet = event.snippet();
                refuse(event, place);
                refuseUnwritten(event, place);
                words.giveWayTo(snippet);
                if (snippet instanceof DeclarationSnippet declaration) {
                    declared.add(declaration);
                }
                if (snippet instanceof VarSnippet variable && finals.learn(variable)) {
                    settersOf(variable).forEach(s -> forgotten.add(notes.setsFinal(s, variable.name())));
                }
                if (snippet.subKind() == Snippet.SubKind.VAR_DECLARATION_SUBKIND) {
                    rescue.clear((VarSnippet) snippet);
                }
                value = value(event, place, source);
            } else {
                updated(event, declared);
            }
        }
        gone.stream().filter(e -> e.causeSnippet() != null).forEach(e -> updated(e, declared));
        ended = false; // what a cell in the cell has left
        return value;
    }

    /** The methods and types of earlier cells that set a variable which has just been declared final. */
    private Stream<DeclarationSnippet> settersOf(VarSnippet variable) {
        return Stream.<DeclarationSnippet>concat(shell.methods(), shell.types())
                .filter(d -> shell.status(d).isActive())
                .filter(d -> finals.setAgain(d.source())
                        .filter(variable.name()::equals)
                        .isPresent());
    }

    /** Whether {@code source} has imported what is nested in a class that a cell has declared under a package. */
    private boolean isNestedImport(String source) {
        return dialect.nested(source)
                .filter(n -> nested.add(Tokens.words(source).contains("static"), n))
                .isPresent();
    }

    private void updated(SnippetEvent event, Set<DeclarationSnippet> declared) {
        cells.learn(event.snippet());
        if (event.previousStatus() == Snippet.Status.VALID
                && event.snippet() instanceof DeclarationSnippet dependent
                && !(dependent instanceof VarSnippet)) {
            declared.add(dependent); // what does not fit at the cell's end is told then
        }
    }

    private static boolean isRefused(List<SnippetEvent> events) {
        return events.stream().anyMatch(e -> e.status() == Snippet.Status.REJECTED && e.causeSnippet() == null);
    }

    private List<SnippetEvent> declared(SourceLocation place, String source) throws CellFailure {
        Optional<String> typed = plain ? types.written(source) : Optional.empty();
        List<SnippetEvent> events = eval(place, typed.orElse(source));
        if (typed.isEmpty() || !isRefused(events)) {
            return events;
        }
        // As the person wrote it, then; what was replaced, the first attempt has replaced.
        return Stream.concat(events.stream().filter(e -> e.causeSnippet() != null), eval(place, source).stream())
                .toList();
    }

    /** Refuses what does not compile; what it has replaced stands as before. */
    private void undo(List<SnippetEvent> events, SourceLocation place) throws CellFailure {
        try {
            for (SnippetEvent event : events) {
                if (event.causeSnippet() == null) {
                    refuse(event, place);
                }
            }
        } finally {
            lost.addAll(rescue.undo(events));
        }
    }

    /**
     * JShell trips over two methods of one name that both wait for a type ("typeSig ERROR", on 17 to 25) and then
     * refuses the type too: they are forgotten, and that is told.
     */
    private List<SnippetEvent> compiled(String source) throws CellFailure {
        try {
            return history.add(shell.eval(source));
        } catch (RuntimeException | InternalError e) {
            if (Stream.of(e.getStackTrace()).noneMatch(f -> f.getClassName().startsWith("jdk.jshell."))) {
                throw e;
            }
            throw compilerFailed();
        } catch (AssertionError e) {
            List<MethodSnippet> waiting = shell.methods()
                    .filter(m -> shell.status(m) == Snippet.Status.RECOVERABLE_NOT_DEFINED)
                    .toList();
            if (waiting.isEmpty()) {
                throw e;
            }
            waiting.forEach(m -> forgotten.add(notes.forgotten(m)));
            waiting.forEach(shell::drop);
            return history.add(shell.eval(source));
        }
    }

    /**
     * Refuses what javac has failed at when it wrote the class: a snippet that should have been called and was not, or
     * that is larger than a class file can hold. JShell takes these for snippets that wait for something.
     */
    private void refuseUnwritten(SnippetEvent event, SourceLocation place) throws CellFailure {
        Snippet snippet = event.snippet();
        boolean waits = snippet instanceof DeclarationSnippet declaration
                && shell.unresolvedDependencies(declaration).findAny().isPresent();
        List<CompilerMessage> limits = shell.diagnostics(snippet)
                .map(CompilerMessage::of)
                .filter(d -> d.code().startsWith("limit"))
                .toList();
        if (waits || (limits.isEmpty() && (!isCalledAtOnce(snippet) || execution.isCalled()))) {
            return;
        }
        shell.drop(snippet);
        CellFailure failure = compilerFailed();
        throw limits.isEmpty() ? failure : new CellFailure(CompileErrors.of(place, snippet.source(), limits, names));
    }

    private static boolean isCalledAtOnce(Snippet snippet) {
        return switch (snippet.subKind()) {
            case TEMP_VAR_EXPRESSION_SUBKIND,
                    VAR_VALUE_SUBKIND,
                    ASSIGNMENT_SUBKIND,
                    OTHER_EXPRESSION_SUBKIND,
                    STATEMENT_SUBKIND,
                    VAR_DECLARATION_WITH_INITIALIZER_SUBKIND -> true;
            default -> false;
        };
    }

    /** What is left half done in javac's pooled compilers would spoil all that follows: others are taken. */
    private CellFailure compilerFailed() {
        List<String> renewed = new ArrayList<>(options);
        renewed.add("-XDporthole.pool=" + ++pools); // javac keeps a pool for each set of options
        builder.compilerOptions(CompilerOptions.with(renewed));
        reader.dropCompilers();
        return CellFailure.sentence(
                CompileErrors.NAME, Sentences.of(CompileAdvice.class).say("compile.failed"));
    }

    private List<SnippetEvent> eval(SourceLocation place, String source) throws CellFailure {
        cells.enter(place);
        List<SnippetEvent> events = compiled(source);
        Optional<String> mended = constructors.mended(source, events);
        if (mended.isEmpty()) {
            return events;
        }
        cells.enter(place);
        List<SnippetEvent> again = history.add(shell.eval(mended.orElseThrow()));
        // What else is wrong stands in its place in the first ones, which are those of the source as it was written.
        return again.stream().anyMatch(e -> e.status() == Snippet.Status.REJECTED) ? events : again;
    }

    private Optional<Value> value(SnippetEvent event, SourceLocation place, String source) {
        Snippet snippet = event.snippet();
        Optional<Value> value = switch (snippet.subKind()) {
            case TEMP_VAR_EXPRESSION_SUBKIND, VAR_VALUE_SUBKIND, ASSIGNMENT_SUBKIND, OTHER_EXPRESSION_SUBKIND ->
                Optional.of(new Value(execution.value()));
            case STATEMENT_SUBKIND -> Optional.ofNullable(execution.value()).map(Value::new);
            default -> Optional.empty();
        };
        if (snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
            unnamed.add(place, source, execution.value(), ((VarSnippet) snippet).typeName());
            shell.drop(snippet); // left behind it would be one more import of every later compilation
            rescue.clear((VarSnippet) snippet);
        }
        return value;
    }

    private void refuse(SnippetEvent event, SourceLocation place) throws CellFailure {
        if (event.status() == Snippet.Status.REJECTED) {
            throw new CellFailure(CompileErrors.of(
                    place,
                    event.snippet().source(),
                    shell.diagnostics(event.snippet()).map(CompilerMessage::of).toList(),
                    names));
        }
        if (event.exception() instanceof UnresolvedReferenceException unresolved) {
            throw CellFailure.sentence("UnresolvedReference", notes.unresolved(unresolved.getSnippet()));
        }
        if (event.exception() instanceof EvalException) {
            if (event.snippet().subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
                shell.drop(event.snippet());
                rescue.clear((VarSnippet) event.snippet());
            }
            throw CellFailure.thrown(java.util.Objects.requireNonNull(execution.thrown()), cells);
        }
    }

    private boolean isActive(String source) {
        String wanted = squeezed(source);
        return shell.imports()
                .map(ImportSnippet::source)
                .anyMatch(s -> squeezed(s).equals(wanted));
    }

    private static String squeezed(String source) {
        return Tokens.of(source).stream().map(Tokens.Token::text).collect(Collectors.joining(" "));
    }

    /** Names of the variables that {@code source} declares. */
    private Set<String> variables(String source) {
        List<Tokens.Token> tokens = Tokens.of(source);
        Optional<String> only = UnitKind.onlyVariable(tokens);
        if (only.isPresent() || UnitKind.of(tokens) != UnitKind.VARIABLE) { // JShell would compile it to say so
            return only.map(Set::of).orElse(Set.of());
        }
        try {
            return analysis.sourceToSnippets(source).stream()
                    .filter(VarSnippet.class::isInstance)
                    .map(s -> ((VarSnippet) s).name())
                    .collect(Collectors.toSet());
        } catch (RuntimeException | InternalError e) {
            return Set.of(); // javac fails at it, as it will again
        }
    }

    /** Whether {@code line} is an expression of Java in the session as it is; nothing of it runs. */
    public boolean isExpression(String line) {
        compiler.lock();
        try {
            return analysis.analyzeCompletion(line).completeness().isComplete() && direct.isExpression(line);
        } finally {
            compiler.unlock();
        }
    }

    /** Compiles with {@code options} of javac too, from now on: JShell reads its builder's list before each compilation. */
    public void compileWith(List<String> options) {
        compiler.lock();
        try {
            plain = false;
            this.options = options;
            builder.compilerOptions(options.toArray(String[]::new));
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
