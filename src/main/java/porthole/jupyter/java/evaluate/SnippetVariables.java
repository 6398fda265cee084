package porthole.jupyter.java.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import porthole.jupyter.java.classes.VariableStorage;
import porthole.jupyter.java.text.CellSource;
import porthole.jupyter.java.text.Tokens;
import porthole.jupyter.java.text.UnitKind;

/** The variables of the session when a unit runs as a snippet: which it declares, and which lose their value by it. */
final class SnippetVariables {
    private final JShell shell;
    private final VariableStorage homes;
    private final VariableRecovery recovery;
    private final CellNotes notes;

    SnippetVariables(JShell shell, VariableStorage homes, VariableRecovery recovery, CellNotes notes) {
        this.shell = shell;
        this.homes = homes;
        this.recovery = recovery;
        this.notes = notes;
    }

    /** The unit is about to be compiled: the variables that it declares begin anew. */
    void begin(CellSource source) {
        homes.declareAnew(declared(source));
    }

    /** Notes which variables could not keep their value, after the unit has been compiled. */
    void lost(List<SnippetEvent> gone, List<SnippetEvent> events) {
        homes.leftToLambdas().forEach(name -> notes.atEnd(PendingDeclarations.leftToLambdas(name)));
        notes.lost(homes.lost());
        notes.lost(Stream.concat(gone.stream(), events.stream())
                .filter(PendingDeclarations::isLoss)
                .map(e -> (VarSnippet) e.snippet())
                .distinct()
                .filter(v -> shell.status(v) != Snippet.Status.VALID && !recovery.keep(v))
                .map(VarSnippet::name)
                .toList());
    }

    /** A unit was refused: the variables that it would have replaced get their values back. */
    void undo(List<SnippetEvent> events) {
        notes.lost(recovery.undo(events));
    }

    /** A snippet has declared a variable without a value: nothing of an earlier one of its name is kept for it. */
    void declared(Snippet snippet) {
        if (snippet.subKind() == Snippet.SubKind.VAR_DECLARATION_SUBKIND) {
            recovery.clear((VarSnippet) snippet);
        }
    }

    /** Names of the variables that {@code source} declares. */
    private Set<String> declared(CellSource source) {
        List<Tokens.Token> tokens = source.tokens();
        Optional<String> only = UnitKind.onlyVariable(tokens);
        if (only.isPresent() || source.kind() != UnitKind.VARIABLE) { // JShell would compile it to say so
            return only.map(Set::of).orElse(Set.of());
        }
        try {
            return shell.sourceCodeAnalysis().sourceToSnippets(source.text()).stream()
                    .filter(VarSnippet.class::isInstance)
                    .map(s -> ((VarSnippet) s).name())
                    .collect(Collectors.toSet());
        } catch (RuntimeException | InternalError e) {
            return Set.of(); // javac fails at it, as it will again
        }
    }
}
