package porthole.jupyter.java.assist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import porthole.jupyter.api.Argument;
import porthole.jupyter.api.Completions;
import porthole.jupyter.api.Extension;
import porthole.jupyter.java.evaluate.JShellSession;
import porthole.jupyter.java.names.DefaultImports;
import porthole.jupyter.java.reader.Humps;
import porthole.jupyter.java.reader.JavaReader;
import porthole.jupyter.java.reader.Member;
import porthole.jupyter.java.reader.Reading;
import porthole.jupyter.java.reader.Sketch;
import porthole.jupyter.java.text.CursorPlace;
import porthole.jupyter.java.text.ImportPlace;
import porthole.jupyter.java.text.Tokens;
import porthole.jupyter.magic.FileNames;

/** What could stand at a place in Java: after a dot as javac knows it, in a string names and files, else as JShell says. */
final class JavaCompletion {
    private static final int SHORTEST_UNIMPORTED = 3;
    private static final int MOST_UNIMPORTED = 15;

    /** What ends in a dot behind a type of arrays, as {@code int[].}: no value stands there. */
    private static final Pattern ARRAY_TYPE = Pattern.compile("[\\w$](?:\\s*\\[\\s*])+\\s*\\.\\s*$");

    private static final List<String> KEYWORDS = List.of(
            ("abstract assert boolean break byte case catch char class continue default do double else enum extends"
                            + " false final finally float for if implements import instanceof int interface long new"
                            + " null private protected public record return sealed short static super switch"
                            + " synchronized this throw throws true try var void volatile while yield")
                    .split(" "));

    private final Supplier<JShellSession> snippets;
    private final Sketches sketches;
    private final JavaReader reader;
    private final List<Extension> extensions;
    private final Assistance.Ask asking;
    private final BooleanSupplier idle;

    JavaCompletion(
            Supplier<JShellSession> snippets,
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
        String prefix = before.substring(word);
        ImportPlace importing = ImportPlace.of(before.substring(0, word));
        if (importing.isImport()) {
            return new Completions(imported(importing, before, word), word, cursor);
        }
        if (ARRAY_TYPE.matcher(before.substring(0, word)).find()) {
            return items("class".startsWith(prefix) ? List.of("class") : List.of(), "keyword", word, cursor);
        }
        if (place.isAfterDot()) {
            String marked = before.substring(0, word) + Sketch.MARK + (place.isReference() ? "" : "()");
            List<Completions.Item> members = members(marked, code.substring(cursor), word, prefix);
            if (!members.isEmpty()) {
                return new Completions(members, word, cursor);
            }
        }
        if (before.substring(0, word).stripTrailing().endsWith(".") && !place.isAfterDot()) {
            return new Completions(List.of(), word, cursor); // a number, or the type of many parameters
        }
        Named named = asking.ask(() -> asJShellSays(code, cursor, place.isAfterDot()))
                .orElse(new Named(new Completions(List.of(), word, cursor), Set.of(), Set.of()));
        if (place.isAfterDot() && named.all().items().isEmpty()) {
            String qualifier = ImportPlace.qualifier(before.substring(0, word));
            return new Completions(qualifier.isEmpty() ? List.of() : inPackage(qualifier, prefix), word, cursor);
        }
        return place.isAfterDot() || named.all().start() != word ? named.all() : unqualified(named, before, word);
    }

    /** With what the line says behind the cursor where that is needed: the lambda of a call with more arguments, say. */
    private List<Completions.Item> members(String marked, String behind, int word, String prefix) {
        List<Completions.Item> found = membersOf(marked, word, prefix);
        String rest = behind.split("\n", 2)[0].replaceFirst("^[\\p{javaJavaIdentifierPart}]*(?:\\([^()]*\\))?", "");
        return found.isEmpty() && !rest.isBlank() ? membersOf(marked + rest, word, prefix) : found;
    }

    private List<Completions.Item> membersOf(String marked, int word, String prefix) {
        List<Completions.Item> found = own(marked, prefix, word, Reading::members);
        return found.isEmpty() && Humps.has(prefix)
                ? own(marked, "", word, Reading::members).stream()
                        .filter(i -> Humps.of(prefix).test(i.text()))
                        .toList()
                : found;
    }

    /** What an import could name: packages and types, members only where it is static. */
    private List<Completions.Item> imported(ImportPlace place, String before, int word) {
        String prefix = before.substring(word);
        if (place.isOver()) {
            return List.of();
        }
        List<Completions.Item> found = new ArrayList<>(inPackage(place.qualifier(), prefix));
        if (found.isEmpty() && Humps.has(prefix)) {
            inPackage(place.qualifier(), prefix.substring(0, 1)).stream()
                    .filter(i -> Humps.of(prefix).test(i.text()))
                    .forEach(found::add);
        }
        if (found.isEmpty() && !place.qualifier().isEmpty()) {
            own(place.qualifier() + "." + Sketch.MARK, prefix, 0, Reading::members).stream()
                    .filter(i -> place.isStatic()
                            ? !i.type().equals("keyword")
                            : i.type().equals("class"))
                    .forEach(found::add);
        }
        if (found.isEmpty()) {
            asking.ask(() -> asJShellSays(before, before.length(), true)).stream()
                    .flatMap(named -> named.all().items().stream())
                    .filter(i -> i.type().equals("class") || i.text().endsWith("."))
                    .forEach(found::add);
        }
        if (place.qualifier().isEmpty() && !place.isStatic() && "static".startsWith(prefix)) {
            found.add(new Completions.Item("static", "keyword"));
        }
        return found;
    }

