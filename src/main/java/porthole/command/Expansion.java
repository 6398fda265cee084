package porthole.command;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code $NAME}, <code>${NAME}</code>, <code>${NAME:-other}</code> and {@code ~}. */
final class Expansion {
    private static final Pattern NAME = Pattern.compile("\\$([A-Za-z_]\\w*)");
    private static final Pattern BRACED =
            Pattern.compile("\\$\\{([A-Za-z_]\\w*)(?:(:?)([-+])([^{}$`\"'\\\\]*))?}", Pattern.DOTALL);

    private final LineText text;
    private final Syntax syntax;
    private final Variables variables;

    Expansion(LineText text, Syntax syntax, Variables variables) {
        this.text = text;
        this.syntax = syntax;
        this.variables = variables;
    }

    /** What the {@code $} that is here becomes; empty, with the place after it, if it is a letter like any other. */
    Optional<String> value(boolean inQuotes) {
        int from = text.at;
        Matcher braced = BRACED.matcher(text.all).region(from, text.all.length());
        Matcher name = NAME.matcher(text.all).region(from, text.all.length());
        if (braced.lookingAt()) {
            return found(braced.end(), braced(braced, from), braced.group());
        }
        if (name.lookingAt()) {
            return found(name.end(), named(name.group(1), name.group(), from), name.group());
        }
        if (syntax.strict()) {
            refuse(from, inQuotes);
        }
        text.at++;
        return Optional.empty();
    }

    private Optional<String> found(int end, @Nullable String value, String typed) {
        text.at = end;
        return Optional.of(value == null ? typed : value);
    }

    /** The value; in a magic, where {@code $} is no rare letter, {@code null} for what is not set. */
    private @Nullable String named(String name, String typed, int from) {
        String value = variables.of(name);
        if (value == null && syntax.strict()) {
            throw text.refused("unset", typed, from);
        }
        return value;
    }

    private @Nullable String braced(Matcher braced, int from) {
        if (braced.group(3) == null) {
            return named(braced.group(1), braced.group(), from);
        }
        String value = variables.of(braced.group(1));
        boolean given = value != null && !(value.isEmpty() && braced.group(2).equals(":"));
        return braced.group(3).equals("+") == given ? braced.group(4) : value == null || !given ? "" : value;
    }

    private void refuse(int from, boolean inQuotes) {
        char next = text.ahead(1);
        if (text.sees("$((")) {
            throw text.refused("arithmetic", "$((", from);
        }
        if (next == '(') {
            throw text.refused("substitution", "$(", from);
        }
        if (next == '{') {
            throw text.refused("parameter", text.typed(from), from);
        }
        if ((next == '\'' || next == '"') && !inQuotes) {
            throw text.refused("dollar.quote", "$" + next, from);
        }
        if (next != 0 && (Character.isDigit(next) || "@*#?-$!".indexOf(next) >= 0)) {
            throw text.refused("parameter", "$" + next, from);
        }
    }

    /** What the {@code ~} at a word's beginning becomes: {@code $HOME}, or itself. */
    String home() {
        int from = text.at++;
        char next = text.here();
        boolean alone = next == 0 || next == '/' || Lexer.endsWord(next, syntax);
        if (!alone && syntax.strict() && Character.isLetter(next)) {
            throw text.refused("home", text.typed(from), from);
        }
        String home = alone ? variables.of("HOME") : null;
        return home == null ? "~" : home;
    }
}
