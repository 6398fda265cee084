package porthole.jupyter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import porthole.jupyter.protocol.Reply.History.Entry;
import porthole.jupyter.protocol.Request;

/** The cells that were run in this session. Nothing is kept beyond the process. */
final class History {
    /** The number of this session in answers; earlier ones are not known. */
    private static final int SESSION = 1;

    private final TreeMap<Integer, Entry> entries = new TreeMap<>();

    /** Remembers a cell that begins to run. */
    synchronized void begin(int count, String code) {
        entries.put(count, new Entry(SESSION, count, code, Optional.empty()));
    }

    /** Remembers its result, as plain text. */
    synchronized void result(int count, String text) {
        entries.computeIfPresent(count, (number, entry) -> new Entry(SESSION, number, entry.code(), Optional.of(text)));
    }

    /** What {@code request} asks for, oldest first; nothing for an access that the protocol does not have. */
    synchronized List<Entry> find(Request.History request) {
        return switch (request.access()) {
            case "tail" -> newest(new ArrayList<>(entries.values()), request.limit());
            case "range" -> range(request);
            case "search" -> search(request);
            default -> List.of();
        };
    }

    private List<Entry> range(Request.History request) {
        boolean isOurs = request.session() == 0 || request.session() == SESSION;
        if (!isOurs || (request.stop() >= 0 && request.stop() < request.start())) {
            return List.of();
        }
        int stop = request.stop() < 0 ? Integer.MAX_VALUE : request.stop();
        return List.copyOf(entries.subMap(request.start(), stop).values());
    }

    private List<Entry> search(Request.History request) {
        Predicate<String> pattern = glob(request.pattern());
        Map<Object, Entry> found = new LinkedHashMap<>();
        // Newest first, so that of equal cells the newest stays.
        for (Entry entry : entries.descendingMap().values()) {
            if (pattern.test(entry.code())) {
                found.putIfAbsent(request.unique() ? entry.code() : entry.count(), entry);
            }
        }
        List<Entry> ordered = new ArrayList<>(found.values());
        Collections.reverse(ordered);
        return newest(ordered, request.limit());
    }

    private static List<Entry> newest(List<Entry> all, int limit) {
        int first = limit < 0 ? 0 : Math.max(0, all.size() - limit);
        return List.copyOf(all.subList(first, all.size()));
    }

    private static Predicate<String> glob(String pattern) {
        String regex = pattern.codePoints()
                .mapToObj(c -> switch (c) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(c));
                })
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL).asMatchPredicate();
    }
}
