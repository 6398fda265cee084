package porthole.jupyter.java.evaluate;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.StoppedException;
import porthole.jupyter.java.advice.DeclaredNames;
import porthole.jupyter.java.names.SessionImports;
import porthole.jupyter.java.reader.JavaReader;
import porthole.jupyter.java.text.CellLines;
import porthole.jupyter.java.text.CellSource;
import porthole.jupyter.java.text.JShellNames;
import porthole.jupyter.java.text.SourceLocation;
import porthole.jupyter.java.text.UnitKind;

/**
 * Runs expressions and statements without JShell, which compiles them two to five times, an expression to declare a
 * variable that nobody will use. Here one is compiled once, into a
 * class that imports what it names of the session. {@code var} gives the value the type that JShell gives it; where that
 * does not compile it may be a call of a void method. What compiles in neither way (a lambda, {@code null}, a mistake) is
 * left to JShell, whose messages the person reads.
 */
final class ExpressionEvaluator implements Evaluator {
    private static final String VALUE = "porthole$value";
    private static final String WHOLE = "porthole$whole";

    private final JShell shell;
    private final SessionImports imports;
    private final JavaReader reader;
    private final CellExecution execution;
    private final CellLines cells;
    private final UnnamedValues unnamed;
    private final DeclaredNames names;
    private int count;

    ExpressionEvaluator(
            JShell shell,
            SessionImports imports,
            JavaReader reader,
            CellExecution execution,
            CellLines cells,
            UnnamedValues unnamed,
            DeclaredNames names) {
        this.shell = shell;
        this.imports = imports;
        this.reader = reader;
        this.execution = execution;
        this.cells = cells;
        this.unnamed = unnamed;
        this.names = names;
    }

    /** @param wrapped the text of the class in which the expression stands from {@code start} on */
    private record Wrapper(String simpleName, String wrapped, CellSource cell, int start) implements SnippetWrapper {
        @Override
        public String source() {
            return cell.text();
        }

        @Override
        public String fullClassName() {
            return JShellNames.PACKAGE + "." + simpleName;
        }

        @Override
        public Snippet.Kind kind() {
            return Snippet.Kind.EXPRESSION;
        }

        boolean isValued() {
            return wrapped.startsWith("var ", start - VALUE.length() - "var  =\n".length());
        }

        @Override
        public int sourceToWrappedPosition(int position) {
            return start + position;
        }

        @Override
        public int wrappedToSourcePosition(int position) {
            return position - start;
        }
    }

    @Override
    public Optional<Ran> run(SourceLocation place, CellSource source) throws CellFailure {
        if (!takes(place, source.kind())) {
            return Optional.empty();
        }
        boolean isStatement = source.kind() == UnitKind.STATEMENT;
        String imported = imports.of(source.words());
        if (isStatement && source.words().contains("return")) {
            Optional<Ran> returned = returning(place, returning(imported, "Object", source, " return null;"));
            return returned.isPresent() ? returned : returning(place, returning(imported, "void", source, ""));
        }
        List<Diagnostic<?>> errors = new ArrayList<>();
        if (isStatement) {
            Wrapper statement = wrapped(imported, "void", "", source, "");
            if (runs(place, statement, errors::add)) {
                return Optional.of(new Ran(Optional.empty()));
            }
            refuse(place, statement, errors);
            return Optional.empty();
        }
        Wrapper valued = valued(imported, source);
        if (runs(place, valued, errors::add)) {
            return Optional.of(new Ran(Optional.of(new JShellSession.Value(execution.value()))));
        }
        refuse(place, valued, errors);
        boolean isVoid = errors.stream().anyMatch(ExpressionEvaluator::isVoid);
        return isVoid && runs(place, wrapped(imported, "void", "", source, ";"), error -> {})
                ? Optional.of(new Ran(Optional.empty()))
                : Optional.empty();
    }

