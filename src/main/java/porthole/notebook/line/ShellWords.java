package porthole.notebook.line;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.text.StringTokenizer;
import org.apache.commons.text.matcher.StringMatcherFactory;
import porthole.jupyter.magic.MagicException;

/** A command line taken apart as a shell does it: blanks part words, quotes hold them together. */
final class ShellWords {
    private ShellWords() {}

    /** The words of {@code line}, quotes taken off. */
    static List<String> of(String line) throws MagicException {
        for (char quote : new char[] {'"', '\''}) {
            if (line.indexOf(quote == '"' ? '\'' : '"') < 0
                    && line.chars().filter(c -> c == quote).count() % 2 == 1) {
                throw new MagicException("The quote " + quote + " in \"" + line + "\" is opened and never closed.");
            }
        }
        return new StringTokenizer(line, StringMatcherFactory.INSTANCE.splitMatcher(), quotes())
                .setIgnoreEmptyTokens(true)
                .getTokenList();
    }

    /** The parts of {@code line} between bars that stand outside quotes. */
    static List<String> pipeline(String line) {
        List<String> parts = new ArrayList<>();
        char open = 0;
        int start = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (open == 0 && (c == '"' || c == '\'')) {
                open = c;
            } else if (c == open) {
                open = 0;
            } else if (c == '|' && open == 0) {
                parts.add(line.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(line.substring(start).strip());
        return parts;
    }

    private static org.apache.commons.text.matcher.StringMatcher quotes() {
        return StringMatcherFactory.INSTANCE.quoteMatcher();
    }
}
