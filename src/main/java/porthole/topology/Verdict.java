package porthole.topology;

import java.util.Locale;
import java.util.Optional;
import porthole.display.Sentences;
import porthole.topology.Reachability.Reason;

/**
 * What is predicted for one call to one address.
 *
 * @param outcome what the caller will see
 * @param reason why
 * @param network the name of the network that decides; empty if none does
 */
public record Verdict(CallOutcome outcome, Reason reason, Optional<String> network) {
    private static final Sentences SENTENCES = Sentences.of(Verdict.class);

    static Verdict of(CallOutcome outcome, Reason reason) {
        return new Verdict(outcome, reason, Optional.empty());
    }

    static Verdict of(CallOutcome outcome, Reason reason, String network) {
        return new Verdict(outcome, reason, Optional.of(network));
    }

    Verdict with(CallOutcome other, Reason why) {
        return new Verdict(other, why, network);
    }

    /**
     * Gives the reason as a clause in the reader's language, to be written after a colon.
     *
     * @param from the name of the caller
     * @param to the name of the called
     */
    public String because(String from, String to) {
        return SENTENCES.say("because." + reason.name().toLowerCase(Locale.ROOT), from, to, network.orElse(""));
    }
}
