package porthole.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import porthole.network.Container;
import porthole.network.Network;

/**
 * What one step did to an engine's networks: the moments before and after it, and what differs.
 *
 * @param before the networks and containers before the step
 * @param after the networks and containers after it
 * @param merged both together: what was there before in its order, what is gone included, then what came
 * @param differences networks first, then containers, their connections and their ports; none if nothing changed
 */
public record Change(Topology before, Topology after, Topology merged, List<Difference> differences) {
    public Change {
        differences = List.copyOf(differences);
    }

    /**
     * Compares two moments of one engine. Things with the same id are the same thing.
     *
     * @param before the earlier moment
     * @param after the later moment
     */
    public static Change between(Topology before, Topology after) {
        List<Network> bands = merge(before.bands(), after.bands(), (a, b) -> a.id().equals(b.id()));
        List<Box> boxes = new ArrayList<>();
        for (Box box : before.boxes()) {
            boxes.add(box(after, box.container()).map(now -> merge(box, now)).orElse(box));
        }
        after.boxes().stream()
                .filter(box -> box(before, box.container()).isEmpty())
                .forEach(boxes::add);
        Topology merged = new Topology(after.snapshot(), bands, boxes, after.stopped());
        return new Change(before, after, merged, new Differences(before, after).all());
    }

    /**
     * Tells what the step did to a network.
     *
     * @param network a network of one of the two moments
     */
    public Mark mark(Network network) {
        return first(differences.stream()
                .filter(d ->
                        d instanceof Difference.OfNetwork o && o.network().id().equals(network.id())));
    }

    /**
     * Tells what the step did to a container.
     *
     * @param container a container of one of the two moments
     */
    public Mark mark(Container container) {
        return first(differences.stream()
                .filter(d -> d instanceof Difference.OfContainer o
                        && o.container().id().equals(container.id())));
    }

    /**
     * Tells what the step did to a connection; it comes and goes with its container and its network.
     *
     * @param container a container of one of the two moments
     * @param leg one of its connections
     */
    public Mark mark(Container container, Leg leg) {
        Mark own = first(differences.stream()
                .filter(d -> d instanceof Difference.OfLeg o
                        && o.container().id().equals(container.id())
                        && o.leg().network().id().equals(leg.network().id())));
        return own == Mark.SAME ? withOwner(container) : own;
    }

    /**
     * Tells what the step did to a published port; it comes and goes with its container.
     *
     * @param container a container of one of the two moments
     * @param port one of its published ports
     */
    public Mark mark(Container container, Published port) {
        Mark own = first(differences.stream()
                .filter(d -> d instanceof Difference.OfPort o
                        && o.container().id().equals(container.id())
                        && o.port().socket().equals(port.socket())));
        return own == Mark.SAME ? withOwner(container) : own;
    }

    private Mark withOwner(Container container) {
        Mark mark = mark(container);
        return mark == Mark.MOVED ? Mark.SAME : mark;
    }

    private static Mark first(Stream<Difference> differences) {
        return differences.findFirst().map(Difference::mark).orElse(Mark.SAME);
    }

    /** The box of that container. */
    static Optional<Box> box(Topology topology, Container container) {
        return topology.boxes().stream()
                .filter(b -> b.container().id().equals(container.id()))
                .findFirst();
    }

    private static Box merge(Box was, Box now) {
        List<Leg> legs = merge(
                now.legs(),
                was.legs(),
                (a, b) -> a.network().id().equals(b.network().id()));
        Standing standing = legs.isEmpty() || now.standing() == Standing.STOPPED ? now.standing() : Standing.ATTACHED;
        return new Box(
                now.container(),
                standing,
                legs,
                merge(was.ports(), now.ports(), (a, b) -> a.socket().equals(b.socket())),
                merge(was.sidecars(), now.sidecars(), (a, b) -> a.id().equals(b.id())),
                now.elsewhere());
    }

    private static <T> List<T> merge(List<T> first, List<T> second, BiPredicate<T, T> same) {
        List<T> merged = new ArrayList<>(first);
        for (T item : second) {
            if (first.stream().noneMatch(f -> same.test(f, item))) {
                merged.add(item);
            }
        }
        return merged;
    }
}
