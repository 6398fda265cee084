package porthole.probe.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import porthole.topology.Journey.Missing;
import porthole.topology.JourneyEvidence;
import porthole.topology.JourneyStation;
import porthole.topology.JourneyStation.Kind;
import porthole.topology.PacketFlow;

/** A program on the host that took the connection, and made another one to go on: docker-proxy. */
record HandedOn(Stations way, CallAsked question, List<Lookout> lookouts) {
    /** Follows the second connection, if there is such a program; gives the packet that asked for that connection. */
    Optional<SeenPacket> follow() {
        Sighting last = way.last().orElseThrow();
        if (!last.lookout().host || last.hasLeft()) {
            return Optional.empty();
        }
        PacketFlow first = last.packet().flow();
        Optional<SeenPacket> marked = marked(last, first);
        Optional<JourneyEvidence.Listening> listens =
                last.lookout().state().listening(first.destination(), first.destinationPort());
        boolean proxy = listens.flatMap(JourneyEvidence.Listening::process)
                .filter(p -> p.startsWith("docker-proxy ") || p.startsWith("rootlesskit"))
                .isPresent();
        if (marked.isEmpty() && !proxy) {
            return Optional.empty();
        }
        Optional<SeenPacket> second = marked.or(() -> only(last, first));
        List<JourneyEvidence> evidence = new ArrayList<>();
        listens.ifPresent(evidence::add);
        marked.ifPresent(s -> evidence.add(new JourneyEvidence.Marked(question.mark())));
        unused(last, second.map(SeenPacket::flow)).ifPresent(evidence::add);
        way.soFar()
                .add(new JourneyStation(
                        Kind.PROXY,
                        last.lookout().where,
                        true,
                        listens.flatMap(JourneyEvidence.Listening::process).orElse(""),
                        "",
                        false,
                        Optional.of(first),
                        second.map(SeenPacket::flow),
                        evidence));
        second.ifPresentOrElse(
                s -> way.follow(s, s.flow(), false),
                () -> way.gap(Missing.SECOND_CONNECTION, last.lookout().where, ""));
        return second;
    }

    /** Whether the connection that a packet asked for was taken where the packet was seen last. */
    static boolean isTaken(Sighting last, SeenPacket asked) {
        return last.lookout().packets().stream().anyMatch(p -> p.takes(asked.sequence()));
    }

    /** The packet that asked for the connection over which the marked request went a second time. */
    private Optional<SeenPacket> marked(Sighting last, PacketFlow first) {
        List<PacketFlow> marked = last.lookout().packets().stream()
                .filter(p -> p.data().contains(question.mark())
                        && !question.isOwn(p.flow().sourcePort()))
                .map(SeenPacket::flow)
                .distinct()
                .toList();
        return asking(last, first, p -> marked.contains(p.flow())).findFirst();
    }

    /** Where no request went on: the one connection for which the host asked the called meanwhile. */
    private Optional<SeenPacket> only(Sighting last, PacketFlow first) {
        List<SeenPacket> asking = asking(
                        last,
                        first,
                        p -> question.called().ports().contains(p.flow().destinationPort())
                                && !question.isOwn(p.flow().sourcePort()))
                .toList();
        boolean one = asking.stream().map(SeenPacket::flow).distinct().count() == 1;
        return one ? Optional.of(asking.get(0)) : Optional.empty();
    }

    private java.util.stream.Stream<SeenPacket> asking(Sighting last, PacketFlow first, Predicate<SeenPacket> meant) {
        return last.lookout().packets().stream()
                .filter(p -> p.asks() && p.outgoing() && !p.flow().equals(first))
                .filter(p -> p.micros() >= last.packet().micros() && meant.test(p));
    }

    /** The rule that would have rewritten the destination for other callers, and counted nothing. */
    private static Optional<JourneyEvidence.Counted> unused(Sighting last, Optional<PacketFlow> second) {
        if (second.isEmpty() || !last.lookout().counts()) {
            return Optional.empty();
        }
        RuleCounters before = last.lookout().before().counters();
        RuleCounters after = last.lookout().state().counters();
        String port = String.valueOf(last.packet().flow().destinationPort());
        return after.packets().keySet().stream()
                .filter(r -> r.target().equals("DNAT")
                        && r.value("--dport").filter(port::equals).isPresent()
                        && r.value("--to-destination")
                                .filter(second.get().to()::equals)
                                .isPresent())
                .filter(r -> after.gained(before, r) == 0)
                .map(r -> new JourneyEvidence.Counted(r.table(), r.text(), 0, 1))
                .findFirst();
    }
}
