package porthole.probe.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.engine.Docker;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.Snapshot;
import porthole.probe.call.Caller;
import porthole.probe.call.ProbeSentences;

/**
 * The called, if it is on another host of a cluster than the caller.
 *
 * @param own the caller's host, by its name
 * @param docker the engine of the called's host
 * @param host the called's host, by its name
 * @param id the called container's
 */
record Far(String own, Docker docker, String host, String id) {
    /** The caller's host as if the called were on it: plugged into its overlays alone, for no other network spans hosts. */
    Snapshot seenFrom(Snapshot near) {
        Snapshot there = docker.snapshot();
        List<Network> networks = new ArrayList<>(near.networks());
        there.networks().stream()
                .filter(n -> n.driver().equals("overlay") && !n.ingress())
                .filter(n -> networks.stream().noneMatch(o -> o.id().equals(n.id())))
                .forEach(networks::add);
        List<Container> called = there.container(id).stream()
                .flatMap(c -> Stream.of(c, Caller.sandbox(there, c)))
                .distinct()
                .map(c -> c.on(c.endpoints().stream()
                        .filter(e -> there.network(e.networkId())
                                .filter(n -> n.driver().equals("overlay"))
                                .isPresent())
                        .toList()))
                .toList();
        List<Container> containers = new ArrayList<>(near.containers().stream()
                .filter(c -> called.stream().noneMatch(o -> o.name().equals(c.name())))
                .toList());
        containers.addAll(called);
        return new Snapshot(near.host(), networks, containers);
    }

    /** The engine on which a container is. */
    Docker home(Docker near, Container container) {
        return near.snapshot().container(container.id()).isPresent() ? near : docker;
    }

    private static String say(String key, Object... parts) {
        return ProbeSentences.SENTENCES.say(key, parts);
    }

    /** What was found, where no overlay joins the two. */
    Rung rung(CallObservation look) {
        return Rung.broken(
                Rung.Step.NETWORK, say("seen.other-host", look.caller().name(), own, look.calledName(), host));
    }

    /** Why the two are not joined, and by which overlay of the called they could be. */
    Explanation explanation(CallObservation look) {
        String sentence = say("why.other-host", look.caller().name(), own, look.calledName(), host);
        Optional<Container> caller = look.caller()
                .container()
                .map(c -> Caller.sandbox(look.snapshot(), c))
                .filter(Plan::movable);
        Optional<Remedy> mend = look.calledNetworks().stream()
                .filter(Plan::open)
                .findFirst()
                .flatMap(n ->
                        caller.map(c -> Plan.none(look.snapshot()).connect(n, c).mend()))
                .map(m -> m.leading(say(
                        "leads.other-host",
                        own,
                        look.caller().name(),
                        look.target().text())));
        return new Explanation(sentence, mend, Optional.empty());
    }
}
