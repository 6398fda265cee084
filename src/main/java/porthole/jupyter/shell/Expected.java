package porthole.jupyter.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

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

    private static final Set<String> BEFORE_TYPE =
            Set.of("import", "instanceof", "extends", "implements", "permits", "@");

    static Expected behind(String before) {
        List<Tokens.Token> tokens = Tokens.of(before);
        int last = tokens.size() - 1;
        String word = text(tokens, last);
        if (word.equals("new")) {
            return MADE;
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
