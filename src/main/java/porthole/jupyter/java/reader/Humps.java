package porthole.jupyter.java.reader;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Names written by their humps, as {@code NPE} or {@code NuPoEx} for {@code NullPointerException}. */
public final class Humps {
    private Humps() {}

    /** Whether {@code written} has two humps or more. */
    public static boolean has(String written) {
        return !written.isEmpty() && written.substring(1).chars().anyMatch(Character::isUpperCase);
    }

    /** Whether a name's humps begin with those of {@code written}, in their order. */
    public static Predicate<String> of(String written) {
        String humps = written.replaceAll("(?<=.)(?=\\p{Lu})", "\\\\E[\\\\p{Ll}\\\\d_]*\\\\Q");
        return Pattern.compile("\\Q" + humps + "\\E.*", Pattern.DOTALL).asMatchPredicate();
    }
}
