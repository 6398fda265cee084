package porthole.picture.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porthole.network.Snapshot;
import porthole.topology.Box;
import porthole.topology.CallOutcome;
import porthole.topology.Leg;
import porthole.topology.Prediction;
import porthole.topology.Verdict;

/** What a headline may say of who reaches whom: the same prediction as the matrix's. Large groups are asked in part. */
final class Claims {
    private static final int ASKED = 7;

    /** One pair. */
    public record Pair(Box from, Box to, Prediction.Best best, boolean byName) {
        boolean reaches() {
            return best.verdict().outcome() == CallOutcome.REACHED;
        }

        /** Whether only IPv6 arrives where there are IPv4 addresses on both sides. */
        boolean bySixAlone() {
            return reaches() && best.address().filter(a -> a.contains(":")).isPresent() && four(from) && four(to);
        }

        private static boolean four(Box box) {
            return box.legs().stream()
                    .map(Leg::endpoint)
                    .anyMatch(e -> e.address().isPresent());
        }
    }

    private final Prediction prediction;

    Claims(Snapshot snapshot) {
        prediction = new Prediction(snapshot, Map.of());
    }

    /** All pairs of a group. */
    List<Pair> within(List<Box> group) {
        List<Box> some = group.stream().limit(ASKED).toList();
        List<Pair> pairs = new ArrayList<>();
        for (Box from : some) {
            for (Box to : some) {
                if (!from.equals(to)) {
                    pairs.add(pair(from, to));
                }
            }
        }
        return pairs;
    }

    /** All pairs of one group and another, both ways. */
    List<Pair> across(List<List<Box>> groups) {
        List<Pair> pairs = new ArrayList<>();
        List<List<Box>> some = groups.stream()
                .limit(ASKED)
                .map(g -> g.stream().limit(ASKED).toList())
                .toList();
        for (List<Box> one : some) {
            for (List<Box> other : some) {
                if (!one.equals(other)) {
                    one.forEach(from -> other.forEach(to -> pairs.add(pair(from, to))));
                }
            }
        }
        return pairs;
    }

    private Pair pair(Box from, Box to) {
        Prediction.Best best = prediction.best(Optional.of(from.container()), Optional.of(to.container()));
        Verdict named = prediction.byName(Optional.of(from.container()), Optional.of(to.container()), to.name());
        return new Pair(from, to, best, named.outcome() == CallOutcome.REACHED);
    }
}
