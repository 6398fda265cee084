package porthole.probe;

import java.util.List;
import porthole.topology.Journey;
import porthole.topology.JourneyEvidence;
import porthole.topology.JourneyStation;
import porthole.topology.JourneyStation.Kind;

/** What tests ask of a journey. */
final class JourneyReading {
    private JourneyReading() {}

    static List<Kind> kinds(Journey journey) {
        return journey.stations().stream().map(JourneyStation::kind).toList();
    }

    static <E extends JourneyEvidence> List<E> evidence(Journey journey, Kind kind, Class<E> form) {
        return journey.stations(kind).stream()
                .flatMap(s -> s.evidence().stream())
                .filter(form::isInstance)
                .map(form::cast)
                .toList();
    }
}
