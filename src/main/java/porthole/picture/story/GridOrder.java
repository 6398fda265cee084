package porthole.picture.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import porthole.network.Network;
import porthole.topology.Box;
import porthole.topology.Leg;
import porthole.topology.Mark;
import porthole.topology.Standing;
import porthole.topology.Topology;

/**
 * Which containers share a grid's row, and in which order rows stand: by their first network, then by their address on it;
 * those without a network last.
 */
final class GridOrder {
    private final Topology topology;
    private final Marks marks;
    private final Telling telling;
    private final List<String> networks;

    GridOrder(Topology topology, Marks marks, Telling telling, List<Network> shown) {
        this.topology = topology;
        this.marks = marks;
        this.telling = telling;
        networks = shown.stream().map(Network::id).toList();
    }

    /**
     * The containers of each row.
     *
     * @param folded whether those on the same networks that nothing else tells apart share a row
     */
    List<List<Box>> groups(boolean folded) {
        List<Box> sorted = topology.boxes().stream().sorted(order()).toList();
        Map<Object, List<Box>> groups = new LinkedHashMap<>();
        for (Box box : sorted) {
            groups.computeIfAbsent(folded ? alike(box) : box, k -> new ArrayList<>())
                    .add(box);
        }
        return List.copyOf(groups.values());
    }

    private Comparator<Box> order() {
        return Comparator.comparing((Box b) -> b.legs().isEmpty())
                .thenComparing(b -> first(b))
                .thenComparing(b -> b.legs().isEmpty() ? b.standing() : Standing.ATTACHED)
                .thenComparing(this::firstAddress, NaturalOrder.INSTANCE)
                .thenComparing(Box::name, NaturalOrder.INSTANCE);
    }

    /** What came just now moves nobody: a row stands where its earlier networks put it. */
    private List<Leg> before(Box box) {
        List<Leg> before = box.legs().stream()
                .filter(leg -> marks.of(box.container(), leg) != Mark.CAME)
                .toList();
        return before.isEmpty() ? box.legs() : before;
    }

    private int first(Box box) {
        return before(box).stream()
                .mapToInt(leg -> networks.indexOf(leg.network().id()))
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** Where the row's first dot is: dots of one network stand in the order of their addresses. */
    private String firstAddress(Box box) {
        int first = first(box);
        return before(box).stream()
                .filter(leg -> networks.indexOf(leg.network().id()) == first)
                .findFirst()
                .flatMap(Leg::address)
                .orElse("");
    }

    private record Alike(
            Standing standing,
            List<String> networks,
            List<String> elsewhere,
            String state,
            boolean other,
            String own) {}

    private Alike alike(Box box) {
        boolean changed = marks.of(box.container()) != Mark.SAME
                || box.legs().stream().anyMatch(leg -> marks.of(box.container(), leg) != Mark.SAME)
                || box.ports().stream().anyMatch(port -> marks.of(box.container(), port) != Mark.SAME);
        boolean alone = changed || !box.works() || !box.sidecars().isEmpty();
        return new Alike(
                box.standing(),
                box.legs().stream().map(leg -> leg.network().id()).toList(),
                box.elsewhere(),
                box.container().state(),
                telling.isOther(box.container()),
                alone ? box.container().id() : "");
    }
}
