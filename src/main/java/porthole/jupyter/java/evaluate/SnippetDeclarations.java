package porthole.jupyter.java.evaluate;

import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import porthole.jupyter.java.names.SessionWords;
import porthole.jupyter.java.text.CellLines;
import porthole.jupyter.java.text.CellSource;

/** What a unit that ran as a snippet has declared, and what that changes for earlier declarations. */
final class SnippetDeclarations {
    private final JShell shell;
    private final SessionWords words;
    private final Finals finals;
    private final CellLines cells;
    private final PendingDeclarations pending;
    private final CellNotes notes;

    SnippetDeclarations(
            JShell shell,
            SessionWords words,
            Finals finals,
            CellLines cells,
            PendingDeclarations pending,
            CellNotes notes) {
        this.shell = shell;
        this.words = words;
        this.finals = finals;
        this.cells = cells;
        this.pending = pending;
        this.notes = notes;
    }

    /** The unit itself has declared {@code snippet}. */
    void declared(Snippet snippet) {
        words.giveWayTo(snippet);
        if (snippet instanceof DeclarationSnippet declaration) {
            notes.declared(declaration);
        }
        if (snippet instanceof VarSnippet variable && finals.learn(variable)) {
            settersOf(variable).forEach(s -> notes.atEnd(pending.setsFinal(s, variable.name())));
        }
    }

    /** An earlier snippet, which depends on the unit, was compiled again. */
    void updated(SnippetEvent event) {
        cells.learn(event.snippet());
        if (event.previousStatus() == Snippet.Status.VALID
                && event.snippet() instanceof DeclarationSnippet dependent
                && !(dependent instanceof VarSnippet)) {
            notes.declared(dependent); // what does not fit at the cell's end is told then
        }
    }

    /** The methods and types of earlier cells that set a variable which has just been declared final. */
    private Stream<DeclarationSnippet> settersOf(VarSnippet variable) {
        return Stream.<DeclarationSnippet>concat(shell.methods(), shell.types())
                .filter(d -> shell.status(d).isActive())
                .filter(d -> finals.setAgain(CellSource.of(d.source()))
                        .filter(variable.name()::equals)
                        .isPresent());
    }
}
