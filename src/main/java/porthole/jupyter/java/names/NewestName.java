package porthole.jupyter.java.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import porthole.jupyter.java.text.CellSource;
import porthole.jupyter.java.text.Tokens;

/**
 * Lets the newest meaning of a type's simple name win. JShell would import an own class and an imported one side by side,
 * and refuse every later snippet that names them; a default import gives way to what the person imports or declares.
 */
public final class NewestName {
    private static final Set<String> TYPES = Set.of("class", "interface", "enum", "record");

    private final JShell shell;
    private final DefaultImports defaults;
    private final ImportedNames imported;
    private final List<ImportSnippet> dropped = new ArrayList<>();

    public NewestName(JShell shell, DefaultImports defaults, ImportedNames imported) {
        this.shell = shell;
        this.defaults = defaults;
        this.imported = imported;
    }

    /**
     * Drops what has another meaning for a name that {@code source}, which is about to be run, declares, imports or uses.
     *
     * @return what became of the snippets that depend on it
     */
    public List<SnippetEvent> giveWay(CellSource source) {
        dropped.clear();
        List<Tokens.Token> tokens = source.tokens();
        return switch (source.kind()) {
            case IMPORT -> toImport(tokens);
            case TYPE -> toType(tokens);
            default -> defaults.giveWayToUse(tokens);
        };
    }

    private List<SnippetEvent> toImport(List<Tokens.Token> tokens) {
        int end = tokens.size() - (tokens.get(tokens.size() - 1).text().equals(";") ? 1 : 0);
        String simple = tokens.get(end - 1).text();
        boolean isStatic = tokens.get(1).text().equals("static");
        StringBuilder full = new StringBuilder();
        tokens.subList(isStatic ? 2 : 1, end).forEach(t -> full.append(t.text()));
        if (simple.equals("*") || !imported.isType(full.toString())) {
            return List.of(); // with a star it gives way to a class of that name, as Java has it
        }
        List<SnippetEvent> events = new ArrayList<>(defaults.giveWay(simple));
        drop(shell.types().filter(t -> t.name().equals(simple)), events);
        return events;
    }

    private List<SnippetEvent> toType(List<Tokens.Token> tokens) {
        List<SnippetEvent> events = new ArrayList<>(defaults.giveWayToUse(tokens));
        String name = typeName(tokens);
        events.addAll(defaults.giveWay(name));
        shell.imports().filter(i -> imported.isOf(i, name)).forEach(dropped::add);
        drop(dropped.stream(), events);
        return events;
    }

    private static String typeName(List<Tokens.Token> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            if (TYPES.contains(tokens.get(i - 1).text()) && tokens.get(i).isWord()) {
                return tokens.get(i).text();
            }
        }
        return "";
    }

    private void drop(Stream<? extends Snippet> found, List<SnippetEvent> events) {
        found.toList().forEach(one -> events.addAll(shell.drop(one)));
    }

    /** Imports again what gave way to a class that was refused. */
    public void restore() {
        List<ImportSnippet> again = List.copyOf(dropped);
        dropped.clear();
        again.forEach(i -> shell.eval(i.source()));
    }
}
