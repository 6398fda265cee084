package porthole.topology;

import java.util.Optional;
import porthole.topology.Reachability.Reason;

/**
 * What ought to become of one call to one address.
 *
 * @param outcome what comes back
 * @param reason why
 * @param network the network that decides, where one does
 */
public record Verdict(Outcome outcome, Reason reason, Optional<String> network) {
    static Verdict of(Outcome outcome, Reason reason) {
        return new Verdict(outcome, reason, Optional.empty());
    }

    static Verdict of(Outcome outcome, Reason reason, String network) {
        return new Verdict(outcome, reason, Optional.of(network));
    }

    Verdict with(Outcome other, Reason why) {
        return new Verdict(other, why, network);
    }
}
