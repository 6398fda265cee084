package porthole.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a shell would replace by names of files or by several words: {@code *.txt}, {@code a?}, {@code [ab]}, {@code
 * {a,b}}. They are refused, but for what only looks so: addresses of pages, IPv6 addresses in brackets, Go templates.
 */
final class Patterns {
    private static final Pattern BRACKET = Pattern.compile("\\[([^\\]\\s]+)]");
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.%]*:[0-9A-Fa-f:.%]*\\w*");
    private static final Pattern RANGE = Pattern.compile("\\{(-?\\d+|[A-Za-z])\\.\\.(-?\\d+|[A-Za-z])(\\.\\.-?\\d+)?}");

    private final LineText text;

    Patterns(LineText text) {
        this.text = text;
    }

    /** Refuses the pattern that begins here, outside quotes, in the word that began at {@code word}. */
    void refuse(int word) {
        char c = text.here();
        boolean page = text.all.substring(word, text.at).contains("://");
        if ((c == '*' || c == '?') && !page) {
            throw text.refused("pattern", text.typed(word), text.at);
        }
        if (c == '[' && !page && isBracket()) {
            throw text.refused("pattern", text.typed(word), text.at);
        }
        if (c == '{' && isBrace()) {
            throw text.refused("brace", text.typed(word), text.at);
        }
    }

    private boolean isBracket() {
        Matcher bracket = BRACKET.matcher(text.all).region(text.at, text.all.length());
        return bracket.lookingAt() && !ADDRESS.matcher(bracket.group(1)).matches();
    }

    /** A comma between braces, or a range. */
    private boolean isBrace() {
        if (RANGE.matcher(text.all).region(text.at, text.all.length()).lookingAt()) {
            return true;
        }
        int depth = 0;
        boolean comma = false;
        for (int i = text.at; i < text.all.length() && !Character.isWhitespace(text.all.charAt(i)); i++) {
            switch (text.all.charAt(i)) {
                case '\\' -> i++;
                case '\'', '"' -> {
                    int close = text.all.indexOf(text.all.charAt(i), i + 1);
                    i = close < 0 ? text.all.length() : close;
                }
                case '{' -> depth++;
                case ',' -> comma = true;
                case '}' -> depth--;
                default -> {
                    // letters of the word
                }
            }
            if (depth == 0) {
                return comma;
            }
        }
        return false;
    }
}
