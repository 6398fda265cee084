package porthole.jupyter.api;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A cell that was run, in this session or an earlier one: an entry of Jupyter's {@code history_reply}.
 *
 * @param session the number of the kernel's run that executed it, from 1; later runs have higher numbers
 * @param count the cell's number in that session, as in {@code In[3]}
 * @param code the cell as it was sent
 */
public record PastCell(int session, int count, String code) {
    /**
     * Gives a test of whether code matches a pattern as a whole, as Jupyter's {@code history_request} asks for it with
     * {@code hist_access_type} {@code search}.
     *
     * @param pattern the code, in which {@code *} means any text, line ends included, and {@code ?} one character
     */
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

    /**
     * Gives the session that is so many sessions back, counting only sessions with cells.
     *
     * @param earlier cells of earlier sessions, in any order
     * @param back 1 for the newest of these sessions, 2 for the one before it …
     * @return the session's number; 0 if there is none so far back, or if {@code back} is below 1
     */
    public static int sessionBefore(List<PastCell> earlier, int back) {
        List<Integer> sessions =
                earlier.stream().map(PastCell::session).distinct().sorted().toList();
        return back < 1 || back > sessions.size() ? 0 : sessions.get(sessions.size() - back);
    }
}
