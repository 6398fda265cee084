package porthole.picture.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.Snapshot;
import porthole.topology.Box;
import porthole.topology.CallOutcome;
import porthole.topology.Leg;
import porthole.topology.Prediction;
import porthole.topology.Published;
import porthole.topology.Verdict;

/** What a headline may say of who reaches whom: the same prediction as the matrix's. Large groups are asked in part. */
final class Claims {
    private static final int ASKED = 7;

    /** One pair. */
    public record Pair(Box from, Box to, Prediction.Best best) {
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

    /** Who calls, as far as it matters for the way out: the networks, and the families of addresses there. */
    record Caller(List<String> networks) {
        static Caller of(Box box) {
            return new Caller(kind(box));
        }
    }

    private final Prediction prediction;

    Claims(Snapshot snapshot) {
        prediction = new Prediction(snapshot, Map.of());
    }

    /** All pairs of a group. */
    List<Pair> within(List<Box> group) {
        List<Box> some = some(group, 2);
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
        List<List<Box>> some = groups.stream().limit(ASKED).map(g -> some(g, 1)).toList();
        for (List<Box> one : some) {
            for (List<Box> other : some) {
                if (!one.equals(other)) {
                    one.forEach(from -> other.forEach(to -> pairs.add(pair(from, to))));
                }
            }
        }
        return pairs;
    }

    /** So many of each kind: containers on the same networks, with addresses of the same families, are one kind. */
    private static List<Box> some(List<Box> group, int each) {
        Map<List<String>, Integer> seen = new HashMap<>();
        return group.stream()
                .filter(box -> seen.merge(kind(box), 1, Integer::sum) <= each)
                .limit(ASKED)
                .toList();
    }

    private static List<String> kind(Box box) {
        return box.legs().stream()
                .map(leg -> leg.network().id()
                        + leg.endpoint().address().isPresent()
                        + leg.endpoint().address6().isPresent())
                .toList();
    }

    private Pair pair(Box from, Box to) {
        Prediction.Best best = prediction.best(Optional.of(from.container()), Optional.of(to.container()));
        return new Pair(from, to, best);
    }

    /** Whether it arrives by name, too. */
    boolean byName(Pair pair) {
        Optional<Container> from = Optional.of(pair.from().container());
        Optional<Container> to = Optional.of(pair.to().container());
        Verdict named = prediction.byName(from, to, pair.to().name());
        return named.outcome() == CallOutcome.REACHED;
    }

    /** The ports that somebody other than the host itself may call. */
    List<Published> offered(Box box) {
        return prediction.published(List.of(box.container())).stream()
                .filter(p -> !Openings.isLocal(p))
                .toList();
    }

    /** Whether a published port of the one leads the other there; what listens behind it is another question. */
    boolean leads(Box from, Box to) {
        return offered(to).stream().anyMatch(port -> leads(from, port));
    }

    private boolean leads(Box from, Published port) {
        List<Network> out = from.legs().stream()
                .map(Leg::network)
                .filter(n -> !n.internal())
                .toList();
        if (out.stream().anyMatch(n -> n.driver().equals("overlay"))) {
            return true; // by docker_gwbridge, which no list of the container's networks shows
        }
        if (!port.isOnAll()) {
            return out.stream().anyMatch(n -> n.driver().equals("bridge"));
        }
        Optional<Container> caller = Optional.of(from.container());
        return prediction.at(caller, port).stream()
                .map(address -> prediction.call(caller, address, Optional.of(port.outside())))
                .anyMatch(v -> v.outcome() == CallOutcome.REACHED || v.outcome() == CallOutcome.UNKNOWN);
    }
}
