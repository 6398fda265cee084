package porthole.jupyter.shell;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jdk.jshell.VarSnippet;

/**
 * Variables that cells have declared final. JShell takes the word away, since it sets each variable in a method of its
 * own; a statement that sets one again is refused here. To declare it anew is no such thing.
 */
final class Finals {
    /** A sign that sets what stands before it, but no comparison. */
    private static final Pattern SETS =
            Pattern.compile("^(?:=(?!=)|(?:[-+*/%&|^]|<<|>>>?)=|\\+\\+|--).*", Pattern.DOTALL);

    private final Set<String> names = new HashSet<>();

    /** A variable was declared. */
    void learn(VarSnippet variable) {
        boolean isFinal = false;
        for (Tokens.Token token : Tokens.of(variable.source())) {
            if (token.text().equals(variable.name()) || token.text().equals("=")) {
                break;
            }
            isFinal |= token.text().equals("final");
        }
        if (isFinal) {
            names.add(variable.name());
        } else {
            names.remove(variable.name());
        }
    }

    /** The final variable that the statement {@code source} sets again. */
    Optional<String> setAgain(String source) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        List<Tokens.Token> tokens = Tokens.of(source);
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        String first = tokens.get(0).text();
        if (names.contains(first)) {
            String rest = source.substring(tokens.get(0).end()).strip();
            return SETS.matcher(rest).matches() ? Optional.of(first) : Optional.empty();
        }
        String stripped = source.strip();
        boolean counts = stripped.startsWith("++") || stripped.startsWith("--");
        return names.stream()
                .filter(n -> counts
                        && Tokens.of(stripped.substring(2)).stream()
                                .map(Tokens.Token::text)
                                .findFirst()
                                .filter(n::equals)
                                .isPresent())
                .findFirst();
    }
}
