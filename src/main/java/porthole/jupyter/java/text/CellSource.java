package porthole.jupyter.java.text;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The text of a cell, or of one unit of it, which is cut into tokens once, however many ask. For one thread. */
public final class CellSource {
    private final String text;
    private @Nullable List<Tokens.Token> tokens;
    private @Nullable Set<String> words;
    private @Nullable UnitKind kind;

    private CellSource(String text) {
        this.text = text;
    }

    /** That of {@code text}. */
    public static CellSource of(String text) {
        return new CellSource(text);
    }

    /** This, if its text is {@code other}; else that of {@code other}. */
    public CellSource with(String other) {
        return other.equals(text) ? this : new CellSource(other);
    }

    /** As it is typed, or as it was adapted for JShell. */
    public String text() {
        return text;
    }

    /** Its words, literals and signs, without blanks and comments. */
    public List<Tokens.Token> tokens() {
        List<Tokens.Token> known = tokens;
        if (known == null) {
            known = Tokens.of(text);
            tokens = known;
        }
        return known;
    }

    /** Its names and keywords. */
    public Set<String> words() {
        Set<String> known = words;
        if (known == null) {
            known = tokens().stream()
                    .filter(Tokens.Token::isWord)
                    .map(Tokens.Token::text)
                    .collect(Collectors.toSet());
            words = known;
        }
        return known;
    }

    /** What kind of unit it is. */
    public UnitKind kind() {
        UnitKind known = kind;
        if (known == null) {
            known = UnitKind.of(tokens());
            kind = known;
        }
        return known;
    }

    /** Whether it begins with the word {@code import}. */
    public boolean isImport() {
        return text.startsWith("import");
    }

    /** Whether the last thing said is a semicolon: the sign that nobody wants to see the value. */
    public boolean endsWithSemicolon() {
        return !tokens().isEmpty() && tokens().get(tokens().size() - 1).text().equals(";");
    }

    /** Whether a comment is left open at the end. */
    public boolean endsInComment() {
        int end = tokens().isEmpty() ? 0 : tokens().get(tokens().size() - 1).end();
        return !Tokens.isEmpty(text.substring(end));
    }
}
