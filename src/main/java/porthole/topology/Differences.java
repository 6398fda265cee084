package porthole.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.network.Container;
import porthole.network.Endpoint;

/** Compares two moments. */
final class Differences {
    private final Topology before;
    private final Topology after;
    private final List<Difference> found = new ArrayList<>();

    Differences(Topology before, Topology after) {
        this.before = before;
        this.after = after;
    }

    List<Difference> all() {
        networks();
        containers();
        for (Box was : before.boxes()) {
            Change.box(after, was.container()).ifPresent(now -> legs(was, now));
        }
        for (Box was : before.boxes()) {
            Change.box(after, was.container()).ifPresent(now -> ports(was, now));
        }
        return found;
    }

    private void networks() {
        before.bands().stream()
                .filter(b -> after.bands().stream().noneMatch(a -> a.id().equals(b.id())))
                .forEach(b -> found.add(new Difference.OfNetwork(Mark.WENT, b)));
        after.bands().stream()
                .filter(a -> before.bands().stream().noneMatch(b -> b.id().equals(a.id())))
                .forEach(a -> found.add(new Difference.OfNetwork(Mark.CAME, a)));
    }

    private void containers() {
        for (Container was : containers(before)) {
            Optional<Container> now = find(after, was);
            if (now.isEmpty()) {
                found.add(new Difference.OfContainer(Mark.WENT, was));
            } else if (!now.get().name().equals(was.name())
                    || !now.get().state().equals(was.state())) {
                found.add(new Difference.OfContainer(Mark.MOVED, now.get()));
            }
        }
        containers(after).stream()
                .filter(c -> find(before, c).isEmpty())
                .forEach(c -> found.add(new Difference.OfContainer(Mark.CAME, c)));
    }

    private static List<Container> containers(Topology topology) {
        return topology.boxes().stream()
                .flatMap(b -> Stream.concat(Stream.of(b.container()), b.sidecars().stream()))
                .toList();
    }

    private static Optional<Container> find(Topology topology, Container container) {
        return containers(topology).stream()
                .filter(c -> c.id().equals(container.id()))
                .findFirst();
    }

    private void legs(Box was, Box now) {
        for (Leg old : was.legs()) {
            Optional<Leg> leg = now.leg(old.network());
            if (leg.isEmpty()) {
                found.add(new Difference.OfLeg(Mark.WENT, now.container(), old, Optional.empty()));
            } else if (moved(old.endpoint(), leg.get().endpoint())) {
                found.add(new Difference.OfLeg(Mark.MOVED, now.container(), leg.get(), Optional.of(old)));
            }
        }
        now.legs().stream()
                .filter(leg -> was.leg(leg.network()).isEmpty())
                .forEach(leg -> found.add(new Difference.OfLeg(Mark.CAME, now.container(), leg, Optional.empty())));
    }

    private static boolean moved(Endpoint was, Endpoint now) {
        return !was.address().equals(now.address())
                || !was.address6().equals(now.address6())
                || !was.interfaceName().equals(now.interfaceName())
                || changed(was, now);
    }

    /** Whether an interface went off or lost its address, or the reverse. */
    private static boolean changed(Endpoint was, Endpoint now) {
        return was.works() != now.works() || (!now.works() && !was.seen().equals(now.seen()));
    }

    private void ports(Box was, Box now) {
        was.ports().stream()
                .filter(p -> now.ports().stream().noneMatch(q -> q.socket().equals(p.socket())))
                .forEach(p -> found.add(new Difference.OfPort(Mark.WENT, now.container(), p)));
        now.ports().stream()
                .filter(p -> was.ports().stream().noneMatch(q -> q.socket().equals(p.socket())))
                .forEach(p -> found.add(new Difference.OfPort(Mark.CAME, now.container(), p)));
    }
}
