package porthole.jupyter.java.assist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.SourceVersion;
import porthole.jupyter.api.Completions;
import porthole.jupyter.java.text.Tokens;

/** What the words before a place in Java let stand there. */
enum Expected {
    /** Whatever has a name. */
    VALUE,
    /** A type, or the package of one. */
    TYPE,
    /** What can be thrown. */
    THROWABLE,
    /** A type with its constructor's bracket. */
    MADE,
    /** A label of a {@code switch}. */
    LABEL,
    /** Something that has no name yet. */
    NOTHING;

    private static final Set<String> HEADS = Set.of("class", "interface", "enum", "record");

    private static final Set<String> PRIMITIVES =
            Set.of("void", "boolean", "byte", "char", "short", "int", "long", "float", "double");

    private static final Set<String> BEFORE_TYPE =
            Set.of("import", "instanceof", "extends", "implements", "permits", "@");

    static Expected behind(String before) {
        List<Tokens.Token> tokens = Tokens.of(before);
        int last = tokens.size() - 1;
        String word = text(tokens, last);
        if (word.equals("new")) {
            return MADE;
        }
        if (word.equals("implements") && headOf(tokens, last).equals("interface")) {
            return NOTHING; // an interface extends
        }
        if (BEFORE_TYPE.contains(word)
                || (word.equals("static") && text(tokens, last - 1).equals("import"))) {
            return TYPE;
        }
        if (word.equals("throws") || (word.equals("(") && text(tokens, last - 1).equals("catch"))) {
            return THROWABLE;
        }
        if (Set.of("class", "interface", "enum").contains(word)) {
            return NOTHING;
        }
        int opening = beforeList(tokens, last);
        return switch (text(tokens, opening)) {
            case "case" -> LABEL;
            case "<" -> isType(text(tokens, opening - 1)) ? TYPE : VALUE;
            default -> VALUE;
        };
    }

    /** What kind of type is declared whose head ends at {@code last}. */
    private static String headOf(List<Tokens.Token> tokens, int last) {
        for (int i = last; i >= 0; i--) {
            if (HEADS.contains(text(tokens, i))) {
                return text(tokens, i);
            }
        }
        return "";
    }

    /** Whether {@code before} ends with what may be the type of a method in a class that is being written. */
    static boolean isBehindType(String before) {
        List<Tokens.Token> tokens = Tokens.of(before);
        int last = tokens.size() - 1;
        String word = text(tokens, last);
        boolean mayBeType = word.equals(">")
                || word.equals("]")
                || (last >= 0
                        && tokens.get(last).isWord()
                        && (!SourceVersion.isKeyword(word) || PRIMITIVES.contains(word)));
        return mayBeType && tokens.stream().anyMatch(t -> t.text().equals("{"));
    }

    /** Names of the type parameters that the head at the end of {@code before} has declared so far. */
    static List<String> typeParameters(String before) {
        List<Tokens.Token> tokens = Tokens.of(before);
        List<String> names = new ArrayList<>();
        for (int i = 1; i + 1 < tokens.size(); i++) {
            boolean begins = "<,".contains(text(tokens, i - 1));
            boolean isBound = Set.of("extends", ",", ">").contains(text(tokens, i + 1));
            if (begins && isBound && tokens.get(i).isWord() && isHeadOfParameters(tokens, i)) {
                names.add(text(tokens, i));
            }
        }
        return names;
    }

    private static boolean isHeadOfParameters(List<Tokens.Token> tokens, int at) {
        int depth = 0;
        for (int i = at - 1; i >= 0; i--) {
            switch (text(tokens, i)) {
                case ">" -> depth++;
                case "<" -> {
                    if (depth-- == 0) {
                        return i == 0
                                || HEADS.contains(text(tokens, i - 2))
                                || !tokens.get(i - 1).isWord();
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    /** What stands before the names that commas part at the end. */
    private static int beforeList(List<Tokens.Token> tokens, int last) {
        int at = last;
        while (at > 0 && text(tokens, at).equals(",") && tokens.get(at - 1).isWord()) {
            at -= 2;
        }
        return at;
    }

    private static String text(List<Tokens.Token> tokens, int at) {
        return at < 0 ? "" : tokens.get(at).text();
    }

    /** Whether a name looks like a type's, and not like a constant's. */
    static boolean isType(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.charAt(0)) && !name.matches("\\p{Lu}[\\p{Lu}\\d_]*");
    }

    /** Those of {@code all} that may stand here, the session's own first. */
    Completions of(Completions all, Set<String> declared) {
        Predicate<Completions.Item> fits = this == MADE
                ? item -> true
                : item -> item.type().equals("class") || item.text().endsWith(".");
        Comparator<Completions.Item> order = this == THROWABLE
                ? Comparator.comparing(i -> !i.text().matches(".*(Exception|Error|Throwable)\\b.*"))
                : Comparator.comparing(i -> this == MADE || !declared.contains(i.text()));
        return new Completions(
                this == NOTHING
                        ? List.of()
                        : all.items().stream().filter(fits).sorted(order).toList(),
                all.start(),
                all.end());
    }
}
