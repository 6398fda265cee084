package porthole.probe;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.NetworkMode;
import porthole.network.Pool;
import porthole.topology.Reachability.Reason;

/** Two that share no network, and what would bring them together. */
final class Isolation {
    private Isolation() {}

    /** The host's address as the caller sees it. */
    static Optional<String> gateway(Look look) {
        return look.caller()
                .waysOut(look.snapshot())
                .flatMap(n -> n.pool().flatMap(Pool::gateway).stream())
                .findFirst();
    }

    static Explanation explain(Look look) {
        String from = look.caller().name();
        if (look.called().isEmpty()) {
            return outside(look);
        }
        String to = look.calledName();
        List<Container> lonely = lonely(look);
        if (!lonely.isEmpty()) {
            return new Explanation(
                    Errors.SENTENCES.say("why.none", lonely.get(0).name()), Optional.of(fromNone(look, lonely)));
        }
        if (look.callee() instanceof Callee.Door) {
            return new Explanation(
                    Errors.SENTENCES.say("why.internal", from, names(look.callerNetworks())), join(look));
        }
        Reason reason = look.predicted().map(r -> r.reason()).orElse(Reason.ISOLATED);
        if (reason == Reason.FORBIDDEN) {
            String network = look.predicted().flatMap(r -> r.network()).orElse("");
            Mend mend = anew(look).then(Mend.disconnect(network, from));
            return new Explanation(Errors.SENTENCES.say("why.forbidden", network), Optional.of(mend));
        }
        return new Explanation(
                Errors.SENTENCES.say(
                        "why.isolated", from, names(look.callerNetworks()), to, names(look.calledNetworks())),
                join(look));
    }

    private static Explanation outside(Look look) {
        String from = look.caller().name();
        Optional<Container> caller = look.caller().container();
        if (caller.isPresent() && look.callerNetworks().isEmpty()) {
            Mend mend = Mend.disconnect("none", from).then(Mend.connect("bridge", from));
            return new Explanation(Errors.SENTENCES.say("why.none", from), Optional.of(mend));
        }
        return new Explanation(
                Errors.SENTENCES.say("why.internal", from, names(look.callerNetworks())),
                Optional.of(Mend.connect("bridge", from)));
    }

    /** Those of the two that have nothing but lo. */
    private static List<Container> lonely(Look look) {
        return Stream.of(look.caller().container(), look.called())
                .flatMap(Optional::stream)
                .map(c -> Caller.sandbox(look.snapshot(), c))
                .filter(c ->
                        c.mode() instanceof NetworkMode.None && c.endpoints().isEmpty())
                .toList();
    }

    /** Who is on none must leave it before it can join another network. */
    private static Mend fromNone(Look look, List<Container> lonely) {
        Mend leave = lonely.stream()
                .map(c -> Mend.disconnect("none", c.name()))
                .reduce(Mend::then)
                .orElseThrow();
        List<Network> others = Stream.concat(look.calledNetworks().stream(), look.callerNetworks().stream())
                .toList();
        Optional<Network> joined = Callee.withNames(others);
        return lonely.size() == 1 && joined.isPresent()
                ? leave.then(Mend.connect(joined.get().name(), lonely.get(0).name()))
                : leave.then(anew(look));
    }

    /** One command: the caller joins a network of the called where names resolve, or the called one of the caller. */
    private static Optional<Mend> join(Look look) {
        Optional<Container> caller = look.caller().container().map(c -> Caller.sandbox(look.snapshot(), c));
        Optional<Container> called = look.called().map(c -> Caller.sandbox(look.snapshot(), c));
        if (caller.isEmpty() || called.isEmpty()) {
            return Optional.empty();
        }
        Optional<Mend> caller2called = Callee.withNames(look.calledNetworks())
                .map(n -> Mend.connect(n.name(), caller.get().name()));
        return caller2called
                .or(() -> Callee.withNames(look.callerNetworks())
                        .map(n -> Mend.connect(n.name(), called.get().name())))
                .or(() -> look.calledNetworks().stream()
                        .findFirst()
                        .map(n -> Mend.connect(n.name(), caller.get().name())));
    }

    /** As {@link #join}, where a network with names must be shared: one of either, else a new one. */
    static Mend share(Look look) {
        return Callee.withNames(look.calledNetworks()).isPresent()
                        || Callee.withNames(look.callerNetworks()).isPresent()
                ? join(look).orElseGet(() -> anew(look))
                : anew(look);
    }

    /** A new network for the two. */
    private static Mend anew(Look look) {
        String network = "shared";
        for (int n = 2; look.snapshot().network(network).isPresent(); n++) {
            network = "shared-" + n;
        }
        Mend mend = Mend.create(network);
        for (Optional<Container> one : List.of(look.caller().container(), look.called())) {
            Optional<String> name =
                    one.map(c -> Caller.sandbox(look.snapshot(), c).name());
            if (name.isPresent()) {
                mend = mend.then(Mend.connect(network, name.get()));
            }
        }
        return mend;
    }

    private static String names(List<Network> networks) {
        return networks.isEmpty()
                ? Errors.SENTENCES.say("why.no-network")
                : String.join(", ", networks.stream().map(Network::name).toList());
    }
}
