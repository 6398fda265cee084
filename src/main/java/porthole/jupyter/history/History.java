package porthole.jupyter.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import porthole.jupyter.api.PastCell;
import porthole.jupyter.protocol.Reply.History.Entry;
import porthole.jupyter.protocol.Request;

/** The cells that were run in this session with their results, and behind them those of earlier sessions. */
public final class History implements AutoCloseable {
    private final Archive archive;
    private final TreeMap<Integer, Run> runs = new TreeMap<>();

    /** @param archive where cells go, and earlier ones come from */
    public History(Archive archive) {
        this.archive = archive;
    }

    private record Run(String code, Optional<String> result) {}

    /** Remembers a cell that begins to run. */
    public synchronized void begin(int count, String code) {
        runs.put(count, new Run(code, Optional.empty()));
    }

    /** Remembers its result, as plain text. */
    public synchronized void result(int count, String text) {
        runs.computeIfPresent(count, (number, run) -> new Run(run.code(), Optional.of(text)));
    }

    /** Keeps it for later sessions. Returns at once; it is written a moment later, or by {@link #close}. */
    public synchronized void end(int count) {
        Optional.ofNullable(runs.get(count)).ifPresent(run -> archive.keep(count, run.code()));
    }

    /** Cells of earlier sessions, oldest first. */
    public List<PastCell> earlier() {
        return archive.earlier();
    }

    /**
     * What {@code request} asks for, oldest first; nothing for an access that the protocol does not have. A session below
     * zero counts back from this one, over those that have cells.
     */
    public synchronized List<Entry> find(Request.History request) {
        return switch (request.access()) {
            case "tail" -> newest(all(), request.limit());
            case "range" -> range(request);
            case "search" -> search(request);
            default -> List.of();
        };
    }

    private List<Entry> all() {
        List<PastCell> earlier = archive.earlier();
        List<Entry> all = new ArrayList<>();
        earlier.forEach(cell -> all.add(entry(cell)));
        all.addAll(own(archive.session(earlier)));
        return all;
    }

    private static Entry entry(PastCell cell) {
        return new Entry(cell.session(), cell.count(), cell.code(), Optional.empty());
    }

    private List<Entry> own(int session) {
        return runs.entrySet().stream()
                .map(e -> new Entry(
                        session, e.getKey(), e.getValue().code(), e.getValue().result()))
                .toList();
    }

    private List<Entry> range(Request.History request) {
        if (request.stop() >= 0 && request.stop() < request.start()) {
            return List.of();
        }
        int stop = request.stop() < 0 ? Integer.MAX_VALUE : request.stop();
        List<PastCell> earlier = archive.earlier();
        int own = archive.session(earlier);
        int wanted = request.session() < 0
                ? PastCell.sessionBefore(earlier, -request.session())
                : request.session() == 0 ? own : request.session();
        List<Entry> cells = wanted == own
                ? own(own)
                : earlier.stream()
                        .filter(cell -> cell.session() == wanted)
                        .map(History::entry)
                        .toList();
        return cells.stream()
                .filter(cell -> cell.count() >= request.start() && cell.count() < stop)
                .toList();
    }

    private List<Entry> search(Request.History request) {
        Predicate<String> pattern = PastCell.like(request.pattern());
        Map<Object, Entry> found = new LinkedHashMap<>();
        List<Entry> all = all();
        // Newest first, so that of equal cells the newest stays.
        for (int i = all.size() - 1; i >= 0; i--) {
            Entry entry = all.get(i);
            if (pattern.test(entry.code())) {
                found.putIfAbsent(request.unique() ? entry.code() : i, entry);
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

    /** Lets what is not kept yet be kept. */
    @Override
    public void close() {
        archive.close();
    }
}
