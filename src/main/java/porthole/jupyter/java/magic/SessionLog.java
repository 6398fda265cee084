package porthole.jupyter.java.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.display.Sentences;
import porthole.jupyter.api.MagicException;
import porthole.jupyter.api.PastCell;
import porthole.jupyter.java.run.RunningCell;

/** The cells of this session by number, and those of earlier ones where the kernel keeps them. */
public final class SessionLog {
    /** As IPython has them: {@code 3}, {@code 2-5}, {@code 2:6} without the last, {@code ~1/2-5} one session ago. */
    private static final Pattern RANGE = Pattern.compile("(?:(~?)(\\d+)/)?(?:(\\d+)(?:(-|:)(\\d*))?)?");

    /** The number of this session in what is told of it. */
    static final int OWN = 0;

    private final TreeMap<Integer, String> cells = new TreeMap<>();

    public synchronized void begin(int count, String code) {
        cells.put(count, code);
    }

    /** Cells of this session before the running one. */
    List<PastCell> own() {
        RunningCell running = RunningCell.current();
        int now = running == null ? -1 : running.count();
        synchronized (this) {
            return cells.entrySet().stream()
                    .filter(e -> e.getKey() != now)
                    .map(e -> new PastCell(OWN, e.getKey(), e.getValue()))
                    .toList();
        }
    }

    /** Cells of all sessions, oldest first. */
    List<PastCell> all() {
        List<PastCell> all = new ArrayList<>(earlier());
        all.addAll(own());
        return all;
    }

    private static List<PastCell> earlier() {
        RunningCell running = RunningCell.current();
        return running == null ? List.of() : running.outputs().earlier();
    }

    /**
     * The cells that are named, in that order; all of this session where none is.
     *
     * @throws MagicException where a range is none, or has no cells
     */
    List<PastCell> named(List<String> ranges) throws MagicException {
        if (ranges.isEmpty()) {
            return own();
        }
        List<PastCell> named = new ArrayList<>();
        for (String range : ranges) {
            List<PastCell> some = named(range);
            if (some.isEmpty()) {
                throw new MagicException(Sentences.of(SessionLog.class).say("range.empty", range));
            }
            named.addAll(some);
        }
        return named;
    }

    private List<PastCell> named(String range) throws MagicException {
        Matcher matcher = RANGE.matcher(range);
        if (range.isEmpty() || range.length() > 20 || !matcher.matches()) {
            throw new MagicException(Sentences.of(SessionLog.class).say("range.bad", range));
        }
        List<PastCell> all =
                matcher.group(2) == null ? own() : session(!matcher.group(1).isEmpty(), number(matcher.group(2)));
        Predicate<Integer> wanted = wanted(matcher);
        return all.stream().filter(cell -> wanted.test(cell.count())).toList();
    }

    private static Predicate<Integer> wanted(Matcher matcher) {
        if (matcher.group(3) == null) {
            return count -> true;
        }
        int from = number(matcher.group(3));
        if (matcher.group(4) == null) {
            return count -> count == from;
        }
        int to = matcher.group(5).isEmpty() ? Integer.MAX_VALUE : number(matcher.group(5));
        boolean inclusive = matcher.group(4).equals("-");
        return count -> count >= from && (inclusive ? count <= to : count < to);
    }

    private List<PastCell> session(boolean back, int number) {
        if (back && number == 0) {
            return own();
        }
        List<PastCell> earlier = earlier();
        int session = back ? PastCell.sessionBefore(earlier, number) : number;
        return earlier.stream().filter(cell -> cell.session() == session).toList();
    }

    private static int number(String digits) {
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}
