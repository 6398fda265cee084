package porthole.jupyter.java.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Java text cut roughly into words, literals and signs, without blanks and comments. Never fails on broken text. */
public final class Tokens {
    private Tokens() {}

    /**
     * One of them.
     *
     * @param start where it begins
     * @param end where it ends, exclusive
     */
    public record Token(String text, int start, int end) {
        public boolean isWord() {
            return Character.isJavaIdentifierStart(text.charAt(0));
        }
    }

    public static List<Token> of(String code) {
        List<Token> tokens = new ArrayList<>();
        int at = skipBlank(code, 0);
        while (at < code.length()) {
            int end = end(code, at);
            tokens.add(new Token(code.substring(at, end), at, end));
            at = skipBlank(code, end);
        }
        return tokens;
    }

    /** Whether there is nothing but blanks and comments; an open comment is something. */
    public static boolean isEmpty(String code) {
        return skipBlank(code + "\nx", 0) == code.length() + 1;
    }

    /** The first position from {@code at} on that is neither blank nor comment. */
    public static int skipBlank(String code, int at) {
        int i = at;
        while (i < code.length()) {
            if (Character.isWhitespace(code.charAt(i))) {
                i++;
            } else if (code.startsWith("//", i)) {
                i = endOf(code, "\n", i + 2);
            } else if (code.startsWith("/*", i)) {
                i = endOf(code, "*/", i + 2);
            } else {
                break;
            }
        }
        return i;
    }

    /** Whether the last thing said is a semicolon: the sign that nobody wants to see the value. */
    static boolean endsWithSemicolon(String code) {
        List<Token> tokens = of(code);
        return !tokens.isEmpty() && tokens.get(tokens.size() - 1).text().equals(";");
    }

    /** The words of {@code code}: names and keywords. */
    public static Set<String> words(String code) {
        return of(code).stream().filter(Token::isWord).map(Token::text).collect(Collectors.toSet());
    }

    /** Whether a comment is left open at the end. */
    public static boolean endsInComment(String code) {
        List<Token> tokens = of(code);
        int end = tokens.isEmpty() ? 0 : tokens.get(tokens.size() - 1).end();
        return !isEmpty(code.substring(end));
    }

    private static int end(String code, int at) {
        if (code.startsWith("\"\"\"", at)) {
            return closed(code, "\"\"\"", at + 3);
        }
        char first = code.charAt(at);
        if (first == '"' || first == '\'') {
            return closed(code, String.valueOf(first), at + 1);
        }
        int end = at + 1;
        if (Character.isJavaIdentifierPart(first)) {
            while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
                end++;
            }
        }
        return end;
    }

    private static int closed(String code, String quote, int from) {
        for (int i = from; i < code.length(); i++) {
            if (code.charAt(i) == '\\') {
                i++;
            } else if (code.startsWith(quote, i)) {
                return i + quote.length();
            } else if (code.charAt(i) == '\n' && quote.length() == 1) {
                return i;
            }
        }
        return code.length();
    }

    private static int endOf(String code, String mark, int from) {
        int found = code.indexOf(mark, from);
        return found < 0 ? code.length() : found + mark.length();
    }
}
