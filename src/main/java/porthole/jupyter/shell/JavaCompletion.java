package porthole.jupyter.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.lang.model.SourceVersion;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import porthole.jupyter.Extension;
import porthole.jupyter.assist.Argument;
import porthole.jupyter.assist.JavaReader;
import porthole.jupyter.assist.Member;
import porthole.jupyter.assist.Reading;
import porthole.jupyter.assist.Sketch;
import porthole.jupyter.magic.FileNames;

/** What could stand at a place in Java: after a dot as javac knows it, in a string names and files, else as JShell says. */
final class JavaCompletion {
    private static final int SHORTEST_UNIMPORTED = 3;
    private static final int MOST_UNIMPORTED = 15;

    /** Words that an expression does not follow. */
    private static final Set<String> TYPES_FOLLOW =
            Set.of("import", "class", "interface", "enum", "record", "extends", "implements", "throws", "@");

    private final Snippets snippets;
    private final Sketches sketches;
    private final JavaReader reader;
    private final List<Extension> extensions;
    private final Assistance.Ask asking;
    private final BooleanSupplier idle;

    JavaCompletion(
            Snippets snippets,
            Sketches sketches,
            JavaReader reader,
            List<Extension> extensions,
            Assistance.Ask asking,
            BooleanSupplier idle) {
        this.snippets = snippets;
        this.sketches = sketches;
        this.reader = reader;
        this.extensions = extensions;
        this.asking = asking;
        this.idle = idle;
    }

    Completions complete(String code, int cursor) {
        String before = code.substring(0, cursor);
        CursorPlace place = CursorPlace.of(before);
        if (place.isComment()) {
            return new Completions(List.of(), cursor, cursor);
        }
        if (place.isString()) {
            return inString(before, place.tokenStart());
        }
        int word = place.wordStart();
        if (place.isAfterDot()) {
            String marked = before.substring(0, word) + Sketch.MARK + (place.isReference() ? "" : "()");
            List<Member> members = asking.ask(() -> sketches.of(marked, word))
                    .map(sketch -> reader.ask(sketch, r -> r.members(before.substring(word))))
                    .orElse(List.of());
            if (!members.isEmpty()) {
                return new Completions(
                        members.stream()
                                .map(m -> new Completions.Item(m.text(), m.type(), m.signature()))
                                .toList(),
                        word,
                        cursor);
            }
        }
        Completions names =
                asking.ask(() -> asJShellSays(code, cursor)).orElse(new Completions(List.of(), word, cursor));
        if (place.isAfterDot() || names.start() != word) {
            return names;
        }
        String around = before.substring(0, word);
        Completions own = mayBeAnyName(around) ? withOwnNames(names, before, word) : names;
        boolean mayBeWord = mayBeExpression(around) && !around.stripTrailing().endsWith("new");
        return mayBeWord ? withSessionWords(own, before.substring(word)) : own;
    }

    /** Locals stand where expressions may, and there only behind something that declares them. */
    private static boolean mayBeAnyName(String before) {
        return !Tokens.isEmpty(before) && mayBeExpression(before);
    }

    private static boolean mayBeExpression(String before) {
        List<Tokens.Token> tokens = Tokens.of(before);
        String last = tokens.isEmpty() ? "" : tokens.get(tokens.size() - 1).text();
        return !TYPES_FOLLOW.contains(last);
    }

    /** With the words that no cell has named so far, which JShell does not know yet. */
    private Completions withSessionWords(Completions others, String prefix) {
        Map<String, Completions.Item> items = new LinkedHashMap<>();
        asking.ask(() -> snippets.words().startingWith(prefix)).orElse(Map.of()).forEach((home, words) -> {
            String marked = home + "." + Sketch.MARK;
            asking
                    .ask(() -> sketches.of(marked, home.length() + 1))
                    .map(sketch -> reader.ask(sketch, r -> r.members(prefix)))
                    .orElse(List.of())
                    .stream()
                    .filter(m -> words.contains(m.text().replaceFirst("\\(\\)?$", "")))
                    .forEach(m -> items.putIfAbsent(m.text(), new Completions.Item(m.text(), m.type(), m.signature())));
        });
        if (items.isEmpty()) {
            return others;
        }
        others.items().forEach(i -> items.putIfAbsent(i.text(), i));
        return new Completions(new ArrayList<>(items.values()), others.start(), others.end());
    }

