package porthole.engine.api;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import porthole.display.Nearest;

/** Names that exist, beside one that does not. */
public final class ExistingNames {
    private static final int SHOWN = 12;

    private ExistingNames() {}

    /** The existing name that {@code asked} was probably meant to be. */
    public static Optional<String> nearest(String asked, Collection<String> existing) {
        return Nearest.to(asked, existing);
    }

    /** {@code " Did you mean …?"}, or nothing. */
    public static String suggestion(String asked, Collection<String> existing) {
        return Nearest.suggestion(asked, existing);
    }

    /** The names, a dozen at most, and how many more there are. */
    public static String list(Collection<String> names) {
        List<String> sorted = names.stream().distinct().sorted().toList();
        String shown = String.join(", ", sorted.subList(0, Math.min(SHOWN, sorted.size())));
        return sorted.size() <= SHOWN ? shown : shown + EngineSentences.SENTENCES.say("more", sorted.size() - SHOWN);
    }
}
