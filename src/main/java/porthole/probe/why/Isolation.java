package porthole.probe.why;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.NetworkMode;
import porthole.network.Pool;
import porthole.network.Snapshot;
import porthole.probe.call.Callee;
import porthole.probe.call.Caller;
import porthole.probe.call.ProbeSentences;
import porthole.topology.Reachability;
import porthole.topology.Reachability.Reason;

/** Two that no packet joins, and why. */
final class Isolation {
    private Isolation() {}

    /** The host's own addresses as the caller sees them. */
    static List<String> gateways(CallObservation look) {
        return look.callerNetworks().stream()
                .filter(n -> n.driver().equals("bridge"))
                .flatMap(n -> n.pool().flatMap(Pool::gateway).stream())
                .toList();
    }

    /** Whether an address lies in the range of one of the engine's networks. */
    static boolean inRange(Snapshot snapshot, String address) {
        return snapshot.networks().stream()
                .flatMap(n -> n.pools().stream())
                .anyMatch(p -> p.subnet().contains(address));
    }

    private static Explanation of(Optional<Remedy> mend, String key, Object... parts) {
        return new Explanation(ProbeSentences.SENTENCES.say(key, parts), mend, Optional.empty());
    }

    static Explanation explain(Remedies remedies) {
        CallObservation look = remedies.look();
        String from = look.caller().name();
        if (look.called().isEmpty()) {
            boolean alone = look.caller().container().isPresent()
                    && look.callerNetworks().isEmpty();
            return alone
                    ? of(remedies.join(), "why.none", from)
                    : of(remedies.join(), "why.internal", from, names(look.callerNetworks()));
        }
        List<Container> lonely = lonely(look);
        if (!lonely.isEmpty()) {
            return of(remedies.join(), "why.none", lonely.get(0).name());
        }
        if (look.callee() instanceof Callee.Door) {
            return of(remedies.join(), "why.internal", from, names(look.callerNetworks()));
        }
        Reason reason = reason(look);
        if (reason == Reason.FORBIDDEN) {
            String network = look.predicted().flatMap(Reachability::network).orElse("");
            return of(remedies.join(), "why.forbidden", network);
        }
        if (reason == Reason.NO_LEG) {
            boolean overlay =
                    look.calledNetworks().stream().anyMatch(n -> n.driver().equals("overlay"));
            String key = overlay ? "why.no-leg-overlay" : "why.no-leg";
            return of(remedies.join(), key, names(look.calledNetworks()), look.calledName());
        }
        Optional<Explanation> other = otherAddress(remedies);
        if (other.isPresent()) {
            return other.get();
        }
        if (reason != Reason.ISOLATED && look.predicted().isPresent()) {
            return new Explanation(look.predicted().get().sentence(), remedies.join(), Optional.empty());
        }
        return of(
                remedies.join(),
                "why.isolated",
                from,
                names(look.callerNetworks()),
                look.calledName(),
                names(look.calledNetworks()));
    }

    /** The reason for the address that was typed, else for the pair. */
    private static Reason reason(CallObservation look) {
        String address = look.target().isAddress()
                ? look.target().host()
                : look.calls().tried().orElse("");
        if (address.isEmpty() || (look.predicted().isPresent() && !look.target().isAddress())) {
            return look.predicted().map(Reachability::reason).orElse(Reason.ISOLATED);
        }
        return look.predicted(address).reason();
    }

    /** They share a network, and what was typed is the called's address on another. */
    private static Optional<Explanation> otherAddress(Remedies remedies) {
        CallObservation look = remedies.look();
        Optional<Reachability> predicted = look.predicted().filter(Reachability::byAddress);
        if (!look.target().isAddress() || predicted.isEmpty()) {
            return Optional.empty();
        }
        String address = predicted.get().address().orElse("");
        Optional<Remedy> mend = remedies.call(address, look.target().port().orElse(0));
        return Optional.of(of(
                mend,
                "why.other-address",
                look.target().host(),
                look.caller().name(),
                look.calledName(),
                predicted.get().network().orElse(""),
                address));
    }

    /** Those of the two that have nothing but lo. */
    private static List<Container> lonely(CallObservation look) {
        return Stream.of(look.caller().container(), look.called())
                .flatMap(Optional::stream)
                .map(c -> Caller.sandbox(look.snapshot(), c))
                .filter(c ->
                        !(c.mode() instanceof NetworkMode.Host) && c.endpoints().isEmpty())
                .toList();
    }

    static String names(List<Network> networks) {
        return networks.isEmpty()
                ? ProbeSentences.SENTENCES.say("why.no-network")
                : String.join(", ", networks.stream().map(Network::name).toList());
    }
}
