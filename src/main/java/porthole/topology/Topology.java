package porthole.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.Snapshot;

/**
 * What is connected to what at one moment: all networks and containers of a snapshot, or those that were asked for.
 *
 * <p>Containers that do not run are connected to nothing now: they are left out and counted, unless they were asked for
 * by name. {@code host} and {@code none} are kinds of network without a range of their own, so they are not among the
 * networks.
 *
 * @param snapshot everything that there was
 * @param bands the networks to show, in the snapshot's order: the default bridge first, then by the time when they were
 *     created
 * @param boxes the containers to show, in the snapshot's order
 * @param stopped how many containers are left out because they do not run
 */
public record Topology(Snapshot snapshot, List<Network> bands, List<Box> boxes, int stopped) {
    public Topology {
        bands = List.copyOf(bands);
        boxes = List.copyOf(boxes);
    }

    /**
     * Gives everything that runs, and every network.
     *
     * @param snapshot what is on the engine
     */
    public static Topology of(Snapshot snapshot) {
        return Selection.everything(snapshot).topology();
    }

    /**
     * Gives a part of what is on the engine: a network with its containers, a container with its networks (and with the
     * container whose network it shares). A name that both a network and a container have means both.
     *
     * @param snapshot what is on the engine
     * @param names names of networks and containers, or beginnings of their ids; none means everything
     * @throws IllegalArgumentException with a sentence if a name is neither a network's nor a container's
     */
    public static Topology of(Snapshot snapshot, Collection<String> names) {
        return names.isEmpty()
                ? of(snapshot)
                : Selection.named(snapshot, names, true).topology();
    }

    /**
     * Gives a part of what is on the engine as {@link #of(Snapshot, Collection)} does, but leaves out names that do not
     * exist: before or after a change some may not.
     *
     * @param snapshot what is on the engine
     * @param names names of networks and containers, or beginnings of their ids; none means everything
     */
    static Topology ofKnown(Snapshot snapshot, Collection<String> names) {
        return names.isEmpty()
                ? of(snapshot)
                : Selection.named(snapshot, names, false).topology();
    }

    /**
     * Whether a network has a range of its own, so that it is drawn; {@code host} and {@code none} have not.
     *
     * @param network the network
     */
    static boolean isBand(Network network) {
        return !network.driver().equals("host") && !network.driver().equals("null");
    }

    /**
     * Whether a container has a network namespace now: it is running or paused. One that is restarting has none until
     * it runs again.
     *
     * @param container the container
     */
    public static boolean isLive(Container container) {
        return switch (container.state()) {
            case "running", "paused" -> true;
            default -> false;
        };
    }

    /**
     * Lists the containers to show that are connected to a network.
     *
     * @param network one of {@link #bands}
     */
    public List<Box> on(Network network) {
        return boxes.stream().filter(box -> box.leg(network).isPresent()).toList();
    }

    /**
     * Groups the connected containers by what holds them together: containers are in one group if a chain of shared
     * networks joins them.
     *
     * @return the groups, in the order of their first network; none is empty
     */
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

    /**
     * Gives a part of this: the networks that are named with their containers, the containers that are named with their
     * networks. Names that do not exist are left out.
     *
     * @param names names of networks and containers, or beginnings of their ids
     */
    public Topology only(Collection<String> names) {
        Topology part = Selection.named(snapshot, names, false).topology();
        List<String> kept = part.bands().stream().map(Network::id).toList();
        List<String> shown = part.boxes().stream().map(b -> b.container().id()).toList();
        return restricted(n -> kept.contains(n.id()), c -> shown.contains(c.id()));
    }

    /**
     * Gives this without the networks and containers that are named, and without the containers that share the
     * interfaces of one that is. Names that do not exist are left out.
     *
     * @param names names of networks and containers, or beginnings of their ids
     */
    public Topology without(Collection<String> names) {
        Set<String> gone = new HashSet<>();
        for (String name : names) {
            snapshot.network(name).ifPresent(n -> gone.add(n.id()));
            snapshot.container(name).ifPresent(c -> gone.add(c.id()));
        }
        return restricted(n -> !gone.contains(n.id()), c -> !gone.contains(c.id()));
    }

    private Topology restricted(Predicate<Network> networks, Predicate<Container> containers) {
        List<Network> kept = bands.stream().filter(networks).toList();
        List<Box> shown = boxes.stream()
                .filter(box -> containers.test(box.container()))
                .map(box -> box.restricted(kept, containers))
                .toList();
        return new Topology(snapshot, kept, shown, stopped);
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