    private List<Completions.Item> inPackage(String name, String prefix) {
        return reader.inPackage(name, prefix).stream()
                .filter(n -> n.endsWith(".") || snippets.get().defaults().isPublicType(name + "." + n))
                .map(n -> new Completions.Item(n, n.endsWith(".") ? "instance" : "class"))
                .toList();
    }

    private Completions unqualified(Named named, String before, int word) {
        String around = before.substring(0, word);
        String prefix = before.substring(word);
        if (Expected.isBehindType(around)) {
            List<Completions.Item> overridable = own(around + Sketch.MARK + "();", prefix, word, Reading::overridable);
            if (!overridable.isEmpty()) {
                return new Completions(overridable, word, before.length());
            }
        }
        Expected expected = Expected.behind(around);
        if (expected == Expected.LABEL) {
            List<Completions.Item> labels = own(around + Sketch.MARK + ":", prefix, word, Reading::labels);
            if (!labels.isEmpty()) {
                return new Completions(labels, word, before.length());
            }
        }
        boolean isMade = expected == Expected.MADE;
        boolean isValue = expected == Expected.VALUE || expected == Expected.LABEL;
        List<Completions.Item> own = Tokens.isEmpty(around) || !(isMade || isValue)
                ? List.of()
                : own(around + Sketch.MARK + (isMade ? "()" : ""), prefix, word, Reading::names);
        if (!isValue) {
            List<Completions.Item> types = Stream.concat(
                            Expected.typeParameters(around).stream()
                                    .filter(t -> t.startsWith(prefix))
                                    .map(t -> new Completions.Item(t, "class")),
                            own.stream().filter(i -> i.type().equals("class")))
                    .toList();
            return expected.of(joined(named.all(), List.of(types, named.all().items())), named.declared());
        }
        Set<String> unreachable = !Tokens.words(around).contains("static")
                ? Set.of()
                : own(around + Sketch.MARK, prefix, word, Reading::unreachable).stream()
                        .map(Completions.Item::text)
                        .collect(Collectors.toSet());
        List<Completions.Item> reachable = named.all().items().stream()
                .filter(i -> !unreachable.contains(i.text()))
                .toList();
        return new NamesInOrder(own, named.fitting(), named.declared())
                .of(joined(named.all(), List.of(own, reachable, sessionWords(prefix), keywords(prefix))));
    }

    private static Completions joined(Completions place, List<List<Completions.Item>> lists) {
        Map<String, Completions.Item> items = new LinkedHashMap<>();
        lists.forEach(list -> list.forEach(i -> items.putIfAbsent(i.text(), i)));
        return new Completions(new ArrayList<>(items.values()), place.start(), place.end());
    }

    /** What the cell itself makes possible, which JShell does not know before it has run. */
    private List<Completions.Item> own(
            String marked, String prefix, int word, BiFunction<Reading, String, List<Member>> question) {
        return asking
                .ask(() -> sketches.of(marked, word))
                .map(sketch -> reader.ask(sketch, r -> question.apply(r, prefix)))
                .orElse(List.of())
                .stream()
                .map(JavaCompletion::item)
                .toList();
    }

    /** The words that no cell has named so far, which JShell does not know yet; Porthole's before other kernels'. */
    private List<Completions.Item> sessionWords(String prefix) {
        List<Completions.Item> items = new ArrayList<>();
        Map<String, Set<String>> byHome =
                asking.ask(() -> snippets.get().words().startingWith(prefix)).orElse(Map.of());
        byHome.keySet().stream()
                .sorted(Comparator.comparing((String home) -> !home.startsWith("porthole.")))
                .forEach(home -> own(home + "." + Sketch.MARK, prefix, 0, Reading::members).stream()
                        .filter(i -> Objects.requireNonNull(byHome.get(home)).contains(NamesInOrder.name(i.text())))
                        .forEach(items::add));
        return items;
    }

    private static List<Completions.Item> keywords(String prefix) {
        return prefix.isEmpty()
                ? List.of()
                : KEYWORDS.stream()
                        .filter(k -> k.startsWith(prefix))
                        .map(k -> new Completions.Item(k, "keyword"))
                        .toList();
    }

    private static Completions.Item item(Member member) {
        return new Completions.Item(member.text(), member.type(), member.signature());
    }

