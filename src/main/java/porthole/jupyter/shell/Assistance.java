package porthole.jupyter.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.lang.model.SourceVersion;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import porthole.display.MimeBundle;
import porthole.jupyter.magic.Magics;

/** What helps while a cell is written. JShell is asked also while a cell runs, unless it compiles just then. */
final class Assistance {
    private static final long PATIENCE_MILLIS = 1000;

    private final Snippets snippets;
    private final Startup startup;
    private final Magics magics;
    private final ReentrantLock compiler;
    private final BooleanSupplier idle;

    Assistance(Snippets snippets, Startup startup, Magics magics, ReentrantLock compiler, BooleanSupplier idle) {
        this.snippets = snippets;
        this.startup = startup;
        this.magics = magics;
        this.compiler = compiler;
        this.idle = idle;
    }

    private <T> T ask(Supplier<T> question, T otherwise) {
        try {
            if (!compiler.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                return otherwise;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise;
        }
        try {
            if (idle.getAsBoolean()) {
                startup.provideAll();
            }
            return question.get();
        } finally {
            compiler.unlock();
        }
    }

    Completeness completeness(String code) {
        return ask(() -> completenessOf(code), new Completeness.Complete());
    }

    private Completeness completenessOf(String code) {
        SourceCodeAnalysis analysis = snippets.analysis();
        if (code.stripLeading().startsWith("%%")) {
            boolean open = code.contains("\n") && !code.endsWith("\n");
            return open ? new Completeness.Incomplete("") : new Completeness.Complete();
        }
        for (CellParts.Part part : CellParts.of(code, analysis, magics::knows)) {
            if (part instanceof CellParts.Java java) {
                Completeness found = ofJava(analysis, java.text());
                if (!(found instanceof Completeness.Complete)) {
                    return found;
                }
            }
        }
        return new Completeness.Complete();
    }

    private static Completeness ofJava(SourceCodeAnalysis analysis, String text) {
        String rest = text;
        while (!Tokens.isEmpty(rest)) {
            CompletionInfo unit = analysis.analyzeCompletion(rest);
            switch (unit.completeness()) {
                case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> {
                    return new Completeness.Incomplete(indent(text));
                }
                case UNKNOWN -> {
                    return new Completeness.Invalid();
                }
                default -> rest = unit.remaining();
            }
        }
        return Tokens.endsInComment(text) ? new Completeness.Incomplete(indent(text)) : new Completeness.Complete();
    }

    private static String indent(String text) {
        String last = text.stripTrailing();
        last = last.substring(last.lastIndexOf('\n') + 1);
        String indent = last.substring(0, last.length() - last.stripLeading().length());
        return last.endsWith("{") || last.endsWith("(") ? indent + "    " : indent;
    }

    Completions complete(String code, int at) {
        int cursor = Math.max(0, Math.min(at, code.length()));
        int lineStart = code.lastIndexOf('\n', cursor - 1) + 1;
        String line = code.substring(lineStart, cursor);
        if (line.startsWith("%") && line.matches("%{1,2}\\w*")) {
            int name = lineStart + (line.startsWith("%%") ? 2 : 1);
            return completions(magics.complete(code.substring(name, cursor)), "magic", name, cursor);
        }
        if (line.startsWith("%")) {
            int word = Math.max(line.lastIndexOf(' '), line.lastIndexOf('\t')) + 1;
            return completions(magics.completeArguments(line), "", lineStart + word, cursor);
        }
        Completions nothing = new Completions(List.of(), cursor, cursor);
        boolean isForeign = line.startsWith("!") || (code.startsWith("%%") && !code.startsWith("%%time"));
        return isForeign ? nothing : ask(() -> completeJava(code, cursor), nothing);
    }

    private static Completions completions(List<String> words, String type, int start, int end) {
        return new Completions(
                words.stream().map(w -> new Completions.Item(w, type)).toList(), start, end);
    }

    private Completions completeJava(String code, int cursor) {
        snippets.listPackages();
        if (idle.getAsBoolean()) {
            snippets.defaults().provide(code.substring(0, cursor));
        }
        int last = lastSnippet(code.substring(0, cursor));
        int[] anchor = {0};
        int from = afterDeclarations(code.substring(0, last));
        List<Suggestion> found = suggestions(code, from, cursor, anchor);
        if (found.isEmpty() && from != last) {
            from = last;
            found = suggestions(code, from, cursor, anchor);
        }
        int start = found.isEmpty() ? wordStart(code, cursor) : from + anchor[0];
        Map<String, Completions.Item> items = new LinkedHashMap<>();
        found.stream()
                .sorted((a, b) -> Boolean.compare(b.matchesType(), a.matchesType()))
                .map(Suggestion::continuation)
                .filter(word -> !word.startsWith("$"))
                .forEach(word -> items.putIfAbsent(word, new Completions.Item(word, type(word))));
        for (String name : unimported(code, start, cursor)) {
            items.putIfAbsent(name, new Completions.Item(name, "class"));
        }
        return new Completions(new ArrayList<>(items.values()), start, cursor);
    }

    private List<Suggestion> suggestions(String code, int from, int cursor, int[] anchor) {
        String text = code.substring(from, cursor).replaceAll("(?m)^[%!].*$", "");
        int shift = cursor - from - text.length();
        List<Suggestion> found = snippets.analysis().completionSuggestions(text, text.length(), anchor);
        anchor[0] += shift;
        return found;
    }

    private static java.util.Set<String> unimported(String code, int start, int cursor) {
        String prefix = code.substring(start, cursor);
        boolean simple = !prefix.isEmpty()
                && Character.isUpperCase(prefix.charAt(0))
                && !code.substring(0, start).stripTrailing().endsWith(".");
        return simple ? DefaultImports.named(prefix) : java.util.Set.of();
    }

    private static int wordStart(String code, int cursor) {
        int start = cursor;
        while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Where the snippet that is being written begins. */
    private int lastSnippet(String before) {
        int at = 0;
        while (true) {
            CompletionInfo unit = snippets.analysis().analyzeCompletion(before.substring(at));
            if (!unit.completeness().isComplete() || unit.remaining().isBlank()) {
                return at;
            }
            at = before.length() - unit.remaining().length();
        }
    }

    /** Statements may stand together in the body that JShell completes in; imports, methods and types may not. */
    private int afterDeclarations(String before) {
        int from = 0;
        int at = 0;
        while (!Tokens.isEmpty(before.substring(at))) {
            CompletionInfo unit = snippets.analysis().analyzeCompletion(before.substring(at));
            if (!unit.completeness().isComplete()) {
                return before.length();
            }
            at = before.length() - unit.remaining().length();
            String source = unit.source().strip();
            if (source.startsWith("import") || source.endsWith("}")) {
                from = at;
            }
        }
        return from;
    }

    private static String type(String word) {
        if (word.endsWith("(") || word.endsWith(")")) {
            return "function";
        }
        if (SourceVersion.isKeyword(word.strip())) {
            return "keyword";
        }
        return Character.isUpperCase(word.charAt(0)) ? "class" : "instance";
    }

    Optional<MimeBundle> inspect(String code, int at) {
        int cursor = Math.max(0, Math.min(at, code.length()));
        return ask(() -> Inspection.of(snippets, code, cursor, idle.getAsBoolean()), Optional.empty());
    }
}
