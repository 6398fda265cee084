package porthole.topology;

import java.util.Locale;
import java.util.Optional;
import porthole.display.Sentences;
import porthole.topology.Reachability.Reason;

/**
 * What ought to become of one call to one address.
 *
 * @param outcome what comes back
 * @param reason why
 * @param network the network that decides, where one does
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

    /** The reason as half a sentence in the reader's language, to stand behind a colon. */
    public String because(String from, String to) {
        return SENTENCES.say("because." + reason.name().toLowerCase(Locale.ROOT), from, to, network.orElse(""));
    }
}
