package porthole.picture.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import porthole.picture.story.PictureContent.Figure;
import porthole.picture.story.PictureContent.Plug;

/**
 * The order of the boxes that bands hold together, so that the bands get short: the networks are put in an order, and
 * each box stands at the mean of its networks' places (a barycentre, after Sugiyama), then by creation. Few networks are tried in every
 * order, many by repeated means. Ties go to the order of creation.
 */
final class Ordering {
    private static final int TRY_ALL = 5;
    private static final int ROUNDS = 12;

    private final List<Figure> figures;
    private List<Figure> best = List.of();
    private long bestCost = Long.MAX_VALUE;

    private Ordering(List<Figure> figures) {
        this.figures = figures;
    }

    /**
     * Orders one group.
     *
     * @param ribbons ids of its networks, the default bridge first, then by creation
     */
    static List<Figure> of(List<Figure> figures, List<String> ribbons) {
        Ordering ordering = new Ordering(figures);
        if (ribbons.size() <= TRY_ALL) {
            ordering.permute(new ArrayList<>(), ribbons);
        } else {
            ordering.settle(ribbons);
        }
        return ordering.best;
    }

    private void permute(List<String> chosen, List<String> left) {
        if (left.isEmpty()) {
            consider(chosen);
            return;
        }
        for (String next : left) {
            chosen.add(next);
            permute(chosen, left.stream().filter(r -> !r.equals(next)).toList());
            chosen.remove(chosen.size() - 1);
        }
    }

    private void settle(List<String> ribbons) {
        List<String> order = ribbons;
        for (int round = 0; round < ROUNDS; round++) {
            List<Figure> sequence = consider(order);
            Map<String, Double> means = means(sequence);
            List<String> next = ribbons.stream()
                    .sorted(Comparator.comparing((String r) -> means.getOrDefault(r, 0.0)))
                    .toList();
            if (next.equals(order)) {
                return;
            }
            order = next;
        }
    }

    private List<Figure> consider(List<String> order) {
        List<Figure> sequence = figures.stream()
                .sorted(Comparator.comparingDouble((Figure f) -> mean(f, order))
                        .thenComparingInt(f -> first(f, order))
                        .thenComparingInt(figures::indexOf))
                .toList();
        long cost = cost(sequence);
        if (cost < bestCost) {
            bestCost = cost;
            best = sequence;
        }
        return sequence;
    }

    private static double mean(Figure figure, List<String> order) {
        return figure.plugs().stream()
                .mapToInt(p -> order.indexOf(p.ribbon()))
                .average()
                .orElse(0);
    }

    private static int first(Figure figure, List<String> order) {
        return figure.plugs().stream()
                .mapToInt(p -> order.indexOf(p.ribbon()))
                .min()
                .orElse(0);
    }

    /** The mean place of each network's boxes. */
    static Map<String, Double> means(List<Figure> sequence) {
        Map<String, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < sequence.size(); i++) {
            for (Plug plug : sequence.get(i).plugs()) {
                places.computeIfAbsent(plug.ribbon(), r -> new ArrayList<>()).add(i);
            }
        }
        Map<String, Double> means = new HashMap<>();
        places.forEach((ribbon, list) -> means.put(
                ribbon, list.stream().mapToInt(Integer::intValue).average().orElse(0)));
        return means;
    }

    /** How many boxes bands pass over without reaching them. */
    private static long cost(List<Figure> sequence) {
        long cost = 0;
        Set<String> ribbons = new HashSet<>();
        sequence.forEach(f -> f.plugs().forEach(p -> ribbons.add(p.ribbon())));
        for (String ribbon : ribbons) {
            int first = -1;
            int last = -1;
            int on = 0;
            for (int i = 0; i < sequence.size(); i++) {
                if (sequence.get(i).plugs().stream().anyMatch(p -> p.ribbon().equals(ribbon))) {
                    first = first < 0 ? i : first;
                    last = i;
                    on++;
                }
            }
            cost += last - first + 1 - on;
        }
        return cost;
    }
}
