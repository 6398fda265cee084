package porthole.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import porthole.network.Container;
import porthole.network.Network;

/**
 * What one step did: two moments, and what differs.
 *
 * @param before the moment before
 * @param after the moment after
 * @param merged both at once: what was there before in its old order, then what came; what went is still in it
 * @param differences networks first, then containers, legs and ports; empty where nothing changed
 */
public record Change(Topology before, Topology after, Topology merged, List<Difference> differences) {
    public Change {
        differences = List.copyOf(differences);
    }

    /** What differs between two moments of one engine. Things are the same where their ids are. */
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

    /** What the step did to a network. */
    public Mark mark(Network network) {
        return first(differences.stream()
                .filter(d ->
                        d instanceof Difference.OfNetwork o && o.network().id().equals(network.id())));
    }

    /** What the step did to a container. */
    public Mark mark(Container container) {
        return first(differences.stream()
                .filter(d -> d instanceof Difference.OfContainer o
                        && o.container().id().equals(container.id())));
    }

    /** What the step did to a leg; a leg comes and goes with its container and its network. */
    public Mark mark(Container container, Leg leg) {
        Mark own = first(differences.stream()
                .filter(d -> d instanceof Difference.OfLeg o
                        && o.container().id().equals(container.id())
                        && o.leg().network().id().equals(leg.network().id())));
        return own == Mark.SAME ? withOwner(container) : own;
    }

    /** What the step did to a published port; it comes and goes with its container. */
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
