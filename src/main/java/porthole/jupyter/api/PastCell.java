package porthole.jupyter.api;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A cell that was run.
 *
 * @param session of which kernel's life; later kernels have higher numbers
 * @param count as in {@code In[3]}
 */
public record PastCell(int session, int count, String code) {
    /** Whether a cell's code is {@code pattern}, in which {@code *} is any text and {@code ?} any character. */
    public static Predicate<String> like(String pattern) {
        String regex = pattern.codePoints()
                .mapToObj(c -> switch (c) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(c));
                })
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL).asMatchPredicate();
    }

    /** The number of the session that lies {@code back} sessions with cells before the end of {@code earlier}; 0 for none. */
    public static int sessionBefore(List<PastCell> earlier, int back) {
        List<Integer> sessions =
                earlier.stream().map(PastCell::session).distinct().sorted().toList();
        return back < 1 || back > sessions.size() ? 0 : sessions.get(sessions.size() - back);
    }
}
