package porthole.jupyter.shell;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Objects;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.StoppedException;
import porthole.jupyter.assist.JavaReader;
import porthole.jupyter.assist.Sketch;

/**
 * Values of expressions, without JShell: it compiles each of them five times, to declare a variable that nobody will use.
 * Here it is compiled once, into a class that imports what it names of the session. {@code var} gives the value the type
 * that JShell gives it. What does not compile so (a call of a void method, a lambda, {@code null}, a mistake) is left to
 * JShell, whose messages the person reads.
 */
final class DirectValues {
    private static final String VALUE = "porthole$value";

    private final JShell shell;
    private final SessionImports imports;
    private final JavaReader reader;
    private final CellExecution execution;
    private final CellLines cells;
    private int count;

    DirectValues(JShell shell, SessionImports imports, JavaReader reader, CellExecution execution, CellLines cells) {
        this.shell = shell;
        this.imports = imports;
        this.reader = reader;
        this.execution = execution;
        this.cells = cells;
    }

    /** @param wrapped the text of the class in which the expression stands from {@code start} on */
    private record Wrapper(String simpleName, String wrapped, String source, int start) implements SnippetWrapper {
        @Override
        public String fullClassName() {
            return Sketch.PACKAGE + "." + simpleName;
        }

        @Override
        public Snippet.Kind kind() {
            return Snippet.Kind.EXPRESSION;
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

    /**
     * Runs {@code source} where it is an expression that no semicolon ends.
     *
     * @return whether it did; the value is the execution's then
     * @throws CellFailure what it threw
     */
    boolean run(Place place, String source) throws CellFailure {
        if (!isExpression(source) || !reader.isWarm() || mayLackSomething()) {
            return false;
        }
        Wrapper wrapper = wrapped(source);
        Map<String, byte[]> classes = reader.compile(wrapper.wrapped());
        if (classes.isEmpty()) {
            return false;
        }
        cells.learn(wrapper, place);
        try {
            execution.run(
                    wrapper.fullClassName(),
                    classes.entrySet().stream()
                            .map(e -> new ClassBytecodes(e.getKey(), e.getValue()))
                            .toArray(ClassBytecodes[]::new));
        } catch (StoppedException e) {
            return true; // the cell's end says so
        } catch (InvocationTargetException e) {
            throw CellFailure.thrown(Objects.requireNonNull(execution.thrown()), cells);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return true;
    }

    private static boolean isExpression(String source) {
        var tokens = Tokens.of(source);
        return UnitKind.of(tokens) == UnitKind.EXPRESSION
                && !tokens.get(tokens.size() - 1).text().equals(";");
    }

    /** What calls a method that waits for something is told so by JShell. */
    private boolean mayLackSomething() {
        return shell.snippets().anyMatch(s -> shell.status(s) == Snippet.Status.RECOVERABLE_DEFINED);
    }

    private Wrapper wrapped(String source) {
        String name = "$JShell$V" + count++;
        String head = "package " + Sketch.PACKAGE + ";\n" + imports.of(Tokens.words(source)) + "class " + name
                + " {\npublic static Object " + CellExecution.METHOD + "() throws Throwable {\nvar " + VALUE + " =\n";
        return new Wrapper(name, head + source + "\n; return " + VALUE + "; }}\n", source, head.length());
    }
}
