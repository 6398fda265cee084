package porthole.picture.story;

import static porthole.picture.story.Phrases.SENTENCES;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.Subnet;
import porthole.picture.story.GridContent.Dot;
import porthole.picture.story.GridContent.Row;
import porthole.picture.story.PictureContent.Words;
import porthole.topology.Box;
import porthole.topology.Leg;
import porthole.topology.Mark;
import porthole.topology.Standing;
import porthole.topology.Topology;

/**
 * A grid's rows: containers by their first network, then by their address on it; those without a network last. Beyond
 * {@value #MOST} containers, those on the same networks that nothing else tells apart share a row that names them all.
 */
final class GridRows {
    /** Up to so many containers each has its own row. */
    static final int MOST = 30;

    private static final String UNBROKEN = "\u00a0";

    private final Topology topology;
    private final Marks marks;
    private final Telling telling;
    private final List<String> networks;
    private final Openings openings;
    private final boolean folded;

    GridRows(Topology topology, Marks marks, Telling telling, List<Network> shown) {
        this.topology = topology;
        this.marks = marks;
        this.telling = telling;
        networks = shown.stream().map(Network::id).toList();
        openings = new Openings(marks);
        folded = Figures.containers(topology.boxes()).size() > MOST;
    }

    List<Row> all() {
        List<Box> sorted = topology.boxes().stream().sorted(order()).toList();
        Map<Object, List<Box>> groups = new LinkedHashMap<>();
        for (Box box : sorted) {
            groups.computeIfAbsent(folded ? alike(box) : box, k -> new ArrayList<>())
                    .add(box);
        }
        return groups.values().stream().flatMap(this::rows).toList();
    }

