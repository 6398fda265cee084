package porthole.probe.why;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.LinkState;
import porthole.network.Snapshot;
import porthole.probe.call.Caller;
import porthole.probe.call.ProbeSentences;

/**
 * An interface on the way of a call that is off, or does not have the address that the engine assigned: the engine does
 * not know, so all that it tells of networks and names does not hold there.
 *
 * @param container whose interface it is
 * @param endpoint which, as it was seen
 */
record LinkFault(Container container, Endpoint endpoint) {
    /**
     * The fault that keeps a call from arriving; empty if there is another way, or all is as the engine has set it up.
     *
     * @param seen the snapshot with what the interfaces are like
     */
    static Optional<LinkFault> on(CallObservation look, Snapshot seen) {
        List<LinkFault> caller = look.caller().container().map(c -> of(seen, c)).orElse(List.of());
        List<LinkFault> called = look.called().map(c -> of(seen, c)).orElse(List.of());
        List<LinkFault> all = Stream.concat(caller.stream(), called.stream()).toList();
        List<String> shared = caller.stream()
                .map(f -> f.endpoint().networkId())
                .filter(id ->
                        called.stream().anyMatch(f -> f.endpoint().networkId().equals(id)))
                .toList();
        List<LinkFault> way = shared.isEmpty()
                ? all
                : all.stream()
                        .filter(f -> shared.contains(f.endpoint().networkId()))
                        .toList();
        boolean cut = isDead(caller)
                || isDead(called)
                || (!shared.isEmpty()
                        && shared.stream()
                                .allMatch(id -> way.stream()
                                        .anyMatch(f -> f.endpoint().networkId().equals(id)
                                                && !f.endpoint().works())));
        return way.stream()
                .filter(f -> !f.endpoint().works())
                .filter(f -> cut
                        || f.endpoint()
                                .address()
                                .filter(look.target().host()::equals)
                                .isPresent())
                .findFirst();
    }

    private static boolean isDead(List<LinkFault> side) {
        return !side.isEmpty() && side.stream().noneMatch(f -> f.endpoint().works());
    }

    private static List<LinkFault> of(Snapshot seen, Container container) {
        Container owner = Caller.sandbox(seen, seen.container(container.id()).orElse(container));
        return owner.endpoints().stream().map(e -> new LinkFault(owner, e)).toList();
    }

    /** {@code eth0 of patient is off}. */
    Rung rung() {
        return Rung.broken(Rung.Step.NETWORK, say(isUp() ? "seen.link-bare" : "seen.link-off"));
    }

    Explanation explanation() {
        return new Explanation(
                say(isUp() ? "why.link-bare" : "why.link-off"),
                Optional.empty(),
                Optional.of(Remedy.inside(container.name())));
    }

    private boolean isUp() {
        return endpoint.seen().filter(LinkState::up).isPresent();
    }

    private String say(String key) {
        return ProbeSentences.SENTENCES.say(
                key,
                container.name(),
                endpoint.interfaceName().orElse("eth0"),
                endpoint.address().or(endpoint::address6).orElse("?"),
                endpoint.network());
    }
}
