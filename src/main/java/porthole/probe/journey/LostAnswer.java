package porthole.probe.journey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import porthole.probe.journey.DroppingRules.Found;
import porthole.probe.journey.DroppingRules.None;
import porthole.probe.journey.DroppingRules.One;
import porthole.probe.journey.DroppingRules.Several;
import porthole.topology.Journey.Ending;
import porthole.topology.Journey.Gap;
import porthole.topology.Journey.Loss;
import porthole.topology.Journey.Missing;
import porthole.topology.Journey.Undecided;
import porthole.topology.Journey.Unseen;
import porthole.topology.JourneyEvidence;
import porthole.topology.JourneyStation;
import porthole.topology.JourneyStation.Kind;
import porthole.topology.PacketFlow;

/**
 * The called's kernel took the call (SYN, ACK), and the caller never heard of it.
 *
 * @param asked the packet that asked for the connection
 */
record LostAnswer(Surroundings surroundings, SeenPacket asked) {
    /** The end, if an answer was seen at all. */
    Optional<JourneyEnd> end() {
        return seenLast().map(seen -> {
            PacketFlow flow = seen.packet().flow();
            JourneyEvidence.Captured passed = surroundings.captured(seen);
            JourneyStation answer = new JourneyStation(
                    Kind.ANSWER,
                    seen.lookout().where,
                    seen.lookout().host,
                    seen.device(),
                    "",
                    seen.packet().outgoing(),
                    Optional.of(flow),
                    Optional.of(flow),
                    List.of(new JourneyEvidence.Captured(
                            passed.device(), /* there= */ passed.back(), /* back= */ passed.there(), passed.bytes())));
            String in = seen.packet().outgoing() ? "" : seen.ruled();
            Found found = seen.hasLeft()
                    ? new None(List.of())
                    : new DroppingRules(seen.lookout())
                            .of(
                                    flow,
                                    in,
                                    surroundings.bridges().device(seen.lookout(), flow.destination()),
                                    passed.there());
            return end(List.of(answer), seen, flow, found);
        });
    }

    /** The end, if it never left the called, and one rule there tells that it was to. */
    Optional<JourneyEnd> unsent(Sighting last) {
        PacketFlow flow = last.packet().flow().back();
        Found found = new DroppingRules(last.lookout()).of(flow, "", last.ruled(), 0);
        return found instanceof One ? Optional.of(end(List.of(), last, flow, found)) : Optional.empty();
    }

    private static JourneyEnd end(List<JourneyStation> before, Sighting at, PacketFlow flow, Found found) {
        List<JourneyStation> stations = new ArrayList<>(before);
        if (found instanceof One one) {
            stations.add(EndFinder.filter(at.lookout(), one, flow));
            return new JourneyEnd.Stopped(Ending.ANSWER_LOST, stations);
        }
        if (at.isOutside()) {
            Gap beyond = new Unseen(Missing.OUTSIDE, flow.destination(), "");
            return new JourneyEnd.Unknown(Ending.ANSWER_LOST, stations, List.of(beyond));
        }
        String where = at.lookout().where;
        Gap gap = found instanceof Several several
                ? new Undecided(where, true, several.rules())
                : new Loss(where, true, ((None) found).others());
        return new JourneyEnd.Unknown(Ending.ANSWER_LOST, stations, List.of(gap));
    }

    /** Where it was seen for the first time, the last of these places. */
    private Optional<Sighting> seenLast() {
        return surroundings.lookouts().stream()
                .flatMap(l -> l.packets().stream()
                        .filter(p -> p.takes(asked.sequence()))
                        .collect(java.util.stream.Collectors.toMap(
                                p -> List.of(p.device(), p.outgoing()),
                                p -> p,
                                (one, other) -> one.micros() <= other.micros() ? one : other))
                        .values()
                        .stream()
                        .map(p -> new Sighting(l, p)))
                .max(Comparator.comparingLong(s -> s.packet().micros()));
    }
}
