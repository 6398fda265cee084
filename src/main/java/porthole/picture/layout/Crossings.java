package porthole.picture.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which band goes into which row, and how many legs pass a band that is not theirs. Bands are known by the places of
 * their first and last slot; row 0 is the lowest, next to the boxes.
 */
final class Crossings {
    private Crossings() {}

    /** From the first slot to the last. */
    record Span(int first, int last) {
        boolean meets(Span other) {
            return first <= other.last && other.first <= last;
        }

        boolean strictlyHolds(int slot) {
            return first < slot && slot < last;
        }
    }

    /**
     * The spans of the networks.
     *
     * @param slots the network of each slot, in order; empty for slots without one
     */
    static Map<String, Span> spans(List<String> slots) {
        Map<String, Span> spans = new LinkedHashMap<>();
        for (int i = 0; i < slots.size(); i++) {
            int here = i;
            if (!slots.get(i).isEmpty()) {
                spans.merge(slots.get(i), new Span(here, here), (a, b) -> new Span(a.first(), here));
            }
        }
        return spans;
    }

    /** Greedy interval colouring, short bands first: a band that another one holds comes to lie under it. */
    static Map<String, Integer> rows(Map<String, Span> spans) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        List<List<Span>> taken = new ArrayList<>();
        List<Map.Entry<String, Span>> order = spans.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Span> e) ->
                                e.getValue().last() - e.getValue().first())
                        .thenComparingInt(e -> e.getValue().first()))
                .toList();
        for (Map.Entry<String, Span> entry : order) {
            int row = 0;
            while (row < taken.size() && taken.get(row).stream().anyMatch(s -> s.meets(entry.getValue()))) {
                row++;
            }
            if (row == taken.size()) {
                taken.add(new ArrayList<>());
            }
            taken.get(row).add(entry.getValue());
            rows.put(entry.getKey(), row);
        }
        return rows;
    }

    /**
     * How many lines from the boxes up to their bands pass another band.
     *
     * @param slots the network of each slot; empty for slots without one
     * @param from the first slot that counts
     * @param to after the last one
     */
    static int count(List<String> slots, int from, int to, Map<String, Span> spans, Map<String, Integer> rows) {
        int count = 0;
        for (int i = from; i < to; i++) {
            Integer row = rows.get(slots.get(i));
            if (row == null) {
                continue;
            }
            for (Map.Entry<String, Span> other : spans.entrySet()) {
                if (other.getValue().strictlyHolds(i) && rows.getOrDefault(other.getKey(), 0) < row) {
                    count++;
                }
            }
        }
        return count;
    }
}
