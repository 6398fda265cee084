package porthole.jupyter.java.names;

import java.util.LinkedHashSet;
import java.util.Set;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.TypeDeclSnippet;

/** What of the session a class needs to import that names certain words: the session's size does not matter to it. */
public final class SessionImports {
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final SessionWords sessionWords;
    private final DefaultImports defaults;

    public SessionImports(
            JShell shell, SourceCodeAnalysis analysis, SessionWords sessionWords, DefaultImports defaults) {
        this.shell = shell;
        this.analysis = analysis;
        this.sessionWords = sessionWords;
        this.defaults = defaults;
    }

    /** As lines of Java. */
    public String of(Set<String> words) {
        Set<String> lines = new LinkedHashSet<>();
        Set<String> known = new LinkedHashSet<>();
        shell.imports().forEach(i -> {
            String name = i.name().substring(i.name().lastIndexOf('.') + 1);
            known.add(name);
            boolean isNamed = words.contains(name) && !(defaults.owns(i) && defaults.isBrought(name));
            if (name.equals("*") || isNamed) {
                lines.add(line(i));
            }
        });
        shell.snippets()
                .filter(s -> s instanceof DeclarationSnippet declared && words.contains(declared.name()))
                .filter(s -> shell.status(s).isDefined())
                .forEach(s -> lines.add("import static " + analysis.wrapper(s).fullClassName() + "."
                        + ((DeclarationSnippet) s).name() + ";"));
        lines.addAll(sessionWords.missing(words));
        shell.types().map(TypeDeclSnippet::name).forEach(known::add);
        words.stream()
                .filter(w -> Character.isUpperCase(w.charAt(0)) && !known.contains(w) && !defaults.isBrought(w))
                .forEach(w -> {
                    String home = DefaultImports.home(w);
                    if (!home.isEmpty()) {
                        lines.add("import " + home + "." + w + ";");
                    }
                });
        return String.join("\n", lines) + "\n";
    }

    private static String line(ImportSnippet snippet) {
        return "import " + (snippet.isStatic() ? "static " : "") + snippet.fullname() + ";";
    }
}
