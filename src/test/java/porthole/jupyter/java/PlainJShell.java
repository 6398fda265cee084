package porthole.jupyter.java;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;

/** A session of the JDK's own JShell, with the imports that a cell has. */
final class PlainJShell implements AutoCloseable {
    private static final List<String> IMPORTED = List.of(
            "java.io",
            "java.math",
            "java.net",
            "java.nio.file",
            "java.time",
            "java.util",
            "java.util.concurrent",
            "java.util.function",
            "java.util.prefs",
            "java.util.regex",
            "java.util.stream");

    private final JShell shell;

    PlainJShell() {
        PrintStream none = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        shell = JShell.builder().executionEngine("local").out(none).err(none).build();
        IMPORTED.forEach(name -> shell.eval("import " + name + ".*;"));
    }

    Ended run(String code) {
        Ended last = new Ended(Ended.How.DONE, "");
        String rest = code;
        while (!rest.isBlank()) {
            SourceCodeAnalysis.CompletionInfo read = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            boolean whole = read.completeness().isComplete() && !read.source().isBlank();
            List<SnippetEvent> events = shell.eval(whole ? read.source() : rest);
            rest = whole ? read.remaining() : "";
            for (SnippetEvent event : events) {
                if (event.causeSnippet() == null) {
                    last = ended(event);
                }
            }
            if (last.how() == Ended.How.REFUSED || last.how() == Ended.How.THREW) {
                return last;
            }
        }
        return last;
    }

    private static Ended ended(SnippetEvent event) {
        JShellException thrown = event.exception();
        if (thrown instanceof EvalException exception) {
            String name = exception.getExceptionClassName();
            return new Ended(
                    Ended.How.THREW, simple(name) + ": " + Objects.requireNonNullElse(exception.getMessage(), ""));
        } else if (thrown != null) {
            return Ended.UNRESOLVED;
        }
        return switch (event.status()) {
            case REJECTED -> new Ended(Ended.How.REFUSED, "");
            case RECOVERABLE_DEFINED, RECOVERABLE_NOT_DEFINED -> new Ended(Ended.How.DONE, "");
            default ->
                isExpression(event.snippet())
                                && event.value() != null
                                && !event.value().isEmpty()
                        ? new Ended(Ended.How.VALUE, event.value())
                        : new Ended(Ended.How.DONE, "");
        };
    }

    private static boolean isExpression(Snippet snippet) {
        return snippet.kind() == Snippet.Kind.EXPRESSION
                || snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
    }

    private static String simple(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    /** Names of the variables that have a value. */
    List<String> variables() {
        List<String> names = new ArrayList<>();
        shell.variables()
                .filter(v -> shell.status(v) == Snippet.Status.VALID)
                .map(VarSnippet::name)
                .filter(name -> !name.startsWith("$"))
                .forEach(names::add);
        return names;
    }

    @Override
    public void close() {
        shell.close();
    }
}
