package porthole.picture.story;

import static porthole.picture.story.Phrases.SENTENCES;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import porthole.network.Container;
import porthole.network.Network;
import porthole.picture.story.GridContent.Dot;
import porthole.picture.story.GridContent.Row;
import porthole.picture.story.PictureContent.Words;
import porthole.topology.Box;
import porthole.topology.Leg;
import porthole.topology.Mark;
import porthole.topology.Standing;
import porthole.topology.Topology;

/**
 * A grid's rows, a container each. Beyond {@value #MOST} containers, those on the same networks that nothing else tells
 * apart share a row that names them all.
 */
final class GridRows {
    /** Up to so many containers each has its own row. */
    static final int MOST = 30;

    private static final String UNBROKEN = "\u00a0";

    private final Topology topology;
    private final Marks marks;
    private final Telling telling;
    private final GridOrder order;
    private final GridDots dots;
    private final Openings openings;
    private final boolean folded;

    GridRows(Topology topology, Marks marks, Telling telling, List<Network> shown) {
        this.topology = topology;
        this.marks = marks;
        this.telling = telling;
        order = new GridOrder(topology, marks, telling, shown);
        dots = new GridDots(topology, marks, telling, shown);
        openings = new Openings(marks);
        folded = Figures.containers(topology.boxes()).size() > MOST;
    }

    List<Row> all() {
        return order.groups(folded).stream().flatMap(this::rows).toList();
    }

    /** The same with numbers from {@code first}. */
    static List<Row> numbered(List<Row> rows, int first) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> rows.get(i).numbered(first + i))
                .toList();
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
                Stream.concat(box.legs().stream().map(leg -> dots.dot(container, leg)), dots.second(box))
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
        List<String> drawn =
                dots.secondNetworks(box).stream().map(Network::name).toList();
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

    private Row several(List<Box> group) {
        Box first = group.get(0);
        List<String> names = group.stream().map(Box::name).toList();
        Stream<Dot> second = dots.secondNetworks(first).stream().map(n -> GridDots.further(group, n));
        List<Dot> all = Stream.concat(
                        first.legs().stream().map(leg -> GridDots.addresses(group, leg.network())), second)
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
                all,
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
                                .map(a -> UNBROKEN + GridDots.tail(network, a))
                                .orElse(""))
                .collect(Collectors.joining(SENTENCES.say("list.comma")));
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
        String same = Figures.shared(owner);
        List<Dot> shared = owner.legs().stream()
                .map(leg -> new Dot(
                        leg.network().id(),
                        "",
                        Words.of(SENTENCES.say("grid.shared")),
                        SENTENCES.say("grid.shared"),
                        true,
                        false,
                        mark))
                .toList();
        return new Row(
                sidecar.id(),
                new Words(BandLabels.signed(mark, sidecar.name()), sidecar.name()),
                List.of(sidecar.name()),
                0,
                List.of("--network container:" + owner.name(), SENTENCES.say("grid.shares", same, owner.name())),
                shared,
                owner.legs().isEmpty() ? Optional.of(same) : Optional.empty(),
                List.of(),
                true,
                mark == Mark.WENT,
                mark);
    }
}
