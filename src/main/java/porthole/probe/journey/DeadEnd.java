package porthole.probe.journey;

import java.util.List;
import java.util.Optional;
import porthole.probe.journey.SeenPacket.Complaint;
import porthole.topology.JourneyEvidence;
import porthole.topology.JourneyStation;
import porthole.topology.JourneyStation.Kind;
import porthole.topology.PacketFlow;

/**
 * A packet that goes no further without any rule: nobody on the network answers for the next address, or there is no route.
 *
 * @param lookout in whose namespace it was last
 * @param last where it was seen last; empty if it never left the caller
 */
record DeadEnd(Stations stations, CallMade call, Lookout lookout, Optional<Sighting> last, PacketFlow flow) {
    /** Whether it is one; then a station says so. */
    boolean found() {
        if (last.filter(l -> l.packet().outgoing()).isPresent()) {
            return false; // it has left
        }
        String next = last.isEmpty() ? call.next(flow.destination()) : flow.destination();
        Optional<String> silence = lookout.state().silence(next);
        silence.ifPresent(line -> add(Kind.NEIGHBOUR, device(line), next, new JourneyEvidence.Said("ip neigh", line)));
        if (silence.isPresent()) {
            return true;
        }
        Optional<Complaint> complaint = complaint().filter(Complaint::noRoute);
        complaint.ifPresent(c -> add(
                Kind.ROUTE,
                "",
                "",
                new JourneyEvidence.Said(
                        "ICMP", c.by() + ": destination unreachable (type " + c.type() + ", code " + c.code() + ")")));
        return complaint.isPresent();
    }

    /** {@code 10.9.0.7 dev eth0 INCOMPLETE}. */
    private static String device(String line) {
        List<String> words = List.of(line.split(" ", -1));
        return words.get(words.indexOf("dev") + 1);
    }

    /** What this namespace itself has said of the packet. */
    private Optional<Complaint> complaint() {
        return last.stream()
                .flatMap(l -> lookout.packets().stream()
                        .filter(p -> p.outgoing() && p.sequence() == l.packet().sequence()))
                .flatMap(p -> p.complaint().stream())
                .findFirst();
    }

    private void add(Kind kind, String name, String belongs, JourneyEvidence evidence) {
        stations.soFar()
                .add(new JourneyStation(
                        kind,
                        lookout.where,
                        lookout.host,
                        name,
                        belongs,
                        false,
                        Optional.of(flow),
                        Optional.empty(),
                        List.of(evidence)));
    }
}
