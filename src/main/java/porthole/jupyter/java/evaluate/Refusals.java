package porthole.jupyter.java.evaluate;

import java.util.List;
import java.util.Objects;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import porthole.jupyter.java.advice.DeclaredNames;
import porthole.jupyter.java.text.CellLines;
import porthole.jupyter.java.text.SourceLocation;

/** Turns what JShell says of a snippet that failed into the failure of its cell. */
final class Refusals {
    private final JShell shell;
    private final CellExecution execution;
    private final CellLines cells;
    private final DeclaredNames names;
    private final PendingDeclarations pending;
    private final VariableRecovery recovery;
    private final SnippetCompiler compiler;

    Refusals(
            JShell shell,
            CellExecution execution,
            CellLines cells,
            DeclaredNames names,
            PendingDeclarations pending,
            VariableRecovery recovery,
            SnippetCompiler compiler) {
        this.shell = shell;
        this.execution = execution;
        this.cells = cells;
        this.names = names;
        this.pending = pending;
        this.recovery = recovery;
        this.compiler = compiler;
    }

    /** @throws CellFailure if it does not compile, waits for a declaration, or has thrown */
    void refuse(SnippetEvent event, SourceLocation place) throws CellFailure {
        if (event.status() == Snippet.Status.REJECTED) {
            throw new CellFailure(CompileErrors.of(
                    place,
                    event.snippet().source(),
                    shell.diagnostics(event.snippet()).map(CompilerMessage::of).toList(),
                    names));
        }
        if (event.exception() instanceof UnresolvedReferenceException unresolved) {
            throw CellFailure.sentence("UnresolvedReference", pending.unresolved(unresolved.getSnippet()));
        }
        if (event.exception() instanceof EvalException) {
            if (event.snippet().subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
                shell.drop(event.snippet());
                recovery.clear((VarSnippet) event.snippet());
            }
            throw CellFailure.thrown(Objects.requireNonNull(execution.thrown()), cells);
        }
    }

    /**
     * Refuses what javac has failed at when it wrote the class: a snippet that should have been called and was not, or
     * that is larger than a class file can hold. JShell takes these for snippets that wait for something.
     */
    void refuseUnwritten(SnippetEvent event, SourceLocation place) throws CellFailure {
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
        CellFailure failure = compiler.failed();
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
}
