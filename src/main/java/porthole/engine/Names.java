package porthole.engine;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Names that exist, beside one that does not. */
final class Names {
    private static final int SHOWN = 12;

    private Names() {}

    /** The existing name that {@code asked} was probably meant to be. */
    static Optional<String> nearest(String asked, Collection<String> existing) {
        String wanted = asked.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, Math.min(3, asked.length() / 2));
        LevenshteinDistance distance = new LevenshteinDistance(limit);
        return existing.stream()
                .filter(name -> distance.apply(wanted, name.toLowerCase(Locale.ROOT)) >= 0)
                .min(Comparator.comparing((String name) -> distance.apply(wanted, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code " Did you mean …?"}, or nothing. */
    static String suggestion(String asked, Collection<String> existing) {
        return nearest(asked, existing)
                .map(name -> Errors.SENTENCES.say("nearest", name))
                .orElse("");
    }

    /** The names, a dozen at most, and how many more there are. */
    static String list(Collection<String> names) {
        List<String> sorted = names.stream().distinct().sorted().toList();
        String shown = String.join(", ", sorted.subList(0, Math.min(SHOWN, sorted.size())));
        return sorted.size() <= SHOWN ? shown : shown + Errors.SENTENCES.say("more", sorted.size() - SHOWN);
    }
}