    /**
     * Tells mistakes that JShell would tell in the same words after three more compilations. All others are left to
     * JShell, which may read the text in another way or know of declarations that wait for something.
     */
    private void refuse(SourceLocation place, Wrapper wrapper, List<Diagnostic<?>> found) throws CellFailure {
        List<CompilerMessage> errors = found.stream()
                .map(d -> CompilerMessage.of(d, wrapper.start()))
                .filter(CompilerMessage::isError)
                .toList();
        boolean isTold = !errors.isEmpty() && errors.stream().allMatch(e -> e.isAboutMeaning(wrapper.source()));
        if (isTold && shell.snippets().noneMatch(s -> shell.status(s) == Snippet.Status.RECOVERABLE_NOT_DEFINED)) {
            throw new CellFailure(CompileErrors.of(place, wrapper.source(), errors, names));
        }
    }

    /** A statement that may return: only where it has not, its class knows that it has run to its end. */
    private Wrapper returning(String imported, String type, CellSource source, String after) {
        return wrapped(
                imported,
                type,
                "if (true) {\n",
                source,
                "} " + WHOLE + " = true;" + after + "} static boolean " + WHOLE + "; static {");
    }

    private Optional<Ran> returning(SourceLocation place, Wrapper statement) throws CellFailure {
        if (!runs(place, statement, error -> {})) {
            return Optional.empty();
        }
        boolean isEnd = !execution.isSet(statement.fullClassName(), WHOLE);
        boolean isValue = isEnd && statement.wrapped().contains("static Object " + JShellNames.METHOD);
        return Optional.of(
                new Ran(isValue ? Optional.of(new JShellSession.Value(execution.value())) : Optional.empty(), isEnd));
    }

    /** Whether {@code source} is an expression that compiles in the session as it is; nothing of it runs. */
    boolean isExpression(CellSource source) {
        return source.kind() == UnitKind.EXPRESSION
                && !reader.compile(valued(imports.of(source.words()), source).wrapped(), error -> {})
                        .isEmpty();
    }

    private Wrapper valued(String imported, CellSource source) {
        return wrapped(imported, "Object", "var " + VALUE + " =\n", source, "; return " + VALUE + ";");
    }

    private static boolean isVoid(Diagnostic<?> error) {
        return "compiler.err.cant.infer.local.var.type".equals(error.getCode())
                && error.getMessage(Locale.ROOT).contains("void");
    }

    /** Whether it compiles, and so has run. */
    private boolean runs(SourceLocation place, Wrapper wrapper, DiagnosticListener<JavaFileObject> complaints)
            throws CellFailure {
        Map<String, byte[]> classes = reader.compile(wrapper.wrapped(), complaints);
        if (classes.isEmpty()) {
            return false;
        }
        cells.learn(wrapper, place);
        byte[] own = classes.get(wrapper.fullClassName());
        try {
            execution.run(
                    wrapper.fullClassName(),
                    classes.entrySet().stream()
                            .map(e -> new ClassBytecodes(e.getKey(), e.getValue()))
                            .toArray(ClassBytecodes[]::new));
        } catch (StoppedException e) {
            // The cell's end says so.
        } catch (InvocationTargetException e) {
            throw CellFailure.thrown(Objects.requireNonNull(execution.thrown()), cells);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            if (own != null && wrapper.isValued()) {
                unnamed.add(place, wrapper.cell(), execution.value(), own, VALUE);
            }
        }
        return true;
    }

    /**
     * Whether the unit is one to run here: an expression, or a statement of a cell (those of the start rehearse JShell).
     * Without javac's pool a compilation is slower than JShell's; and what calls a method that waits for something is
     * told so by JShell.
     */
    private boolean takes(SourceLocation place, UnitKind kind) {
        boolean isStatement = kind == UnitKind.STATEMENT && !place.name().equals(SourceLocation.START);
        return (kind == UnitKind.EXPRESSION || isStatement) && reader.isWarm() && !mayLackSomething();
    }

    private boolean mayLackSomething() {
        return shell.snippets().anyMatch(s -> shell.status(s) == Snippet.Status.RECOVERABLE_DEFINED);
    }

    private Wrapper wrapped(String imported, String type, String before, CellSource source, String after) {
        String name = JShellNames.CLASS + "V" + count++;
        String head = "package " + JShellNames.PACKAGE + ";\n" + imported + "class " + name + " {\npublic static "
                + type + " " + JShellNames.METHOD + "() throws Throwable {\n" + before;
        return new Wrapper(name, head + source.text() + "\n" + after + " }}\n", source, head.length());
    }
}
