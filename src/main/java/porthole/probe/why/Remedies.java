package porthole.probe.why;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.engine.Docker;
import porthole.engine.api.EngineException;
import porthole.network.Container;
import porthole.network.Network;
import porthole.probe.call.CallFindings;
import porthole.probe.call.Caller;
import porthole.probe.call.ProbeSentences;
import porthole.probe.call.Target;
import porthole.topology.CallOutcome;
import porthole.topology.Prediction;
import porthole.topology.Reachability;

/**
 * Finds what brings a broken call further. Nothing is offered that has not been tried in a guest, or that the prediction does
 * not confirm for the engine as it would be afterwards.
 */
final class Remedies {
    private final Docker docker;
    private final CallObservation look;

    Remedies(Docker docker, CallObservation look) {
        this.docker = docker;
        this.look = look;
    }

    CallObservation look() {
        return look;
    }

    private static String say(String key, Object... parts) {
        return ProbeSentences.SENTENCES.say(key, parts);
    }

    /** Another address or port for the same call, which a guest in the caller's sandbox tries at once. */
    Optional<Remedy> call(String host, int port) {
        Target target = Target.of(
                port == 0
                        ? bracketed(host)
                        : Target.in(host, port) + look.target().path());
        if (look.target().isUdp()) {
            return Optional.empty();
        }
        List<String> address = target.isAddress() ? List.of(target.host()) : List.of();
        CallFindings tried = CallFindings.read(docker.guests()
                .run(look.caller().guest(), CallFindings.script(target, address))
                .stdout());
        if (!(port == 0 ? tried.reached() : tried.best().served())) {
            return Optional.empty();
        }
        String from = look.caller().name();
        String path = look.target().path().equals("/") ? "" : look.target().path();
        String url = port == 0 ? bracketed(host) : Target.in(host, port) + path;
        Remedy mend = look.caller().container().isEmpty() || hasCurl(from)
                ? Remedy.curl(from, url)
                : Remedy.beside(from, url);
        String seen = tried.best().status() > 0
                ? say("leads.http", from, url, tried.best().status())
                : say("leads.answers", from, url);
        return Optional.of(mend.leading(seen));
    }

