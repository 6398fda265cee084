package porthole.engine.compose;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Compose prints while it works. Each thing is told once, when it is as the command wants it, and not at each step on
 * the way there: of {@code Creating}, {@code Created}, {@code Starting} and {@code Started} the last.
 */
final class ComposeProgress {
    private static final Pattern COLOUR = Pattern.compile("\\x1b\\[[0-9;]*[A-Za-z]");

    /** Compose v2 (2.26 and 5.0): {@code  Container web-1  Starting}; what follows on these comes in a line of its own. */
    private static final Pattern STEP =
            Pattern.compile("\\s*(?:Container \\S+\\s+(?:Creat|Recreat|Start|Stopp|Remov|Wait)(?:ing|ed)"
                    + "|Container \\S+\\s+Recreate|(?:Network|Volume) \\S+\\s+(?:Creating|Removing))\\s*");

    private static final Pattern END = Pattern.compile("\\s*Container \\S+\\s+(?:Started|Removed)\\s*");

    /** Compose v1 (1.29): {@code Creating web ... }, and the same with {@code done} behind it; first all stop, then go. */
    private static final Pattern OLD_STEP = Pattern.compile(".+ \\.\\.\\.\\s*|Stopping .+ \\.\\.\\. done\\s*");

    private ComposeProgress() {}

    /** The line, where it is more than a step. */
    static Optional<String> end(String line) {
        String plain = COLOUR.matcher(line).replaceAll("").stripTrailing();
        boolean step = !END.matcher(plain).matches()
                && (STEP.matcher(plain).matches() || OLD_STEP.matcher(plain).matches());
        return step || plain.isBlank() ? Optional.empty() : Optional.of(plain.strip());
    }
}
