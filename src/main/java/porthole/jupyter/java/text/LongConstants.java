package porthole.jupyter.java.text;

import java.util.List;
import java.util.Optional;

/**
 * Constant strings that no class file can hold (JVMS 4.4.7: 65,535 bytes of modified UTF-8), or that javac does not
 * write: it refuses those of 65,535 too (seen on 17 and 25). It says so only when it writes the class, and its pooled compilers then refuse whatever follows.
 */
public final class LongConstants {
    private static final int MOST = 65_534;

    /** No shorter text can hold one. */
    private static final int SHORTEST = MOST / 3;

    private LongConstants() {}

    /** The size in bytes of the first such constant in {@code source}; literals with a plus between them are one. */
    public static Optional<Integer> tooLong(CellSource source) {
        if (source.text().length() < SHORTEST) {
            return Optional.empty();
        }
        int bytes = 0;
        List<Tokens.Token> tokens = source.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            String text = tokens.get(i).text();
            boolean joined = i >= 2
                    && tokens.get(i - 1).text().equals("+")
                    && tokens.get(i - 2).text().startsWith("\"");
            if (text.startsWith("\"")) {
                bytes = (joined ? bytes : 0) + bytes(content(text));
                if (bytes > MOST) {
                    return Optional.of(bytes);
                }
            }
        }
        return Optional.empty();
    }

    private static String content(String literal) {
        boolean isBlock = literal.startsWith("\"\"\"");
        int quote = isBlock ? 3 : 1;
        if (literal.length() < 2 * quote) {
            return literal;
        }
        String inside = literal.substring(quote, literal.length() - quote);
        try {
            return (isBlock ? inside.substring(inside.indexOf('\n') + 1).stripIndent() : inside).translateEscapes();
        } catch (IllegalArgumentException e) {
            return inside; // javac will complain of the escape
        }
    }

    private static int bytes(String text) {
        return text.chars().map(c -> c > 0x7FF ? 3 : c > 0x7F || c == 0 ? 2 : 1).sum();
    }
}
