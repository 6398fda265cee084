package porthole.jupyter.java.magic;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import porthole.jupyter.java.evaluate.CellFailure;

/**
 * Values in the words of a magic, as rapaio's kernel has them: {@code %maven \{group}:\{artifact}:\{version}}, or with
 * {@code $} in the place of the backslash.
 */
public final class Placeholders {
    private static final Pattern PLACE = Pattern.compile("[\\\\$]\\{\\s*([A-Za-z_$][\\w$]*)\\s*}");

    private Placeholders() {}

    /** A variable's value. */
    public interface Value {
        @Nullable
        Object of(String variable) throws CellFailure;
    }

    /**
     * {@code arguments} with the values of the session's variables in their places; what names no variable stays.
     *
     * @param variables the session's
     */
    public static String filled(String arguments, Set<String> variables, Value value) throws CellFailure {
        if (arguments.indexOf('{') < 0) {
            return arguments;
        }
        StringBuilder filled = new StringBuilder();
        int at = 0;
        Matcher matcher = PLACE.matcher(arguments);
        for (MatchResult place : matcher.results().toList()) {
            if (variables.contains(place.group(1))) {
                filled.append(arguments, at, place.start()).append(value.of(place.group(1)));
                at = place.end();
            }
        }
        return filled.append(arguments.substring(at)).toString();
    }
}
