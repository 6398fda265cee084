package porthole.probe.journey;

import java.util.List;
import java.util.Optional;
import porthole.topology.Journey;
import porthole.topology.Journey.Ending;
import porthole.topology.Journey.Gap;
import porthole.topology.JourneyStation;
import porthole.topology.PacketFlow;

/**
 * How the way of a call ended: exactly one of these, so that a journey never tells of two ends.
 */
sealed interface JourneyEnd {
    /** What became of the call. */
    Ending ending();

    /** The stations to which it leads, behind those where the packet was seen. */
    default List<JourneyStation> stations() {
        return List.of();
    }

    /** What stays unknown behind it. */
    default List<Gap> gaps() {
        return List.of();
    }

    /** The addresses with which the call arrived; empty if it was not seen to arrive. */
    default Optional<PacketFlow> arrived() {
        return Optional.empty();
    }

    /** A connection stands; where it leads to is in the stations, as far as it was seen. */
    record Taken(Ending ending, List<JourneyStation> stations, List<Gap> gaps, Optional<PacketFlow> arrived)
            implements JourneyEnd {}

    /** The called's kernel refuses: nothing listens. */
    record Refused(Ending ending, JourneyStation station, PacketFlow flow) implements JourneyEnd {
        @Override
        public List<JourneyStation> stations() {
            return List.of(station);
        }

        @Override
        public Optional<PacketFlow> arrived() {
            return Optional.of(flow);
        }
    }

    /** The way ends at a place that is known: a rule, a missing neighbour, a missing route, an interface that is off. */
    record Stopped(Ending ending, List<JourneyStation> stations) implements JourneyEnd {}

    /** It is not known why nothing more was seen. */
    record Unknown(Ending ending, List<JourneyStation> stations, List<Gap> gaps) implements JourneyEnd {}

    /** Nothing was sent, which another station tells already. */
    record Nothing(Ending ending) implements JourneyEnd {}

    /** The journey, with this end. */
    default Journey after(CallAsked asked, int status, List<JourneyStation> before, List<Gap> known) {
        List<JourneyStation> stations = new java.util.ArrayList<>(before);
        stations.addAll(stations());
        List<Gap> unknown = new java.util.ArrayList<>(known);
        unknown.addAll(gaps());
        return new Journey(
                asked.from().name(),
                asked.typed(),
                stations,
                ending(),
                status,
                arrived(),
                unknown.stream().distinct().toList());
    }
}