    /** With what the cell itself declares, which JShell does not know before it has run. */
    private Completions withOwnNames(Completions others, String before, int word) {
        boolean isMade = before.substring(0, word).stripTrailing().endsWith("new");
        String marked = before.substring(0, word) + Sketch.MARK + (isMade ? "()" : "");
        List<Member> own = asking
                .ask(() -> sketches.of(marked, word))
                .map(sketch -> reader.ask(sketch, r -> r.names(before.substring(word))))
                .orElse(List.of())
                .stream()
                .filter(m -> !isMade || m.type().equals("class"))
                .toList();
        Map<String, Completions.Item> items = new LinkedHashMap<>();
        own.forEach(m -> items.put(m.text(), new Completions.Item(m.text(), m.type(), m.signature())));
        others.items().forEach(i -> items.putIfAbsent(i.text(), i));
        return new Completions(new ArrayList<>(items.values()), word, before.length());
    }

    private Completions inString(String before, int quote) {
        int start = quote + 1;
        String begun = before.substring(start);
        List<Argument> arguments = asking.ask(() -> sketches.of(before + "\"", start))
                .map(sketch -> reader.ask(sketch, Reading::argument))
                .orElse(List.of());
        for (Argument argument : arguments) {
            for (Extension extension : extensions) {
                List<String> words = extension.literals(argument, begun);
                if (!words.isEmpty()) {
                    return items(words, "name", before.length() - typed(begun, words), before.length());
                }
            }
        }
        return items(FileNames.startingWith(begun), "path", start, before.length());
    }

    /** How much of what is typed the words replace: all of it, or its last word where they are for a command line. */
    private static int typed(String begun, List<String> words) {
        return words.stream().allMatch(w -> w.startsWith(begun))
                ? begun.length()
                : begun.length() - (begun.lastIndexOf(' ') + 1);
    }

    private static Completions items(List<String> words, String type, int start, int end) {
        return new Completions(
                words.stream().map(w -> new Completions.Item(w, type)).toList(), start, end);
    }

    private Completions asJShellSays(String code, int cursor) {
        snippets.listPackages();
        if (idle.getAsBoolean()) {
            snippets.defaults().provide(code.substring(0, cursor));
        }
        int from = lastSnippet(code.substring(0, cursor));
        int[] anchor = {0};
        List<Suggestion> found = suggestions(code, from, cursor, anchor);
        int start = found.isEmpty() ? CursorPlace.of(code.substring(0, cursor)).wordStart() : from + anchor[0];
        Map<String, Completions.Item> items = new LinkedHashMap<>();
        found.stream()
                .sorted((a, b) -> Boolean.compare(b.matchesType(), a.matchesType()))
                .map(Suggestion::continuation)
                .filter(word -> !word.startsWith("$"))
                .forEach(word -> items.putIfAbsent(word, item(word)));
        if (found.isEmpty()) {
            sketches.names(code.substring(start, cursor)).forEach(name -> items.putIfAbsent(name, item(name)));
        }
        addUnimported(code, start, cursor, items);
        return new Completions(new ArrayList<>(items.values()), start, cursor);
    }

    private Completions.Item item(String word) {
        String name = word.replaceFirst("\\(\\)?$", "");
        return new Completions.Item(word, type(word), sketches.signature(name));
    }

    private List<Suggestion> suggestions(String code, int from, int cursor, int[] anchor) {
        String text = code.substring(from, cursor).replaceAll("(?m)^[%!].*$", "");
        int shift = cursor - from - text.length();
        List<Suggestion> found = snippets.analysis().completionSuggestions(text, text.length(), anchor);
        anchor[0] += shift;
        return found;
    }

    /** Types that need no import by their simple name; others by their full name, which is their import. */
    private void addUnimported(String code, int start, int cursor, Map<String, Completions.Item> items) {
        String prefix = code.substring(start, cursor);
        boolean isType = !prefix.isEmpty()
                && Character.isUpperCase(prefix.charAt(0))
                && !code.substring(0, start).stripTrailing().endsWith(".");
        if (!isType) {
            return;
        }
        DefaultImports.named(prefix).forEach(n -> items.putIfAbsent(n, new Completions.Item(n, "class")));
        if (prefix.length() >= SHORTEST_UNIMPORTED) {
            reader.typesStartingWith(prefix).stream()
                    .filter(full -> !items.containsKey(full.substring(full.lastIndexOf('.') + 1)))
                    .limit(MOST_UNIMPORTED)
                    .filter(snippets.defaults()::isPublicType)
                    .forEach(full ->
                            items.putIfAbsent(full, new Completions.Item(full, "class", "import " + full + ";")));
        }
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

    private static String type(String word) {
        if (word.endsWith("(") || word.endsWith(")")) {
            return "function";
        }
        if (SourceVersion.isKeyword(word.strip())) {
            return "keyword";
        }
        return Character.isUpperCase(word.charAt(0)) ? "class" : "instance";
    }
}
