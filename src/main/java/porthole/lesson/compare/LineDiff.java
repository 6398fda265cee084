package porthole.lesson.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * What turns one text into another, line by line: a longest common subsequence is kept.
 *
 * @param lines {@code "- "} before what went, {@code "+ "} before what came, {@code "  "} before what stays
 */
record LineDiff(List<String> lines) {
    /** So many cells has the table at most; longer texts are one block against the other. */
    private static final long LARGEST = 4_000_000;

    LineDiff {
        lines = List.copyOf(lines);
    }

    static LineDiff of(String before, String after) {
        return of(before.lines().toList(), after.lines().toList());
    }

    static LineDiff of(List<String> a, List<String> b) {
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        for (int[] kept : common(a, b)) {
            for (; i < kept[0]; i++) {
                lines.add("- " + a.get(i));
            }
            for (; j < kept[1]; j++) {
                lines.add("+ " + b.get(j));
            }
            lines.add("  " + a.get(i++));
            j++;
        }
        a.stream().skip(i).forEach(line -> lines.add("- " + line));
        b.stream().skip(j).forEach(line -> lines.add("+ " + line));
        return new LineDiff(lines);
    }

    /** The places of a longest common subsequence in both lists, in order. */
    static <T> List<int[]> common(List<T> a, List<T> b) {
        int begin = 0;
        while (begin < Math.min(a.size(), b.size()) && a.get(begin).equals(b.get(begin))) {
            begin++;
        }
        int end = 0;
        while (end < Math.min(a.size(), b.size()) - begin
                && a.get(a.size() - 1 - end).equals(b.get(b.size() - 1 - end))) {
            end++;
        }
        List<int[]> places = new ArrayList<>();
        for (int i = 0; i < begin; i++) {
            places.add(new int[] {i, i});
        }
        for (int[] place : between(a.subList(begin, a.size() - end), b.subList(begin, b.size() - end))) {
            places.add(new int[] {begin + place[0], begin + place[1]});
        }
        for (int i = end; i > 0; i--) {
            places.add(new int[] {a.size() - i, b.size() - i});
        }
        return places;
    }

    private static <T> List<int[]> between(List<T> a, List<T> b) {
        if ((long) a.size() * b.size() > LARGEST) {
            return List.of();
        }
        int[][] longest = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                longest[i][j] = a.get(i).equals(b.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        List<int[]> places = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.size() && j < b.size()) {
            if (a.get(i).equals(b.get(j))) {
                places.add(new int[] {i++, j++});
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return places;
    }

    /** How much two texts have in common: 1 for all of their lines, 0 for none. */
    static double likeness(String before, String after) {
        List<String> a =
                before.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        List<String> b =
                after.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        return a.isEmpty() && b.isEmpty() ? 1 : 2.0 * common(a, b).size() / (a.size() + b.size());
    }

    /**
     * What changed, without what stays; {@code …} is where something stays between two changes.
     *
     * @param most how many lines at most; the last then says how many more there are
     * @param more the words for that, with the number
     */
    List<String> changed(int most, java.util.function.IntFunction<String> more) {
        List<String> changed = new ArrayList<>();
        boolean gap = false;
        for (String line : lines) {
            if (line.startsWith("  ")) {
                gap = !changed.isEmpty();
            } else {
                if (gap) {
                    changed.add("  …");
                }
                gap = false;
                changed.add(line);
            }
        }
        if (changed.size() <= most) {
            return changed;
        }
        List<String> first = new ArrayList<>(changed.subList(0, most - 1));
        first.add(more.apply(changed.size() - most + 1));
        return first;
    }
}
