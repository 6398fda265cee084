package porthole.jupyter.java.evaluate;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.jspecify.annotations.Nullable;
import porthole.jupyter.java.classes.Agent;
import porthole.jupyter.java.internal.Internal;
import porthole.jupyter.java.text.CellLines;

/**
 * Has JShell forget the snippets that are over. It keeps each one for ever, also those that were refused or replaced, and
 * with each mistake the compiler's message, which holds the whole tree of what was compiled: 10 to 50 KB a mistake (seen
 * on 17 and 25). The kernel has read the messages when a cell ends, and nobody else asks. Needs {@link Agent}; without it
 * a long session grows.
 */
public final class JShellHistory {
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final CellLines lines;
    private final @Nullable Inside inside;
    private final Set<Snippet> evaluated = new LinkedHashSet<>();

    private JShellHistory(JShell shell, SourceCodeAnalysis analysis, CellLines lines, @Nullable Inside inside) {
        this.shell = shell;
        this.analysis = analysis;
        this.lines = lines;
        this.inside = inside;
    }

    /**
     * What JShell keeps.
     *
     * @param snippets all that there were
     * @param classes what each class was written from, by its name, for stack traces; those of cells {@link CellLines} has
     * @param diagnostics a snippet's messages
     */
    private record Inside(Set<?> snippets, Map<?, ?> classes, Field diagnostics) {}

    /** That of {@code shell}; one that forgets nothing where JShell is another than those known, or gives no leave. */
    public static JShellHistory of(JShell shell, SourceCodeAnalysis analysis, CellLines lines) {
        if (!Internal.JSHELL_HISTORY.isOn()) {
            return new JShellHistory(shell, analysis, lines, null);
        }
        try {
            Agent.open(JShell.class.getModule(), JShell.class.getPackageName());
            Object maps = value(shell, "maps");
            Inside inside = new Inside(
                    (Set<?>) value(maps, "snippets"),
                    (Map<?, ?>) value(value(shell, "outerMap"), "classOuters"),
                    field(Snippet.class, "diagnostics"));
            Internal.JSHELL_HISTORY.worked();
            return new JShellHistory(shell, analysis, lines, inside);
        } catch (ReflectiveOperationException | InaccessibleObjectException | ClassCastException e) {
            Internal.JSHELL_HISTORY.failed(e);
            return new JShellHistory(shell, analysis, lines, null);
        }
    }

    private static Object value(Object of, String name) throws ReflectiveOperationException {
        return Objects.requireNonNull(field(of.getClass(), name).get(of));
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    /** Whether it forgets anything. */
    public boolean isActive() {
        return inside != null;
    }

    /** JShell has evaluated something. */
    List<SnippetEvent> add(List<SnippetEvent> events) {
        events.forEach(e -> evaluated.add(e.snippet()));
        return events;
    }

    /** All messages have been read: what is over goes; what waits for something keeps its messages. */
    void forget() {
        if (inside != null && !evaluated.isEmpty()) {
            inside.snippets.removeIf(s -> s instanceof Snippet snippet && isOver(snippet, inside.classes));
            for (Snippet snippet : evaluated) {
                Snippet.Status status = shell.status(snippet);
                if (status == Snippet.Status.VALID || !status.isActive()) {
                    clear(inside.diagnostics, snippet);
                }
            }
        }
        evaluated.clear();
    }

    private boolean isOver(Snippet snippet, Map<?, ?> classes) {
        boolean over = !shell.status(snippet).isActive();
        if (over && snippet instanceof DeclarationSnippet) {
            String name = analysis.wrapper(snippet).fullClassName();
            classes.remove(name.substring(name.lastIndexOf('.') + 1));
            lines.settle(snippet, name);
        }
        return over;
    }

    private static void clear(Field diagnostics, Snippet snippet) {
        try {
            if (diagnostics.get(snippet) instanceof Collection<?> messages) {
                messages.clear();
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
