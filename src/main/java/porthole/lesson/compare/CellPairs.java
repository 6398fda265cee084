package porthole.lesson.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import porthole.lesson.document.NotebookCell;

/** Which cell of one notebook is which of another: by id, else by its text, else by how like their texts are. */
final class CellPairs {
    /** Cells with half of their lines in common are the same cell, changed. */
    private static final double LIKE = 0.5;

    private final List<NotebookCell> before;
    private final List<NotebookCell> after;

    /** By place in the notebook before, the place after. */
    private final TreeMap<Integer, Integer> places = new TreeMap<>();

    private final Set<Integer> free = new TreeSet<>();

    CellPairs(List<NotebookCell> before, List<NotebookCell> after) {
        this.before = before;
        this.after = after;
        for (int j = 0; j < after.size(); j++) {
            free.add(j);
        }
        byId();
        byOrder();
        byText();
        byLikeness();
    }

    private void pair(int i, int j) {
        places.put(i, j);
        free.remove(j);
    }

    private List<Integer> single() {
        List<Integer> single = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (!places.containsKey(i)) {
                single.add(i);
            }
        }
        return single;
    }

    private void byId() {
        for (int i : single()) {
            NotebookCell cell = before.get(i);
            free.stream()
                    .filter(j -> cell.id().isPresent()
                            && cell.id().equals(after.get(j).id()))
                    .filter(j -> cell.kind() == after.get(j).kind())
                    .findFirst()
                    .ifPresent(j -> pair(i, j));
        }
    }

    private static String text(NotebookCell cell) {
        return cell.kind() + " " + cell.source();
    }

    private void byOrder() {
        List<Integer> a = single();
        List<Integer> b = List.copyOf(free);
        LineDiff.common(
                        a.stream().map(i -> text(before.get(i))).toList(),
                        b.stream().map(j -> text(after.get(j))).toList())
                .forEach(place -> pair(a.get(place[0]), b.get(place[1])));
    }

    private void byText() {
        for (int i : single()) {
            free.stream()
                    .filter(j -> text(after.get(j)).equals(text(before.get(i))))
                    .findFirst()
                    .ifPresent(j -> pair(i, j));
        }
    }

    private void byLikeness() {
        record Likely(int before, int after, double likeness) {}
        List<Likely> all = new ArrayList<>();
        for (int i : single()) {
            for (int j : free) {
                double likeness = before.get(i).kind() == after.get(j).kind()
                        ? LineDiff.likeness(before.get(i).source(), after.get(j).source())
                        : 0;
                if (likeness >= LIKE) {
                    all.add(new Likely(i, j, likeness));
                }
            }
        }
        all.sort(Comparator.comparingDouble(Likely::likeness).reversed());
        for (Likely likely : all) {
            if (!places.containsKey(likely.before) && free.contains(likely.after)) {
                pair(likely.before, likely.after);
            }
        }
    }

    /** By place in the notebook before, the place after, of each cell that both have. */
    NavigableMap<Integer, Integer> both() {
        return places;
    }

    /** The places of cells that only the notebook before has. */
    List<Integer> removed() {
        return single();
    }

    /** The places of cells that only the notebook after has. */
    List<Integer> added() {
        return List.copyOf(free);
    }

    /** Places before of cells that others have passed: a longest row of cells that keep their order stays. */
    Set<Integer> moved() {
        List<Integer> from = List.copyOf(places.keySet());
        List<Integer> to = List.copyOf(places.values());
        Set<Integer> moved = new TreeSet<>(from);
        LineDiff.common(to, to.stream().sorted().toList()).forEach(place -> moved.remove(from.get(place[0])));
        return moved;
    }
}
