package porthole.probe.journey;

import java.util.List;
import java.util.Optional;
import porthole.probe.journey.SeenPacket.Complaint;
import porthole.topology.Journey.Ending;
import porthole.topology.JourneyEvidence;
import porthole.topology.JourneyStation;
import porthole.topology.JourneyStation.Kind;
import porthole.topology.PacketFlow;

/**
 * A packet that goes no further without any rule: an interface is off, nobody on the network answers for the next address,
 * there is no route, or Linux itself drops it.
 *
 * @param lookout in whose namespace it was last
 * @param last where it was seen last; empty if it never left the caller
 */
record DeadEnd(Surroundings surroundings, CallMade call, Lookout lookout, Optional<Sighting> last, PacketFlow flow) {
    /** The end, if it is one. */
    Optional<JourneyEnd> end() {
        return off().or(this::neighbour).or(this::route).or(this::kernel);
    }

    private JourneyEnd at(Ending ending, Kind kind, String name, String belongs, JourneyEvidence evidence) {
        return at(ending, kind, lookout, name, belongs, evidence);
    }

    private JourneyEnd at(
            Ending ending, Kind kind, Lookout where, String name, String belongs, JourneyEvidence evidence) {
        return new JourneyEnd.Stopped(
                ending,
                List.of(new JourneyStation(
                        kind,
                        where.where,
                        where.host,
                        name,
                        belongs,
                        false,
                        Optional.of(flow),
                        Optional.empty(),
                        List.of(evidence))));
    }

    /** An interface through which the packet would have to go next. */
    private Optional<JourneyEnd> off() {
        return surroundings
                .off(last, call.device())
                .map(off -> at(
                        Ending.LOST,
                        Kind.OFF,
                        off.lookout(),
                        off.link().name(),
                        "",
                        new JourneyEvidence.Said("ip link", off.link().told())));
    }

    private Optional<JourneyEnd> neighbour() {
        if (last.filter(l -> l.packet().outgoing()).isPresent()) {
            return Optional.empty(); // it has left
        }
        String next = last.isEmpty() ? call.next(flow.destination()) : flow.destination();
        return lookout.state()
                .silence(next)
                .map(line -> at(
                        Ending.NO_NEIGHBOUR,
                        Kind.NEIGHBOUR,
                        device(line),
                        next,
                        new JourneyEvidence.Said("ip neigh", line)));
    }

    /** {@code 10.9.0.7 dev eth0 INCOMPLETE}. */
    private static String device(String line) {
        List<String> words = List.of(line.split(" ", -1));
        return words.get(words.indexOf("dev") + 1);
    }

    private Optional<JourneyEnd> route() {
        return complaint()
                .filter(Complaint::noRoute)
                .map(c -> at(
                        Ending.TURNED_BACK, Kind.ROUTE, "", "", new JourneyEvidence.Icmp(c.by(), c.type(), c.code())));
    }

    /** What this namespace itself has said of the packet. */
    private Optional<Complaint> complaint() {
        return last.stream()
                .filter(l -> !l.packet().outgoing())
                .flatMap(l -> lookout.packets().stream()
                        .filter(p -> p.outgoing() && p.sequence() == l.packet().sequence()))
                .flatMap(p -> p.complaint().stream())
                .findFirst();
    }

    private Optional<JourneyEnd> kernel() {
        return last.filter(l -> !l.packet().outgoing())
                .flatMap(l -> lookout.dropped(surroundings.captured(l).there()))
                .map(dropped -> at(
                        dropped.counter().equals("OutNoRoutes") ? Ending.ANSWER_LOST : Ending.LOST,
                        Kind.KERNEL,
                        dropped.counter(),
                        "",
                        dropped));
    }
}
