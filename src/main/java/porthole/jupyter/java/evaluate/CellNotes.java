package porthole.jupyter.java.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jdk.jshell.DeclarationSnippet;
import org.jspecify.annotations.Nullable;
import porthole.jupyter.java.run.RunningCell;
import porthole.jupyter.java.run.SnippetLoader;

/** Gathers what a person should know of a unit or a cell that has run, and says it when that is over. */
final class CellNotes {
    private final PendingDeclarations pending;
    private final SnippetLoader loader;
    private final SessionNames names;
    private final List<String> atEnd = new ArrayList<>();
    private final Set<String> lost = new TreeSet<>();
    private Set<DeclarationSnippet> declared = new LinkedHashSet<>();

    CellNotes(PendingDeclarations pending, SnippetLoader loader, SessionNames names) {
        this.pending = pending;
        this.loader = loader;
        this.names = names;
    }

    /**
     * A cell begins, maybe within another.
     *
     * @return what the other has declared so far, for {@link #endCell}
     */
    Set<DeclarationSnippet> begin() {
        Set<DeclarationSnippet> outer = declared;
        declared = new LinkedHashSet<>();
        return outer;
    }

    /** If {@code one} waits for something when the cell is over, that is said. */
    void declared(DeclarationSnippet one) {
        declared.add(one);
    }

    /** Is said when the cell is over. */
    void atEnd(String note) {
        atEnd.add(note);
    }

    /** Variables that have lost their values. */
    void lost(Collection<String> variables) {
        lost.addAll(variables);
    }

    /** A unit is over: says which types and variables have lost their values. */
    void endUnit(@Nullable RunningCell cell) {
        pending.tell(
                cell,
                loader.statics().anew().stream().map(PendingDeclarations::anew).toList());
        pending.tell(cell, lost.stream().map(PendingDeclarations::lost).toList());
        names.lost(lost);
        lost.clear();
    }

    /** A cell is over, with or without success: a failure too may come from what is missing. */
    void endCell(@Nullable RunningCell cell, Set<DeclarationSnippet> outer) {
        Set<DeclarationSnippet> own = declared;
        declared = outer;
        pending.tell(cell, atEnd);
        atEnd.clear();
        pending.tell(cell, pending.unresolved(own));
    }
}
