package porthole.jupyter.java.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a snippet looks to be by its first words: asking JShell costs ten times as much, and it wants whole ones. */
public enum UnitKind {
    IMPORT,
    TYPE,
    METHOD,
    VARIABLE,
    EXPRESSION,
    STATEMENT;

    private static final Set<String> MODIFIERS = Set.of(
            "public",
            "protected",
            "private",
            "static",
            "final",
            "abstract",
            "sealed",
            "strictfp",
            "synchronized",
            "default",
            "native",
            "transient",
            "volatile");
    private static final Set<String> TYPES = Set.of("class", "interface", "enum", "@interface");
    private static final Set<String> STATEMENTS = Set.of(
            "if",
            "for",
            "while",
            "do",
            "try",
            "switch",
            "return",
            "throw",
            "break",
            "continue",
            "assert",
            "yield",
            "synchronized",
            "else",
            "{",
            ";");

    public static UnitKind of(List<Tokens.Token> tokens) {
        int at = afterModifiers(tokens);
        String first = word(tokens, at);
        if (first.equals("import")) {
            return IMPORT;
        }
        boolean isRecord = first.equals("record") && isWord(tokens, at + 1) && "(<".contains(word(tokens, at + 2));
        boolean isAnnotation = first.equals("@") && word(tokens, at + 1).equals("interface");
        if (TYPES.contains(first) || isRecord || isAnnotation) {
            return TYPE;
        }
        if (STATEMENTS.contains(first)) {
            return STATEMENT;
        }
        int name = afterType(tokens, first.equals("<") ? closing(tokens, at) + 1 : at);
        boolean isDeclared = name > at
                && isWord(tokens, name)
                && !Set.of("new", "instanceof").contains(word(tokens, name));
        if (!isDeclared || first.equals("new")) {
            return EXPRESSION;
        }
        return word(tokens, name + 1).equals("(") ? METHOD : VARIABLE;
    }

    /** The variable that is declared, where it is surely the only one. */
    public static Optional<String> onlyVariable(List<Tokens.Token> tokens) {
        int name = afterType(tokens, afterModifiers(tokens));
        if (of(tokens) != VARIABLE
                || tokens.stream().skip(name).anyMatch(t -> t.text().equals(","))) {
            return Optional.empty();
        }
        return Optional.of(word(tokens, name));
    }

    private static int afterModifiers(List<Tokens.Token> tokens) {
        int at = 0;
        while (at < tokens.size()) {
            boolean isAnnotation = word(tokens, at).equals("@")
                    && isWord(tokens, at + 1)
                    && !word(tokens, at + 1).equals("interface");
            if (isAnnotation) {
                at += 2;
                if (word(tokens, at).equals("(")) {
                    at = closing(tokens, at) + 1;
                }
            } else if (MODIFIERS.contains(word(tokens, at))
                    && !word(tokens, at + 1).equals("(")) {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    /** Behind a type, with its packages, type arguments and brackets. */
    private static int afterType(List<Tokens.Token> tokens, int from) {
        int at = from;
        if (!isWord(tokens, at)) {
            return from;
        }
        at++;
        while (word(tokens, at).equals(".") && isWord(tokens, at + 1)) {
            at += 2;
        }
        if (word(tokens, at).equals("<")) {
            at = closing(tokens, at) + 1;
        }
        while (word(tokens, at).equals("[") && word(tokens, at + 1).equals("]")) {
            at += 2;
        }
        return at;
    }

    private static int closing(List<Tokens.Token> tokens, int open) {
        String opening = word(tokens, open);
        String close = opening.equals("<") ? ">" : ")";
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            if (word(tokens, i).equals(opening)) {
                depth++;
            } else if (word(tokens, i).equals(close) && --depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    private static boolean isWord(List<Tokens.Token> tokens, int at) {
        return at < tokens.size() && tokens.get(at).isWord();
    }

    private static String word(List<Tokens.Token> tokens, int at) {
        return at < tokens.size() ? tokens.get(at).text() : " ";
    }
}
