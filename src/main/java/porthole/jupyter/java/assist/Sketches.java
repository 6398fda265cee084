package porthole.jupyter.java.assist;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;
import porthole.jupyter.java.evaluate.JShellSession;
import porthole.jupyter.java.reader.Sketch;
import porthole.jupyter.java.text.CellParts;
import porthole.jupyter.java.text.Tokens;

/** Writes the cell at hand, and as much of the session as it names, as one class: see {@link SketchText}. */
final class Sketches {
    private final Supplier<JShellSession> snippets;
    private final Predicate<String> isMagic;

    Sketches(Supplier<JShellSession> snippets, Predicate<String> isMagic) {
        this.snippets = snippets;
        this.isMagic = isMagic;
    }

    private JShell shell() {
        return snippets.get().shell();
    }

    private SourceCodeAnalysis analysis() {
        return snippets.get().analysis();
    }

    /**
     * @param code a cell; what is open at its end is closed
     * @param cursor a position in it, whose meaning the sketch keeps
     */
    Sketch of(String code, int cursor) {
        return of(code, cursor, Map.of());
    }

    /** The same with the comments of what earlier cells have declared, for whoever asks what something is. */
    Sketch documented(String code, int cursor) {
        return of(code, cursor, commented());
    }

    private Sketch of(String code, int cursor, Map<String, String> comments) {
        String java = javaOf(code);
        String whole = java + closers(java);
        Set<String> words = new HashSet<>(Tokens.words(whole));
        Map<String, String> intersections = intersections(words);
        intersections.values().forEach(type -> words.addAll(Tokens.words(type)));
        SketchText text = new SketchText(snippets.get().imports().of(words), cursor);
        intersections.forEach(text::variable);
        int at = 0;
        while (!Tokens.isEmpty(whole.substring(at))) {
            String rest = whole.substring(at);
            CompletionInfo unit = analysis().analyzeCompletion(rest);
            boolean isWhole = unit.completeness().isComplete();
            int end = isWhole ? whole.length() - unit.remaining().length() : whole.length();
            text.add(whole.substring(at, end), at, end == whole.length());
            at = end;
        }
        return text.sketch(comments);
    }

    /** The types of the variables among {@code words} that are of several at once, which no class file tells. */
    private Map<String, String> intersections(Set<String> words) {
        Map<String, String> found = new HashMap<>();
        shell().variables()
                .filter(v -> words.contains(v.name()) && v.typeName().contains("&"))
                .forEach(v -> found.put(v.name(), bounds(v.typeName())));
        return found;
    }

    /** Without the arguments of types that are intersections too: nobody can write these. */
    private static String bounds(String type) {
        StringBuilder bounds = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < type.length(); i++) {
            char c = type.charAt(i);
            depth -= c == '>' ? 1 : 0;
            if (depth == 0 && c != '>') {
                bounds.append(c == '<' ? "" : c);
            }
            depth += c == '<' ? 1 : 0;
        }
        return bounds.toString();
    }

    /** The code with blanks where magics are. */
    private String javaOf(String code) {
        if (code.indexOf('%') < 0 && code.indexOf('!') < 0) {
            return code;
        }
        StringBuilder java = new StringBuilder(code.replaceAll("[^\\n]", " "));
        for (CellParts.Part part : CellParts.of(code, analysis(), isMagic)) {
            if (part instanceof CellParts.Java text) {
                java.replace(text.offset(), text.offset() + text.text().length(), text.text());
            }
        }
        return java.toString();
    }

    /** What closes all that is open at the end. */
    private static String closers(String code) {
        Deque<String> open = new ArrayDeque<>();
        for (Tokens.Token token : Tokens.of(code)) {
            switch (token.text()) {
                case "(" -> open.push(")");
                case "[" -> open.push("]");
                case "{" -> open.push(";}");
                case ")", "]", "}" -> open.poll();
                default -> {}
            }
        }
        return String.join("", open);
    }

    /** What cells have declared with a comment of Javadoc's. */
    private Map<String, String> commented() {
        Map<String, String> found = new HashMap<>();
        shell().snippets()
                .filter(s -> s instanceof DeclarationSnippet && SketchText.isCommented(s.source()))
                .filter(s -> shell().status(s).isActive())
                .forEach(s -> {
                    String wrapper = analysis().wrapper(s).fullClassName();
                    found.put(wrapper.substring(wrapper.lastIndexOf('.') + 1), s.source());
                });
        return found;
    }

    /** The session's names that begin with {@code prefix}; methods with their bracket. */
    List<String> names(String prefix) {
        Stream<String> methods =
                shell().methods().map(m -> m.name() + (m.parameterTypes().isEmpty() ? "()" : "("));
        Stream<String> others = Stream.concat(
                shell().variables().map(VarSnippet::name), shell().types().map(TypeDeclSnippet::name));
        return Stream.concat(others, methods)
                .filter(n -> n.startsWith(prefix) && !n.startsWith("$"))
                .distinct()
                .sorted()
                .toList();
    }

    /** All that cells have declared, by name. */
    Set<String> declared() {
        return shell().snippets()
                .filter(s ->
                        s instanceof DeclarationSnippet && shell().status(s).isActive())
                .map(s -> ((DeclarationSnippet) s).name())
                .collect(Collectors.toSet());
    }

    /** Whether a cell has declared a type of this name. */
    boolean isType(String name) {
        return shell().types().anyMatch(t -> t.name().equals(name));
    }

    /** How a name of the session is declared, for a list of completions; empty for a name that it does not have. */
    String signature(String name) {
        return shell().variables()
                .filter(v -> v.name().equals(name))
                .map(v -> v.typeName() + " " + name)
                .findFirst()
                .orElseGet(() -> shell().methods()
                        .filter(m -> m.name().equals(name))
                        .map(MethodSnippet::signature)
                        .findFirst()
                        .orElse(""));
    }
}
