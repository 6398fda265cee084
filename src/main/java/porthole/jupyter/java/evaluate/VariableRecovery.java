package porthole.jupyter.java.evaluate;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;
import porthole.jupyter.java.classes.VariableStorage;
import porthole.jupyter.java.run.SnippetLoader;
import porthole.jupyter.java.text.CellLines;
import porthole.jupyter.java.text.JShellNames;

/**
 * Keeps a variable that JShell has given up although its type still stands: what it was initialised with does not compile
 * any more ({@code var point} is gone, and with it {@code Supplier old = () -> point.sum()}). It is declared anew without
 * its initialiser, and gets its value back.
 */
final class VariableRecovery {
    private final JShell shell;
    private final SnippetLoader loader;
    private final VariableStorage homes;
    private final CellLines cells;

    VariableRecovery(JShell shell, SnippetLoader loader, CellLines cells) {
        this.shell = shell;
        this.loader = loader;
        this.homes = loader.homes();
        this.cells = cells;
    }

    /**
     * Brings back what a declaration has replaced that is then refused: JShell drops a class, a method or a variable for
     * its successor even where that does not compile.
     *
     * @return the variables whose values are not there again
     */
    Set<String> undo(List<SnippetEvent> events) {
        Set<String> gone = new TreeSet<>();
        for (SnippetEvent event : events) {
            if (event.status() == Snippet.Status.OVERWRITTEN && event.causeSnippet() != null) {
                Snippet replaced = event.snippet();
                if (replaced instanceof VarSnippet variable) {
                    if (!declareAgain(variable)) {
                        gone.add(variable.name());
                    }
                } else {
                    homes.declareAnew(Set.of());
                    cells.enterAgain(replaced);
                    shell.eval(replaced.source()).forEach(e -> cells.learn(e.snippet()));
                    gone.addAll(homes.lost());
                }
            }
        }
        events.stream()
                .filter(PendingDeclarations::isLoss)
                .map(e -> (VarSnippet) e.snippet())
                .filter(v -> shell.status(v) != Snippet.Status.VALID && !keep(v))
                .forEach(v -> gone.add(v.name()));
        return gone;
    }

    /** Returns whether the variable and its value are there again. */
    boolean keep(VarSnippet lost) {
        return shell.status(lost) == Snippet.Status.RECOVERABLE_NOT_DEFINED && declareAgain(lost);
    }

    /** Gives a variable what Java gives a field: it was declared without a value, or its value is to be let go. */
    void clear(VarSnippet variable) {
        Field field = field(variable);
        if (field != null) {
            try {
                field.set(null, Array.get(Array.newInstance(field.getType(), 1), 0));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private boolean declareAgain(VarSnippet lost) {
        Field old = field(lost);
        if (old == null) {
            return false;
        }
        try {
            return declare(typeName(lost, old), lost.name(), old.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Declares a variable with this value; returns whether it is there, and not where the type does not take the value. */
    boolean declare(String type, String name, @Nullable Object value) {
        try {
            homes.declareAnew(Set.of(name));
            List<SnippetEvent> events = shell.eval(type + " " + name + ";");
            Field fresh = events.get(0).snippet() instanceof VarSnippet again ? field(again) : null;
            if (fresh == null || events.get(0).status() != Snippet.Status.VALID) {
                events.stream()
                        .map(SnippetEvent::snippet)
                        .filter(s -> shell.status(s).isActive())
                        .forEach(shell::drop);
                return false;
            }
            fresh.set(null, value);
            return true;
        } catch (IllegalAccessException | IllegalArgumentException e) {
            shell.variables().filter(v -> v.name().equals(name)).forEach(shell::drop);
            return false; // the value is of the type's old class
        }
    }

    /** In full where that can be written: the simple name may have another meaning now. */
    private static String typeName(VarSnippet lost, Field old) {
        String full = old.getGenericType().getTypeName();
        return full.contains("$") ? lost.typeName() : full;
    }

    private @Nullable Field field(VarSnippet variable) {
        try {
            String home = homes.homeOf(JShellNames.classOf(variable.id()), variable.name());
            Field field = Class.forName(home, false, loader).getField(variable.name());
            field.setAccessible(true); // JShell's classes are not public
            return field;
        } catch (ClassNotFoundException | NoSuchFieldException e) {
            return null;
        }
    }
}
