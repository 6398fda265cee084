package porthole.probe.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import porthole.network.Container;
import porthole.network.Inside;
import porthole.network.Literal;
import porthole.network.Network;
import porthole.network.Port;
import porthole.probe.call.Caller;
import porthole.probe.matrix.Survey.Answers;
import porthole.probe.matrix.Survey.Source;
import porthole.topology.CallOutcome;
import porthole.topology.Matrix;
import porthole.topology.Matrix.Try;
import porthole.topology.Prediction;
import porthole.topology.Published;
import porthole.topology.Reachability.Reason;
import porthole.topology.Topology;
import porthole.topology.Verdict;

/** What one host of a cluster, and all that is on it, reaches on the others. */
final class Crossing {
    private final ClusterSide side;
    private final List<ClusterSide> others;
    private final Answers answers;

    Crossing(ClusterSide side, List<ClusterSide> others, int milliseconds) {
        this.side = side;
        this.others = others;
        Survey survey = new Survey(side.local().docker(), milliseconds);
        side.local().sources().values().forEach(survey::source);
        for (Parties.Party from : side.local().parties().rows()) {
            Source source = source(from);
            if (source != null) {
                others.forEach(other -> ask(survey, source, from, other));
                blind(from).forEach(to -> ask(survey, source, from, side, to));
                doors(survey, source, from, side);
            }
        }
        answers = survey.run();
    }

    private @Nullable Source source(Parties.Party party) {
        return side.local().sources().get(party.name());
    }

    private void ask(Survey survey, Source source, Parties.Party from, ClusterSide other) {
        for (Parties.Party to : other.local().parties().rows()) {
            ask(survey, source, from, other, to);
            if (from.container().isPresent()) {
                to.container().ifPresent(c -> survey.name(source, c.name()));
            }
        }
        doors(survey, source, from, other);
    }

    private void ask(Survey survey, Source source, Parties.Party from, ClusterSide other, Parties.Party to) {
        for (String address : addresses(from, other, to)) {
            survey.ask(source, address, "echo");
            other.local().ports(to.container()).forEach(p -> survey.ask(source, address, Measurement.what(p)));
        }
    }

    private void doors(Survey survey, Source source, Parties.Party from, ClusterSide other) {
        for (Published door : doors(from, other)) {
            address(other, door)
                    .ifPresent(a -> survey.door(
                            source, a, Measurement.what(door.outside()), "?", Measurement.what(door.containerPort())));
        }
    }

    /** Its own host, where no bridge leads there: an overlay does, by the host's address between the hosts. */
    private List<Parties.Party> blind(Parties.Party from) {
        return side.local().parties().rows().stream()
                .filter(to -> to.container().isEmpty() && untried(from, to.name()))
                .toList();
    }

    private List<Published> doors(Parties.Party from, ClusterSide other) {
        return other.local().doors().stream()
                .filter(door -> !other.name().equals(side.name()) || untried(from, door.socket()))
                .toList();
    }

    private boolean untried(Parties.Party from, String to) {
        return side.local()
                .matrix()
                .call(from.name(), to)
                .filter(c -> c.tries().isEmpty())
                .isPresent();
    }

    private List<String> addresses(Parties.Party from, ClusterSide other, Parties.Party to) {
        if (isHost(other, to)) {
            return other.address().isEmpty() ? List.of() : List.of(other.address());
        }
        Container called = side.seen(from.container(), other, to.container().orElseThrow());
        return side.with(from.container(), other, called).addresses(from.container(), Optional.of(called));
    }

    private static boolean isHost(ClusterSide other, Parties.Party to) {
        return to.container().map(other::inHostMode).orElse(true);
    }

    /** Where another host's published port is tried; empty where it is for that host alone. */
    private static Optional<String> address(ClusterSide other, Published door) {
        return Optional.of(door.isOnAll() ? other.address() : door.hostAddress().orElseThrow())
                .filter(a -> !a.isEmpty() && !Literal.isLoopback(a))
                .filter(a -> a.contains(":") || !door.isForIPv6Alone());
    }

    List<Matrix.Call> calls() {
        List<Matrix.Call> calls = new ArrayList<>();
        for (Parties.Party from : side.local().parties().rows()) {
            for (ClusterSide other : others) {
                for (Parties.Party to : other.local().parties().rows()) {
                    calls.add(isHost(other, to) ? toHost(from, other, to) : toContainer(from, other, to));
                }
                doors(from, other).forEach(door -> calls.add(door(from, other, door)));
            }
            blind(from).forEach(to -> calls.add(toHost(from, side, to)));
            doors(from, side).forEach(door -> calls.add(door(from, side, door)));
        }
        return calls;
    }