    private static String bracketed(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private boolean hasCurl(String container) {
        try {
            return docker.quietly(container, "curl", "--version").success();
        } catch (EngineException e) {
            return false;
        }
    }

    /**
     * The commands that bring the two onto one network, the fewest that lead the farthest; of equal ones those that bring the
     * fewest other containers into reach.
     */
    Optional<Remedy> join() {
        if (look.called().isEmpty()) {
            return wayOut();
        }
        record Rated(Plan plan, int score) {}
        return plans().map(this::withoutForbidding)
                .map(plan -> new Rated(plan, score(plan)))
                .filter(r -> r.score() > 0 && !r.plan().mend().lines().isEmpty())
                .min(Comparator.comparing((Rated r) -> -r.score())
                        .thenComparing(r -> r.plan().mend().lines().size())
                        .thenComparing(r -> r.plan().exposed(look.snapshot())))
                .map(r -> r.plan().mend().leading(leads(r.score())));
    }

    private String leads(int score) {
        return say(
                score > 1 ? "leads.all" : "leads.address",
                look.caller().name(),
                look.target().text());
    }

    private Stream<Plan> plans() {
        Plan now = Plan.none(look.snapshot());
        Optional<Container> caller = look.caller().container().map(c -> Caller.sandbox(look.snapshot(), c));
        Optional<Container> called = look.called().map(c -> Caller.sandbox(look.snapshot(), c));
        List<Plan> plans = new ArrayList<>();
        caller.filter(Plan::movable)
                .ifPresent(c -> named(look.calledNetworks()).forEach(n -> plans.add(now.connect(n, c))));
        called.filter(Plan::movable)
                .ifPresent(c -> named(look.callerNetworks()).forEach(n -> plans.add(now.connect(n, c))));
        Optional<Network> bridge = look.snapshot().networks().stream()
                .filter(Network::defaultBridge)
                .findFirst();
        if (caller.filter(Plan::movable).isPresent()
                && called.filter(Plan::movable).isPresent()) {
            plans.add(anew(now, caller.get(), called.get()));
        } else if (bridge.isPresent()) {
            Stream.concat(caller.stream(), called.stream())
                    .filter(Plan::movable)
                    .forEach(c -> plans.add(now.connect(bridge.get(), c)));
        }
        return plans.stream();
    }

    /** Those that containers can join, those with names first. */
    private static Stream<Network> named(List<Network> networks) {
        return networks.stream().filter(Plan::open).sorted(Comparator.comparing(Network::defaultBridge));
    }

    private Plan anew(Plan now, Container caller, Container called) {
        String name = "shared";
        for (int n = 2; look.snapshot().network(name).isPresent(); n++) {
            name = "shared-" + n;
        }
        Network network = Plan.network(name);
        return now.create(name, plan -> plan.connect(network, caller).connect(network, called));
    }

    /** On a network that forbids its members to talk, the name may still lead to the address that nobody reaches. */
    private Plan withoutForbidding(Plan plan) {
        Optional<Container> caller = look.caller().container().map(c -> Caller.sandbox(look.snapshot(), c));
        Plan better = plan;
        for (Network network : look.callerNetworks()) {
            if (network.forbidsTalk()
                    && look.calledNetworks().contains(network)
                    && caller.filter(Plan::movable).isPresent()) {
                better = better.disconnect(network, caller.get());
            }
        }
        return better;
    }

    /** 2 where the call as it was typed then arrives, 1 where it does at another address, 0 where it does not. */
    private int score(Plan plan) {
        Container called = look.called().orElseThrow();
        if (look.caller().container().isEmpty()) {
            Prediction after = new Prediction(plan.snapshot(), Map.of());
            boolean arrives = after.addresses(Optional.empty(), plan.snapshot().container(called.id())).stream()
                    .anyMatch(a ->
                            after.call(Optional.empty(), a, Optional.empty()).outcome() == CallOutcome.REACHED);
            return arrives ? 1 : 0;
        }
        Container caller = look.caller().container().get();
        if (look.target().isAddress()) {
            Prediction after = new Prediction(plan.snapshot(), Map.of());
            Optional<Container> from = plan.snapshot().container(caller.id());
            if (after.call(from, look.target().host(), Optional.empty()).outcome() == CallOutcome.REACHED) {
                return 2;
            }
        }
        Reachability after = Reachability.predict(plan.snapshot(), caller.id(), called.id());
        boolean byName = after.byName() && look.target().host().equals(called.name());
        return byName ? 2 : after.reaches() ? 1 : 0;
    }

    /** Out of the host: whether anything answers there is tried from the host itself. */
    private Optional<Remedy> wayOut() {
        Optional<Container> caller = look.caller()
                .container()
                .map(c -> Caller.sandbox(look.snapshot(), c))
                .filter(Plan::movable);
        Optional<Network> bridge = look.snapshot().networks().stream()
                .filter(Network::defaultBridge)
                .findFirst();
        if (caller.isEmpty() || bridge.isEmpty() || !fromHost().reached()) {
            return Optional.empty();
        }
        Plan plan = Plan.none(look.snapshot()).connect(bridge.get(), caller.get());
        return Optional.of(plan.mend()
                .leading(say("leads.out", look.caller().name(), look.target().text())));
    }

    /** Who asked for the port of the host that nobody listens at. */
    Optional<AskedPort> asked(int port) {
        return AskedPort.find(docker, look.snapshot(), port, look.target().protocol());
    }

    /** The same call from the host. */
    CallFindings fromHost() {
        Target target = look.target();
        List<String> address = target.isAddress() ? List.of(target.host()) : List.of();
        Caller host = new Caller(Caller.HOST, Optional.empty());
        return CallFindings.read(docker.guests()
                .run(host.guest(), CallFindings.script(target, address))
                .stdout());
    }

    /** Those of the two that do not run are started. */
    static Optional<Remedy> start(List<Container> stopped) {
        Remedy mend = Remedy.none();
        List<String> names = new ArrayList<>();
        for (Container container : stopped) {
            switch (container.state()) {
                case "paused" -> mend = mend.then(Remedy.container("unpause", container.name()));
                case "exited", "created" -> mend = mend.then(Remedy.container("start", container.name()));
                default -> {
                    return Optional.empty();
                }
            }
            names.add(container.name());
        }
        return Optional.of(mend.leading(say("leads.runs", String.join(", ", names))));
    }
}
