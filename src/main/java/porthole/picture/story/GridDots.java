package porthole.picture.story;

import static porthole.picture.story.Phrases.SENTENCES;

import java.util.List;
import java.util.stream.Stream;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.Subnet;
import porthole.picture.story.GridContent.Dot;
import porthole.picture.story.PictureContent.Words;
import porthole.topology.Box;
import porthole.topology.Leg;
import porthole.topology.Mark;
import porthole.topology.Topology;

/** A grid's dots: where a container, or several in one row, are on a network, with their addresses there. */
final class GridDots {
    private final Topology topology;
    private final Marks marks;
    private final Telling telling;
    private final List<String> networks;

    GridDots(Topology topology, Marks marks, Telling telling, List<Network> shown) {
        this.topology = topology;
        this.marks = marks;
        this.telling = telling;
        networks = shown.stream().map(Network::id).toList();
    }

    /** The networks of the swarm's own that the grid has lines for and the topology no legs on. */
    List<Network> secondNetworks(Box box) {
        return SecondLegs.of(topology.snapshot(), box).stream()
                .filter(n -> networks.contains(n.id()))
                .toList();
    }

    Stream<Dot> second(Box box) {
        Mark mark = marks.of(box.container());
        return secondNetworks(box).stream().map(n -> {
            String said = SecondLegs.address(box, n).orElseGet(() -> SENTENCES.say("second.dot"));
            return new Dot(n.id(), "", Words.of(said), tail(n, said), false, false, mark);
        });
    }

    Dot dot(Container container, Leg leg) {
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
                !leg.works(),
                mark);
    }

    /** The cable's two ends, where both are known. */
    private String device(Container container, Leg leg) {
        String name = leg.endpoint().interfaceName().orElse("");
        return telling.veth(container, leg)
                .map(end -> end + GridContent.CABLE + name)
                .orElse(name);
    }

    static String tail(Network network, String address) {
        return network.pool()
                .map(p -> p.subnet())
                .filter(s -> Subnet.isAddress(address) && s.contains(address))
                .map(s -> Names.tail(address, s.prefixLength()))
                .orElse(address);
    }

    static Dot addresses(List<Box> group, Network network) {
        return addresses(
                network,
                group.stream()
                        .flatMap(box -> box.leg(network).flatMap(Leg::address).stream())
                        .toList());
    }

    static Dot further(List<Box> group, Network network) {
        List<String> all = group.stream()
                .flatMap(box -> SecondLegs.address(box, network).stream())
                .toList();
        String said = SENTENCES.say("second.dot");
        return all.isEmpty()
                ? new Dot(network.id(), "", Words.of(said), said, false, false, Mark.SAME)
                : addresses(network, all);
    }

    private static Dot addresses(Network network, List<String> all) {
        if (all.isEmpty()) {
            String none = SENTENCES.say("no.address");
            return new Dot(network.id(), "", Words.of(none), none, false, false, Mark.SAME);
        }
        String brief = Names.addresses(all.stream().map(a -> tail(network, a)).toList());
        String several = all.size() == 1 ? brief : SENTENCES.say("grid.each", brief);
        return new Dot(
                network.id(),
                "",
                new Words(several, String.join(SENTENCES.say("list.comma"), all)),
                brief,
                false,
                false,
                Mark.SAME);
    }
}
