package porthole.command;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of one command, and how to write words so that a shell reads them back. */
public final class ShellWords {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./^-]+");

    private ShellWords() {}

    /** {@code word} as it must be typed for a shell to read it back unchanged. */
    public static String quote(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** The words, each quoted where needed, with blanks between. */
    public static String join(List<String> words) {
        return words.stream().map(ShellWords::quote).collect(Collectors.joining(" "));
    }

    /**
     * The words of a command that runs without a shell, variables taken from this process's environment.
     *
     * @throws LineException for an open quote, a variable that is not set, and everything that only a shell can do
     *     (operators, redirections, substitutions, patterns of files)
     */
    public static List<String> split(String line) {
        return split(line, Variables.ofProcess());
    }

    /** As {@link #split(String)}, with these variables. */
    static List<String> split(String line, Variables variables) {
        LineText text = new LineText(line.strip());
        List<Token> tokens = Lexer.tokens(text, Syntax.WORDS, variables);
        for (Token token : tokens) {
            if (token instanceof Token.Operator operator) {
                boolean newline = operator.text().equals("\n");
                throw text.refused(newline ? "words.lines" : "words.operator", operator.text(), operator.at());
            }
        }
        return texts(tokens);
    }

    /**
     * The words of a magic's line: quotes, escapes, comments and variables as above, but what a shell would take for an
     * operator or a pattern is a letter like any other, and so is the {@code $} of a variable that is not set.
     *
     * @throws LineException for an open quote
     */
    public static List<String> ofMagic(String line) {
        return ofMagic(line, Variables.ofProcess());
    }

    /** As {@link #ofMagic(String)}, with these variables. */
    static List<String> ofMagic(String line, Variables variables) {
        return texts(Lexer.tokens(new LineText(line), Syntax.MAGIC, variables));
    }

    private static List<String> texts(List<Token> tokens) {
        return tokens.stream()
                .filter(Token.Word.class::isInstance)
                .map(token -> ((Token.Word) token).text())
                .toList();
    }
}
