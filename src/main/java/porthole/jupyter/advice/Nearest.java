package porthole.jupyter.advice;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The name that was probably meant. */
public final class Nearest {
    private Nearest() {}

    /** The nearest of {@code names}, where one is near: at most a third of the letters differ, case aside. */
    public static Optional<String> to(String name, Collection<String> names) {
        String wanted = name.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, (name.length() + 1) / 3);
        LevenshteinDistance distance = new LevenshteinDistance(limit);
        return names.stream()
                .distinct()
                .filter(n -> !n.equals(name))
                .map(n -> new Near(n, distance.apply(wanted, n.toLowerCase(Locale.ROOT))))
                .filter(n -> n.distance >= 0 && n.distance < Math.max(2, name.length()))
                .filter(n -> name.length() > 2 || n.distance == 0)
                .min(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .map(Near::name);
    }

    private record Near(String name, int distance) {}
}
