package porthole.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.Snapshot;

/**
 * What is wired to what at one moment: the networks and containers of a snapshot, or those of them that were asked for.
 *
 * <p>Containers that are not running hold no sandbox, so they are on no network now: they are left out and counted,
 * unless they were asked for by name. {@code host} and {@code none} are modes rather than networks and never bands.
 *
 * @param snapshot all that there was
 * @param bands the networks shown, in the snapshot's order: the default bridge first, then by creation
 * @param boxes the containers shown, in the snapshot's order
 * @param stopped how many containers are left out because they do not run
 */
public record Topology(Snapshot snapshot, List<Network> bands, List<Box> boxes, int stopped) {
    public Topology {
        bands = List.copyOf(bands);
        boxes = List.copyOf(boxes);
    }

    /** Everything that runs, and every network. */
    public static Topology of(Snapshot snapshot) {
        return Selection.everything(snapshot).topology();
    }

    /**
     * What the names name: a network brings its containers, a container brings its networks (and the container whose
     * sandbox it shares). A name that is both, as {@code bridge} may be, brings both. No names means everything.
     *
     * @param names of networks and containers, or beginnings of their ids
     * @throws IllegalArgumentException with a sentence, where a name is neither
     */
    public static Topology of(Snapshot snapshot, Collection<String> names) {
        return names.isEmpty()
                ? of(snapshot)
                : Selection.named(snapshot, names, true).topology();
    }

    /** As {@link #of(Snapshot, Collection)}, passing over names that are neither: one half of a change may lack them. */
    public static Topology ofKnown(Snapshot snapshot, Collection<String> names) {
        return names.isEmpty()
                ? of(snapshot)
                : Selection.named(snapshot, names, false).topology();
    }

    /** Whether {@code network} is a band and no mode. */
    public static boolean isBand(Network network) {
        return !network.driver().equals("host") && !network.driver().equals("null");
    }

    /** Whether the container has a sandbox now. One that is being restarted has none: its next one is not made yet. */
    public static boolean isLive(Container container) {
        return switch (container.state()) {
            case "running", "paused" -> true;
            default -> false;
        };
    }

    /** The boxes that have a leg on {@code network}. */
    public List<Box> on(Network network) {
        return boxes.stream().filter(box -> box.leg(network).isPresent()).toList();
    }

    /** The attached boxes, grouped by what holds them together, in order of their first band; no group is empty. */
    public List<List<Box>> groups() {
        List<List<Box>> groups = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Network band : bands) {
            List<Box> group = new ArrayList<>();
            gather(band, seen, group);
            if (!group.isEmpty()) {
                groups.add(group);
            }
        }
        return groups;
    }

    private void gather(Network band, Set<String> seen, List<Box> group) {
        if (!seen.add(band.id())) {
            return;
        }
        for (Box box : on(band)) {
            if (box.standing() == Standing.ATTACHED && seen.add(box.container().id())) {
                group.add(box);
                box.legs().forEach(leg -> gather(leg.network(), seen, group));
            }
        }
    }
}
