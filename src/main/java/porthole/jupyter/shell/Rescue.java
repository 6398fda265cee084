package porthole.jupyter.shell;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a variable that JShell has given up although its type still stands: what it was initialised with does not compile
 * any more ({@code var point} is gone, and with it {@code Supplier old = () -> point.sum()}). It is declared anew without
 * its initialiser, and gets its value back.
 */
final class Rescue {
    private final JShell shell;
    private final SnippetLoader loader;
    private final FieldHomes homes;

    Rescue(JShell shell, SnippetLoader loader) {
        this.shell = shell;
        this.loader = loader;
        this.homes = loader.homes();
    }

    /** Returns whether the variable and its value are there again. */
    boolean keep(VarSnippet lost) {
        Field old = field(lost);
        if (old == null || !(shell.status(lost) == Snippet.Status.RECOVERABLE_NOT_DEFINED)) {
            return false;
        }
        try {
            Object value = old.get(null);
            homes.declareAnew(Set.of(lost.name()));
            List<SnippetEvent> events = shell.eval(lost.typeName() + " " + lost.name() + ";");
            Field fresh = events.get(0).snippet() instanceof VarSnippet again ? field(again) : null;
            if (fresh == null || events.get(0).status() != Snippet.Status.VALID) {
                return false;
            }
            fresh.set(null, value);
            return true;
        } catch (IllegalAccessException | IllegalArgumentException e) {
            shell.variables().filter(v -> v.name().equals(lost.name())).forEach(shell::drop);
            return false; // the value is of the type's old class
        }
    }

    private @Nullable Field field(VarSnippet variable) {
        try {
            String home = homes.homeOf("REPL.$JShell$" + variable.id(), variable.name());
            Field field = Class.forName(home, false, loader).getField(variable.name());
            field.setAccessible(true); // JShell's classes are not public
            return field;
        } catch (ClassNotFoundException | NoSuchFieldException e) {
            return null;
        }
    }
}
