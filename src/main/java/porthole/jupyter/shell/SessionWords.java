package porthole.jupyter.shell;

import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;

/**
 * The words that a session begins with give way to those of the same name that a notebook brings, declared or imported:
 * else its own {@code curl("x")} would be ambiguous, and the words of a library that it imports with a star hidden.
 */
final class SessionWords {
    private final JShell shell;
    private final CellLines cells;
    private final ClassLoader loader;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, ImportSnippet> brought = new LinkedHashMap<>();

    SessionWords(JShell shell, CellLines cells, ClassLoader loader) {
        this.shell = shell;
        this.cells = cells;
        this.loader = loader;
    }

    /** Lets the words go that {@code snippet}, which has just been run, has in its turn. */
    void giveWayTo(Snippet snippet) {
        if (cells.isOf(snippet, Place.START)) {
            if (snippet instanceof ImportSnippet word) {
                brought.put(word.source(), word);
                if (taken.contains(word.name())) {
                    shell.drop(word);
                }
            }
            return;
        }
        Set<String> names = new HashSet<>();
        if (snippet instanceof VarSnippet variable) {
            names.add(variable.name());
        } else if (snippet instanceof MethodSnippet method) {
            names.add(method.name());
        } else if (snippet instanceof ImportSnippet one && one.isStatic()) {
            names.addAll(imported(one.fullname()));
        }
        if (!names.isEmpty()) {
            taken.addAll(names);
            words().stream().filter(w -> names.contains(w.name())).forEach(shell::drop);
        }
    }

    /** Forgets who has taken a name; the imports of the words that have given way, to be run again. */
    List<String> back() {
        taken.clear();
        return brought.entrySet().stream()
                .filter(word -> !shell.status(word.getValue()).isActive())
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<ImportSnippet> words() {
        return shell.imports()
                .filter(i -> i.isStatic() && cells.isOf(i, Place.START))
                .toList();
    }

    /** Simple names of what {@code name}, {@code a.B.c} or {@code a.B.*}, brings. */
    private Set<String> imported(String name) {
        int dot = name.lastIndexOf('.');
        String member = name.substring(dot + 1);
        if (!member.equals("*")) {
            return Set.of(member);
        }
        Set<String> names = new HashSet<>();
        try {
            Class<?> home = Class.forName(name.substring(0, dot), false, loader);
            Stream.concat(Stream.of(home.getMethods()), Stream.of(home.getFields()))
                    .filter(m -> Modifier.isStatic(m.getModifiers()))
                    .forEach(m -> names.add(m.getName()));
        } catch (ClassNotFoundException | LinkageError e) {
            // A nested class, say: the word stays, as javac would have it.
        }
        return names;
    }
}
