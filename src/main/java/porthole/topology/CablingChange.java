package porthole.topology;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import porthole.network.Cabling;

/**
 * What one command has made of a wiring that is built by hand.
 *
 * @param before what was there before; empty at the beginning
 * @param after what is there now
 * @param command the command
 * @param packet that the command sent; empty if it sent none, or to an address of its own
 */
public record CablingChange(Optional<Cabling> before, Cabling after, String command, Optional<Packet> packet) {
    /**
     * A packet that was sent.
     *
     * @param room the namespace from which it was sent; empty for the host's
     * @param end the interface through which Linux sends to that address; empty where it knows no way
     * @param answered whether an answer came
     */
    public record Packet(String room, String end, boolean answered) {}

    /** All steps. */
    public List<CablingStep> steps() {
        return CablingStep.of(after.rooms().size());
    }

    /** The steps that are done now. */
    public Set<CablingStep> done() {
        return CablingStep.done(after);
    }

    /** Whether a step is done now and was not before. */
    public boolean isNew(CablingStep step) {
        return done().contains(step) && !doneBefore().contains(step);
    }

    /** Whether a step was done before and is not now. */
    public boolean isUndone(CablingStep step) {
        return !done().contains(step) && doneBefore().contains(step);
    }

    private Set<CablingStep> doneBefore() {
        return before.map(CablingStep::done).orElse(Set.of());
    }

    /** What is so now and was not before. */
    public List<CablingFact> came() {
        return CablingFact.only(after, before);
    }

    /** What was so before and is not now. */
    public List<CablingFact> went() {
        return before.map(b -> CablingFact.only(b, Optional.of(after))).orElse(List.of());
    }
}