    private Matrix.Call toContainer(Parties.Party from, ClusterSide other, Parties.Party to) {
        Container called = side.seen(from.container(), other, to.container().orElseThrow());
        Prediction prediction = side.with(from.container(), other, called);
        Source source = source(from);
        Told told = new Told(
                prediction, answers, source == null ? Map.of() : Map.of(from.name(), source), any -> Optional.empty());
        Matrix.Call call =
                told.call(new Parties.Pair(from, new Parties.Party(to.name(), Optional.of(called)), other.row(to)));
        boolean apart = call.predicted().outcome() == CallOutcome.NO_ROUTE
                && (from.container().isEmpty()
                        || !Caller.networks(
                                        side.local().snapshot(),
                                        from.container().get())
                                .isEmpty());
        Verdict best =
                apart ? new Verdict(CallOutcome.NO_ROUTE, Reason.OTHER_HOST, Optional.empty()) : call.predicted();
        return new Matrix.Call(side.row(from), other.row(to), best, call.tries());
    }

    private Matrix.Call toHost(Parties.Party from, ClusterSide other, Parties.Party to) {
        Verdict way = way(from);
        List<Try> tries = new ArrayList<>();
        for (String address : addresses(from, other, to)) {
            made(from, address, Optional.empty(), way).ifPresent(tries::add);
            for (Port port : other.local().ports(to.container())) {
                made(from, address, Optional.of(port), listens(other, address, port, way))
                        .ifPresent(tries::add);
            }
        }
        return new Matrix.Call(side.row(from), other.row(to), way, tries);
    }

    private Matrix.Call door(Parties.Party from, ClusterSide other, Published door) {
        Verdict way = way(from);
        if (way.outcome() == CallOutcome.REACHED && address(other, door).isEmpty()) {
            Reason reason = door.isForIPv6Alone() ? Reason.NO_SIX : Reason.LOCAL_DOOR;
            way = new Verdict(CallOutcome.NO_ROUTE, reason, Optional.empty());
        } else if (way.outcome() == CallOutcome.REACHED) {
            String loopback = door.isForIPv6Alone() ? "::1" : "127.0.0.1";
            String own = door.isOnAll() ? loopback : door.hostAddress().orElseThrow();
            way = new Prediction(other.local().snapshot(), other.local().inside())
                    .call(Optional.empty(), own, Optional.of(door.outside()));
        }
        Verdict expected = way;
        List<Try> tries = address(other, door).stream()
                .flatMap(a -> made(from, a, Optional.of(door.outside()), expected).stream())
                .toList();
        return new Matrix.Call(side.row(from), other.door(door), expected, tries);
    }

    private Optional<Try> made(Parties.Party from, String address, Optional<Port> port, Verdict expected) {
        Source source = source(from);
        return source == null
                ? Optional.empty()
                : answers.outcome(
                                source.id(),
                                address,
                                port.map(Measurement::what).orElse("echo"))
                        .map(word ->
                                new Try(Optional.empty(), Optional.of(address), port, expected, Told.outcome(word)));
    }

    /** To another host's own address: by the network between the hosts, for who has a way out of this one. */
    private Verdict way(Parties.Party from) {
        if (from.container().isEmpty()) {
            return underlay();
        }
        Container caller = from.container().get();
        Container owner = Caller.sandbox(side.local().snapshot(), caller);
        if (!Topology.isLive(caller)) {
            return new Verdict(CallOutcome.NOT_RUNNING, Reason.NOT_RUNNING, Optional.empty());
        }
        if (side.inHostMode(caller)) {
            return underlay();
        }
        if (side.local().inside().getOrDefault(owner.id(), Inside.UNKNOWN).filtered()) {
            return new Verdict(CallOutcome.UNKNOWN, Reason.OWN_RULES, Optional.empty());
        }
        List<Network> networks = Caller.networks(side.local().snapshot(), caller);
        if (networks.isEmpty()) {
            return new Verdict(CallOutcome.NO_ROUTE, Reason.NO_NETWORK, Optional.empty());
        }
        boolean out = networks.stream()
                .anyMatch(n -> !n.internal()
                        && (n.driver().equals("bridge") || n.driver().equals("overlay")));
        return out ? underlay() : new Verdict(CallOutcome.UNKNOWN, Reason.OUTSIDE, Optional.empty());
    }

    private static Verdict underlay() {
        return new Verdict(CallOutcome.REACHED, Reason.UNDERLAY, Optional.empty());
    }

    /** A port that no socket of the other host takes may still be rewritten there. */
    private static Verdict listens(ClusterSide other, String address, Port port, Verdict way) {
        boolean taken = other.local().inside().getOrDefault(Prediction.HOST, Inside.UNKNOWN).listening().stream()
                .flatMap(List::stream)
                .anyMatch(s -> s.takes(address, port));
        if (way.outcome() != CallOutcome.REACHED) {
            return way;
        }
        return taken && port.protocol().equals("tcp")
                ? way
                : new Verdict(CallOutcome.UNKNOWN, Reason.OUTSIDE, Optional.empty());
    }
}
