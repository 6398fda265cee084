package porthole.jupyter.java.evaluate;

import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import porthole.jupyter.java.text.CellSource;
import porthole.jupyter.java.text.SourceLocation;

/** The value of a unit that ran as a snippet. One without a name is kept as {@code $1}, {@code $2} … */
final class SnippetValues {
    private final JShell shell;
    private final CellExecution execution;
    private final UnnamedValues unnamed;
    private final VariableRecovery recovery;

    SnippetValues(JShell shell, CellExecution execution, UnnamedValues unnamed, VariableRecovery recovery) {
        this.shell = shell;
        this.execution = execution;
        this.unnamed = unnamed;
        this.recovery = recovery;
    }

    /** The value that the snippet of {@code event} has given; empty if it gives none, as a declaration does. */
    Optional<JShellSession.Value> of(SnippetEvent event, SourceLocation place, CellSource source) {
        Snippet snippet = event.snippet();
        Optional<JShellSession.Value> value = switch (snippet.subKind()) {
            case TEMP_VAR_EXPRESSION_SUBKIND, VAR_VALUE_SUBKIND, ASSIGNMENT_SUBKIND, OTHER_EXPRESSION_SUBKIND ->
                Optional.of(new JShellSession.Value(execution.value()));
            case STATEMENT_SUBKIND -> Optional.ofNullable(execution.value()).map(JShellSession.Value::new);
            default -> Optional.empty();
        };
        if (snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
            unnamed.add(place, source, execution.value(), ((VarSnippet) snippet).typeName());
            shell.drop(snippet); // if it stayed, every later compilation would import it
            recovery.clear((VarSnippet) snippet);
        }
        return value;
    }
}
