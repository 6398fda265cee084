package porthole.probe.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porthole.probe.call.Target;
import porthole.topology.Journey;
import porthole.topology.JourneyEvidence;
import porthole.topology.JourneyStation;
import porthole.topology.JourneyStation.Kind;

/** A call of which nothing was sent, and what goes before sending. */
final class Unsent {
    private Unsent() {}

    /** The caller asked for the address of a name. */
    static JourneyStation lookUp(Following.Party from, String name, Looked found, List<JourneyEvidence.Tried> tried) {
        List<JourneyEvidence> evidence = new ArrayList<>();
        evidence.add(
                found.addresses().isEmpty()
                        ? new JourneyEvidence.Nameless(name, found.by(), found.reply())
                        : new JourneyEvidence.LookedUp(name, String.join(", ", found.addresses()), found.by()));
        evidence.addAll(tried);
        return new JourneyStation(
                Kind.LOOKUP,
                from.where(),
                from.onHost(),
                name,
                "",
                false,
                Optional.empty(),
                Optional.empty(),
                evidence);
    }

    /** It had none. */
    static Journey noName(Following.Party from, String typed, Target target, Looked found) {
        return new Journey(
                from.name(),
                typed,
                List.of(lookUp(from, target.host(), found, List.of())),
                Journey.Ending.NO_NAME,
                0,
                Optional.empty(),
                List.of());
    }
}
