package porthole.jupyter.shell;

import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.display.Sentences;
import porthole.jupyter.magic.MagicException;

/** The cells of this session by number. */
final class SessionLog {
    private static final Pattern RANGE = Pattern.compile("(\\d+)(?:(-|:)(\\d*))?");

    private final TreeMap<Integer, String> cells = new TreeMap<>();

    /** A cell as it was sent. */
    record Entry(int count, String code) {}

    synchronized void begin(int count, String code) {
        cells.put(count, code);
    }

    /**
     * Cells before the running one.
     *
     * @param range {@code 3}, {@code 2-5}, {@code 2-}; empty for all
     */
    synchronized List<Entry> entries(String range, int running) throws MagicException {
        Matcher matcher = RANGE.matcher(range);
        if (!range.isEmpty() && !matcher.matches()) {
            throw new MagicException(Sentences.of(SessionLog.class).say("range.bad", range));
        }
        int from = range.isEmpty() ? 0 : Integer.parseInt(matcher.group(1));
        int to = range.isEmpty()
                ? Integer.MAX_VALUE
                : matcher.group(2) == null
                        ? from
                        : matcher.group(3).isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(matcher.group(3));
        return cells.entrySet().stream()
                .filter(e -> e.getKey() >= from && e.getKey() <= to && e.getKey() != running)
                .map(e -> new Entry(e.getKey(), e.getValue()))
                .toList();
    }
}
