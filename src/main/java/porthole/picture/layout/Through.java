package porthole.picture.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import porthole.picture.layout.Crossings.Span;

/**
 * The bands of one host's frame that go on in the frames beside it.
 *
 * @param ids all of them, the topmost first; each has a row of its own
 * @param left those that go on to the left of the frame
 * @param right those that go on to the right of it
 * @param whole those whose text has no room in a frame beside
 * @param beneath how many rows of the hosts' own bands lie under them; 0 if they are the lowest
 */
record Through(List<String> ids, List<String> left, List<String> right, List<String> whole, int beneath) {
    static final Through NONE = new Through(List.of(), List.of(), List.of(), List.of(), 0);

    Through {
        ids = List.copyOf(ids);
        left = List.copyOf(left);
        right = List.copyOf(right);
        whole = List.copyOf(whole);
    }

    /** The same over so many rows of the hosts' own bands. */
    Through over(int rows) {
        return new Through(ids, left, right, whole, rows);
    }

    /** Whether a part of the band's text may stand in the frame on the left. */
    boolean before(String ribbon) {
        return left.contains(ribbon) && !whole.contains(ribbon);
    }

    /** Whether a part of the band's text may stand in the frame on the right. */
    boolean after(String ribbon) {
        return right.contains(ribbon) && !whole.contains(ribbon);
    }

    /** The row of the band at that place among them. */
    int row(int place) {
        return beneath + ids.size() - 1 - place;
    }

    /** In which row each band lies; row 0 is the lowest. */
    Map<String, Integer> rows(Map<String, Span> spans) {
        Map<String, Span> own = new LinkedHashMap<>(spans);
        own.keySet().removeAll(ids);
        Map<String, Integer> rows = new LinkedHashMap<>();
        int lowest = beneath == 0 ? ids.size() : 0;
        Crossings.rows(own).forEach((ribbon, row) -> rows.put(ribbon, row + lowest));
        for (int i = 0; i < ids.size(); i++) {
            if (spans.containsKey(ids.get(i))) {
                rows.put(ids.get(i), row(i));
            }
        }
        return rows;
    }

    /** How many lines from the boxes up to their bands pass another band, which may go on beside the frame. */
    int crossings(List<String> slots) {
        List<String> whole = new ArrayList<>(left);
        whole.addAll(slots);
        whole.addAll(right);
        Map<String, Span> spans = Crossings.spans(whole);
        return Crossings.count(whole, left.size(), left.size() + slots.size(), spans, rows(spans));
    }

    /** The place of a network's mean box, if the boxes outside the frame counted. */
    double towards(String ribbon, double mean) {
        boolean before = left.contains(ribbon);
        boolean after = right.contains(ribbon);
        return before == after ? mean : before ? -1 : Integer.MAX_VALUE;
    }

    /** Whether they all come from the left, as in the last of several frames. */
    boolean endsHere() {
        return !left.isEmpty() && right.isEmpty();
    }

    /** Ids in the order in which their boxes best stand: what comes from the left, own ones, what goes on to the right. */
    List<String> ordered(List<String> ribbons) {
        Stream<String> before = ribbons.stream().filter(r -> left.contains(r) && !right.contains(r));
        Stream<String> own = ribbons.stream().filter(r -> left.contains(r) == right.contains(r));
        Stream<String> after = ribbons.stream().filter(r -> right.contains(r) && !left.contains(r));
        return Stream.of(before, own, after).flatMap(r -> r).toList();
    }
}