    /** The same with numbers from {@code first}. */
    static List<Row> numbered(List<Row> rows, int first) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> rows.get(i).numbered(first + i))
                .toList();
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

    private Stream<Row> rows(List<Box> group) {
        Box box = group.get(0);
        Row row = group.size() == 1 ? single(box) : several(group);
        return Stream.concat(Stream.of(row), box.sidecars().stream().map(c -> sidecar(box, c)));
    }

    private Row single(Box box) {
        Container container = box.container();
        Mark mark = marks.of(container);
        return new Row(
                container.id(),
                new Words(BandLabels.signed(mark, Figures.shown(container.name())), container.name()),
                List.of(container.name()),
                0,
                under(box),
                Stream.concat(box.legs().stream().map(leg -> dot(container, leg)), second(box))
                        .toList(),
                mode(box),
                openings.of(List.of(box), folded),
                false,
                box.standing() == Standing.STOPPED || mark == Mark.WENT,
                mark);
    }

    private List<String> under(Box box) {
        List<String> under = new ArrayList<>();
        if (box.legs().isEmpty() && box.standing() != Standing.ATTACHED && box.standing() != Standing.STOPPED) {
            under.add(Figures.caption(box.container()));
        }
        if (!box.container().state().equals("running")) {
            under.add(SENTENCES.say("state", box.container().state()));
        }
        List<String> drawn = secondNetworks(box).stream().map(Network::name).toList();
        List<String> further =
                box.elsewhere().stream().filter(n -> !drawn.contains(n)).toList();
        if (!further.isEmpty()) {
            under.add(SENTENCES.say("elsewhere", String.join(SENTENCES.say("list.comma"), further)));
        }
        if (SecondLegs.has(topology.snapshot(), box) && !drawn.contains(SecondLegs.GATEWAY_BRIDGE)) {
            under.add(SENTENCES.say("second.leg"));
        }
        if (telling.isOther(box.container())) {
            under.add(SENTENCES.say("other"));
        }
        return under;
    }

    /** The networks of the swarm's own that the grid has lines for and the topology no legs on. */
    private List<Network> secondNetworks(Box box) {
        return SecondLegs.of(topology.snapshot(), box).stream()
                .filter(n -> networks.contains(n.id()))
                .toList();
    }

    private Stream<Dot> second(Box box) {
        Mark mark = marks.of(box.container());
        return secondNetworks(box).stream().map(n -> {
            String said = SecondLegs.address(box, n).orElseGet(() -> SENTENCES.say("second.dot"));
            return new Dot(n.id(), "", Words.of(said), tail(n, said), false, mark);
        });
    }

    private Dot dot(Container container, Leg leg) {
        Mark mark = marks.of(container, leg);
        String address = Phrases.place("", leg);
        String six = leg.endpoint()
                .address()
                .flatMap(a -> leg.endpoint().address6())
                .map(a -> ", " + a)
                .orElse("");
        return new Dot(
                leg.network().id(),
                device(container, leg),
                new Words(BandLabels.signed(mark, address), address + six),
                BandLabels.signed(mark, tail(leg.network(), address)),
                false,
                mark);
    }

    /** The cable's two ends, where both are known. */
    private String device(Container container, Leg leg) {
        String name = leg.endpoint().interfaceName().orElse("");
        return telling.veth(container, leg)
                .map(end -> end + GridContent.CABLE + name)
                .orElse(name);
    }

    private static String tail(Network network, String address) {
        return network.pool()
                .map(p -> p.subnet())
                .filter(s -> Subnet.isAddress(address) && s.contains(address))
                .map(s -> Names.tail(address, s.prefixLength()))
                .orElse(address);
    }

    private Row several(List<Box> group) {
        Box first = group.get(0);
        List<String> names = group.stream().map(Box::name).toList();
        Stream<Dot> second = secondNetworks(first).stream().map(n -> further(group, n));
        List<Dot> dots = Stream.concat(first.legs().stream().map(leg -> addresses(group, leg.network())), second)
                .toList();
        return new Row(
                first.container().id(),
                new Words(
                        SENTENCES
                                .say("grid.several", named(group), names.size())
                                .replace(" (", "\u00a0("),
                        String.join(SENTENCES.say("list.comma"), names)),
                names,
                0,
                under(first),
                dots,
                mode(first),
                openings.of(group, true),
                false,
                first.standing() == Standing.STOPPED,
                Mark.SAME);
    }

    /** Each with its address beside it, where it is on one network; names that follow each other are a range instead. */
    private static String named(List<Box> group) {
        String names = Names.all(group.stream().map(Box::name).toList());
        Box first = group.get(0);
        if (first.legs().size() != 1 || names.contains(Names.TO)) {
            return names;
        }
        Network network = first.legs().get(0).network();
        return group.stream()
                .map(box -> box.name()
                        + box.leg(network)
                                .flatMap(Leg::address)
                                .map(a -> UNBROKEN + tail(network, a))
                                .orElse(""))
                .collect(Collectors.joining(SENTENCES.say("list.comma")));
    }

    private static Dot addresses(List<Box> group, Network network) {
        return addresses(
                network,
                group.stream()
                        .flatMap(box -> box.leg(network).flatMap(Leg::address).stream())
                        .toList());
    }

    private static Dot further(List<Box> group, Network network) {
        List<String> all = group.stream()
                .flatMap(box -> SecondLegs.address(box, network).stream())
                .toList();
        String said = SENTENCES.say("second.dot");
        return all.isEmpty()
                ? new Dot(network.id(), "", Words.of(said), said, false, Mark.SAME)
                : addresses(network, all);
    }

    private static Dot addresses(Network network, List<String> all) {
        if (all.isEmpty()) {
            String none = SENTENCES.say("no.address");
            return new Dot(network.id(), "", Words.of(none), none, false, Mark.SAME);
        }
        String brief = Names.addresses(all.stream().map(a -> tail(network, a)).toList());
        String several = all.size() == 1 ? brief : SENTENCES.say("grid.each", brief);
        return new Dot(
                network.id(),
                "",
                new Words(several, String.join(SENTENCES.say("list.comma"), all)),
                brief,
                false,
                Mark.SAME);
    }

    /** What stands in the place of networks. */
    private static Optional<String> mode(Box box) {
        return switch (box.standing()) {
            case ATTACHED -> box.legs().isEmpty() ? Optional.of(SENTENCES.say("grid.alone")) : Optional.empty();
            case HOST -> Optional.of(SENTENCES.say("grid.host-mode"));
            case ALONE -> Optional.of(SENTENCES.say(box.legs().isEmpty() ? "grid.alone" : "no.address"));
            case BORROWED -> Optional.of(SENTENCES.say("grid.borrowed"));
            case STOPPED -> box.legs().isEmpty() ? Optional.of(SENTENCES.say("no.address")) : Optional.empty();
        };
    }

    /** It hangs on the row above: same interfaces, same addresses, same ports. */
    private Row sidecar(Box owner, Container sidecar) {
        Mark mark = marks.of(sidecar);
        String shared = Figures.shared(owner);
        List<Dot> dots = owner.legs().stream()
                .map(leg -> new Dot(
                        leg.network().id(),
                        "",
                        Words.of(SENTENCES.say("grid.shared")),
                        SENTENCES.say("grid.shared"),
                        true,
                        mark))
                .toList();
        return new Row(
                sidecar.id(),
                new Words(BandLabels.signed(mark, sidecar.name()), sidecar.name()),
                List.of(sidecar.name()),
                0,
                List.of("--network container:" + owner.name(), SENTENCES.say("grid.shares", shared, owner.name())),
                dots,
                owner.legs().isEmpty() ? Optional.of(shared) : Optional.empty(),
                List.of(),
                true,
                mark == Mark.WENT,
                mark);
    }
}