    private Completions inString(String before, int quote) {
        int start = quote + 1;
        String begun = before.substring(start);
        List<Argument> arguments = asking.ask(() -> sketches.of(before + "\"", start))
                .map(sketch -> reader.ask(sketch, Reading::argument))
                .orElse(List.of());
        boolean isName = false;
        for (Argument argument : arguments) {
            for (Extension extension : extensions) {
                List<String> words = extension.literals(argument, begun);
                if (!words.isEmpty()) {
                    return items(words, "name", before.length() - typed(begun, words), before.length());
                }
                isName |= extension.hasLiterals(argument);
            }
        }
        if (isName) {
            return new Completions(List.of(), start, before.length()); // there is none: a file would be no answer
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

    /**
     * @param fitting those whose type is the wanted one
     * @param declared names of the session
     */
    private record Named(Completions all, Set<String> fitting, Set<String> declared) {}

    private Named asJShellSays(String code, int cursor, boolean isAfterDot) {
        snippets.get().listPackages();
        if (idle.getAsBoolean()) {
            snippets.get().defaults().provide(Tokens.of(code.substring(0, cursor)));
        }
        int from = lastSnippet(code.substring(0, cursor));
        int[] anchor = {0};
        List<Suggestion> found = suggestions(code, from, cursor, anchor);
        int start = found.isEmpty() ? CursorPlace.of(code.substring(0, cursor)).wordStart() : from + anchor[0];
        Map<String, Completions.Item> items = new LinkedHashMap<>();
        found.stream()
                .sorted((a, b) -> Boolean.compare(b.matchesType(), a.matchesType()))
                .map(Suggestion::continuation)
                .filter(word -> !word.isEmpty() && !word.startsWith("$"))
                .forEach(word -> items.putIfAbsent(word, item(word)));
        if (found.isEmpty() && !isAfterDot) {
            sketches.names(code.substring(start, cursor)).forEach(name -> items.putIfAbsent(name, item(name)));
        }
        addUnimported(code, start, cursor, items);
        Set<String> fitting = found.stream()
                .filter(Suggestion::matchesType)
                .map(Suggestion::continuation)
                .collect(Collectors.toSet());
        return new Named(new Completions(new ArrayList<>(items.values()), start, cursor), fitting, sketches.declared());
    }

    private Completions.Item item(String word) {
        return new Completions.Item(word, type(word), sketches.signature(NamesInOrder.name(word)));
    }

    private List<Suggestion> suggestions(String code, int from, int cursor, int[] anchor) {
        String text = code.substring(from, cursor).replaceAll("(?m)^[%!].*$", "");
        int shift = cursor - from - text.length();
        List<Suggestion> found = snippets.get().analysis().completionSuggestions(text, text.length(), anchor);
        anchor[0] += shift;
        return found;
    }

    /** Types that need no import by their simple name; others by their full name, which is their import. */
    private void addUnimported(String code, int start, int cursor, Map<String, Completions.Item> items) {
        String prefix = code.substring(start, cursor);
        String around = code.substring(0, start).stripTrailing();
        boolean isType = !prefix.isEmpty()
                && Character.isUpperCase(prefix.charAt(0))
                && !around.endsWith(".")
                && !around.endsWith(".new"); // what the object has inside, and nothing else
        if (!isType) {
            return;
        }
        String bracket = Expected.behind(code.substring(0, start)) == Expected.MADE ? "(" : "";
        DefaultImports.named(prefix)
                .forEach(n -> items.putIfAbsent(n + bracket, new Completions.Item(n + bracket, "class")));
        if (Humps.has(prefix)) {
            withHumps(prefix).forEach(n -> items.putIfAbsent(n + bracket, new Completions.Item(n + bracket, "class")));
        }
        if (prefix.length() >= SHORTEST_UNIMPORTED) {
            reader.typesStartingWith(prefix).stream()
                    .filter(full -> !items.containsKey(full.substring(full.lastIndexOf('.') + 1) + bracket))
                    .limit(MOST_UNIMPORTED)
                    .filter(snippets.get().defaults()::isPublicType)
                    .forEach(full ->
                            items.putIfAbsent(full, new Completions.Item(full, "class", "import " + full + ";")));
        }
    }

    /** Simple names of the session's and the default imports' types, and full ones of others. */
    private List<String> withHumps(String prefix) {
        Stream<String> own =
                sketches.declared().stream().filter(sketches::isType).filter(Humps.of(prefix));
        Stream<String> others = reader.typesWithHumps(prefix).stream()
                .filter(snippets.get().defaults()::isPublicType)
                .limit(MOST_UNIMPORTED)
                .map(DefaultImports::shortest);
        return Stream.concat(own, others).toList();
    }

    /** Where the snippet that is being written begins. */
    private int lastSnippet(String before) {
        int at = 0;
        while (true) {
            CompletionInfo unit = snippets.get().analysis().analyzeCompletion(before.substring(at));
            if (!unit.completeness().isComplete() || unit.remaining().isBlank()) {
                return at;
            }
            at = before.length() - unit.remaining().length();
        }
    }

    private String type(String word) {
        if (word.endsWith("(") || word.endsWith(")")) {
            return "function";
        }
        if (SourceVersion.isKeyword(word.strip())) {
            return "keyword";
        }
        return sketches.isType(word) || Expected.isType(word) ? "class" : "instance";
    }
}
