package porthole.display;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * The existing name that a mistyped one was probably meant to be: the one rule of every "Did you mean". Case aside, at
 * most a third of the letters may be wrong, one always and three at most; two neighbours that changed places are one wrong
 * letter. The beginning of a name may lack three more at its end. In a name of two letters no letter may be another one,
 * and in one of one letter only the case may be.
 */
public final class Nearest {
    private static final Sentences SENTENCES = Sentences.of(Nearest.class);
    private static final int MOST_WRONG = 3;
    private static final int MOST_LEFT_OUT = 3;

    private Nearest() {}

    /** The nearest of {@code names} that is another one than {@code asked}; empty if none is near. */
    public static Optional<String> to(String asked, Collection<String> names) {
        String wanted = asked.toLowerCase(Locale.ROOT);
        return names.stream()
                .distinct()
                .filter(name -> !name.equals(asked))
                .map(name -> new Near(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(near -> near.distance <= limit(wanted, near.name.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .map(Near::name);
    }

    /** {@code " Did you mean …?"} in the reader's language, to stand after a sentence; empty if none is near. */
    public static String suggestion(String asked, Collection<String> names) {
        return to(asked, names).map(Nearest::meant).orElse("");
    }

    /** {@code " Did you mean …?"} with this name. */
    public static String meant(String name) {
        return SENTENCES.say("nearest", name);
    }

    private static int limit(String asked, String name) {
        int length = asked.length();
        if (length < 3) {
            return length == 2 && name.length() > length ? 1 : 0;
        }
        int wrong = Math.min(MOST_WRONG, Math.max(1, (length + 1) / 3));
        return name.startsWith(asked) ? wrong + MOST_LEFT_OUT : wrong;
    }

    /** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours that make b of a. */
    public static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int substitution = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(substitution, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }

    private record Near(String name, int distance) {}
}
