package porthole.picture.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porthole.network.Cabling;
import porthole.network.Cabling.End;
import porthole.network.Cabling.Room;
import porthole.picture.form.Bounds;

/**
 * Where the namespaces and the cables' ends of a wiring stand: the same in all its steps, so that they can follow each
 * other in a film.
 */
final class CablingPlaces {
    static final double EDGE = 14;
    private static final double PLUG = 42;
    private static final double PLUG_INSIDE = 60;
    /** The widest that lies on the host. */
    private static final double OUTSIDE = 132;
    /** Holds the longest address with its prefix and a plus. */
    private static final double PLUG_WIDEST = 190;

    private static final double ROOM = 148;
    /** Holds a default route. */
    private static final double ONE_ROOM = 216;

    private static final double BETWEEN = 78;
    /** Above the namespaces where nothing is: a cable from one to the other needs it. */
    private static final double ARCH = 66;

    private final Cabling now;
    private final double width;
    private final boolean bridge;
    private final double row;
    private final double rooms;
    private final Map<Integer, Placed> placed = new HashMap<>();
    private final List<Placed> all = new ArrayList<>();

    /** An end and its place; {@code below} is whether its cable leaves downwards. */
    record Placed(End end, String where, Bounds bounds, boolean below) {
        double x() {
            return bounds.centre();
        }

        double y() {
            return below ? bounds.bottom() : bounds.y();
        }

        double away() {
            return below ? 46 : -46;
        }
    }

    /**
     * Places everything.
     *
     * @param top the y of the host's upper edge
     * @param band how high the bridge is; 0 without one
     * @param still whether there is room for what other steps have; else as little as this one needs
     */
    CablingPlaces(Cabling now, double width, double top, double band, boolean still) {
        this.now = now;
        this.width = width;
        bridge = band > 0;
        row = top + EDGE + (bridge ? band - 4 : 10);
        boolean bare = !still && !bridge && now.outside().isEmpty();
        rooms = bare ? top + ARCH : row + PLUG + BETWEEN;
        for (int i = 0; i < now.rooms().size(); i++) {
            inside(now.rooms().get(i), room(i));
        }
        outside();
    }

    /** All ends. */
    List<Placed> all() {
        return all;
    }

    /** The other end of a cable. */
    Optional<Placed> other(Placed end) {
        return Optional.ofNullable(placed.get(-end.end().cable()));
    }

    double bottom() {
        return rooms + ROOM + EDGE;
    }

    /** A namespace. */
    Bounds room(int index) {
        int count = now.rooms().size();
        if (count == 1) {
            double wide = Math.max(ONE_ROOM, width / 2 - EDGE - 24);
            return new Bounds(width - EDGE - wide, rooms, wide, ROOM);
        }
        double wide = (width - EDGE * (count + 1)) / count;
        return new Bounds(EDGE + index * (wide + EDGE), rooms, wide, ROOM);
    }

    private void inside(Room room, Bounds bounds) {
        List<End> ends = room.ends();
        double slot = (bounds.width() - 12) / Math.max(1, ends.size());
        double plug = Math.min(PLUG_WIDEST, slot - 8);
        for (int e = 0; e < ends.size(); e++) {
            double x = bounds.x() + 6 + slot * (e + 0.5) - plug / 2;
            put(ends.get(e), room.name(), new Bounds(x, rooms + 8, plug, PLUG_INSIDE), false);
        }
    }

    /** What is in the bridge, or will be, hangs over the other end of its cable; what else is loose lies on the left. */
    private void outside() {
        boolean one = now.rooms().size() == 1 && bridge;
        double right = one ? room(0).x() - 12 : width - EDGE;
        List<End> ends =
                now.outside().stream().sorted(Comparator.comparing(End::name)).toList();
        long loose = ends.stream().filter(e -> over(e, one).isEmpty()).count();
        double slot = (right - EDGE) / Math.max(one ? 1 : 2, loose);
        int next = 0;
        for (End end : ends) {
            Optional<Double> over = over(end, one);
            double plug = over.isPresent() && one ? OUTSIDE : Math.min(OUTSIDE, slot - 10);
            double x = over.orElse(EDGE + slot * (next + 0.5));
            next += over.isPresent() ? 0 : 1;
            put(end, "", new Bounds(x - plug / 2, docked(end) ? row : row + 18, plug, PLUG), true);
        }
    }

    /** @param one whether there is one namespace, over which the end stays that does not go into it */
    private Optional<Double> over(End end, boolean one) {
        Optional<Double> inside = now.otherEnd(end)
                .map(e -> placed.get(e.cable()))
                .filter(p -> !p.below())
                .map(Placed::x);
        if (inside.isPresent() && (docked(end) || one)) {
            return inside;
        }
        boolean last = now.otherEnd(end)
                .filter(e -> now.outside().contains(e) && e.name().compareTo(end.name()) < 0)
                .isPresent();
        return one && last ? Optional.of(room(0).centre()) : Optional.empty();
    }

    private boolean docked(End end) {
        return end.bridge().equals(Optional.of(now.bridge()));
    }

    private void put(End end, String where, Bounds bounds, boolean below) {
        Placed it = new Placed(end, where, bounds, below);
        all.add(it);
        if (end.cable() != 0) {
            placed.put(end.cable(), it);
        }
    }
}
