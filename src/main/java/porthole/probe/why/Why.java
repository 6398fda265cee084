package porthole.probe.why;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import porthole.engine.Docker;
import porthole.engine.api.NotRunning;
import porthole.engine.api.ParallelCalls;
import porthole.engine.sandbox.Guest;
import porthole.engine.sandbox.SocketTable;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.Snapshot;
import porthole.probe.call.Aliases;
import porthole.probe.call.Attempt;
import porthole.probe.call.CallFindings;
import porthole.probe.call.Callee;
import porthole.probe.call.Caller;
import porthole.probe.call.Datagrams;
import porthole.probe.call.ProbeSentences;
import porthole.probe.call.Target;
import porthole.topology.Reachability;

/** Tries all rungs of one call: a guest on each side, both at once where it is known beforehand who is called. */
public final class Why {
    private final Docker docker;
    private final Snapshot snapshot;
    private final Caller caller;
    private final @Nullable Far far;
    private final UnaryOperator<Snapshot> seen;

    private Why(Docker docker, Snapshot snapshot, Caller caller, @Nullable Far far, UnaryOperator<Snapshot> seen) {
        this.far = far;
        this.seen = seen;
        this.docker = docker;
        this.snapshot = snapshot;
        this.caller = caller;
    }

    /** Tries all rungs; {@code seen} adds to a snapshot what the interfaces are like. */
    public static Ladder ask(Docker docker, String from, String target, UnaryOperator<Snapshot> seen) {
        return ask(docker, docker.snapshot(), from, Target.of(target), null, seen);
    }

    /** As above, on one host of a cluster: as the engine tells it. */
    static Ladder ask(Docker docker, String from, String target) {
        return ask(docker, from, target, UnaryOperator.identity());
    }

    /** As above, where the called is on another host of a cluster. */
    static Ladder ask(Docker docker, String from, String target, Far far) {
        return ask(docker, far.seenFrom(docker.snapshot()), from, Target.of(target), far, UnaryOperator.identity());
    }

    /** Who ends while it is looked at does not run: that is what is said then. */
    private static Ladder ask(
            Docker docker,
            Snapshot snapshot,
            String from,
            Target typed,
            @Nullable Far far,
            UnaryOperator<Snapshot> seen) {
        Why why = new Why(docker, snapshot, Caller.of(snapshot, from), far, seen);
        try (ParallelCalls together = new ParallelCalls(2)) {
            CallObservation look = why.filtered(why.settled(why.look(typed, together)));
            Ladder ladder = why.ladder(look);
            if (ladder.holds() || !Rungs.stopped(look).isEmpty()) {
                return ladder;
            }
            Snapshot now = far == null ? docker.snapshot() : far.seenFrom(docker.snapshot());
            return both(look)
                            .allMatch(c -> now.container(c.id())
                                    .filter(Container::running)
                                    .isPresent())
                    ? ladder
                    : ask(docker, now, from, typed, far, seen);
        } catch (NotRunning e) {
            if (snapshot.container(e.id()).filter(Container::running).isEmpty()) {
                throw e;
            }
            return ask(docker, snapshot.with(e.id(), e.state()), from, typed, far, seen);
        }
    }

    /** The engine that has a container. */
    private Docker home(Container container) {
        return far == null ? docker : far.home(docker, container);
    }

    private static Stream<Container> both(CallObservation look) {
        return Stream.concat(look.caller().container().stream(), look.called().stream());
    }

    private Ladder ladder(CallObservation look) {
        List<Rung> found = Rungs.of(look);
        Optional<LinkFault> fault = fault(look, found);
        List<Rung> rungs = fault.map(f -> found.stream()
                        .map(r -> r.step() == Rung.Step.NETWORK ? f.rung() : r)
                        .toList())
                .orElse(found);
        Optional<Rung> broken = first(rungs);
        Far other = far;
        boolean apart = other != null
                && look.caller().container().isPresent()
                && broken.filter(r -> r.step() == Rung.Step.NETWORK).isPresent();
        Optional<Explanation> explanation = broken.map(rung -> fault.filter(f -> rung.step() == Rung.Step.NETWORK)
                .map(LinkFault::explanation)
                .orElseGet(() -> other != null && apart
                        ? other.explanation(look)
                        : Explanation.of(new Remedies(docker, look), rung)));
        List<Rung> shown = rungs.stream()
                .map(r -> other != null && apart && r.step() == Rung.Step.NETWORK ? other.rung(look) : r)
                .toList();
        boolean unknown = look.target().isUdp()
                && look.arrived().isEmpty()
                && look.calls().best().datagram().equals("silent");
        String all = ProbeSentences.SENTENCES.say(
                unknown ? "why.udp-unknown" : "why.holds",
                look.caller().name(),
                look.target().text());
        return new Ladder(
                look.caller().name(),
                look.target().text(),
                shown,
                explanation.map(Explanation::sentence).orElse(all),
                explanation.flatMap(Explanation::mend),
                explanation.flatMap(Explanation::further),
                CallNotes.of(look));
    }

    private static Optional<Rung> first(List<Rung> rungs) {
        return rungs.stream().filter(r -> r.state() == Rung.State.BROKEN).findFirst();
    }

    /** If the call does not arrive, the interfaces of both are looked at, where somebody may have changed them. */
    private Optional<LinkFault> fault(CallObservation look, List<Rung> rungs) {
        boolean asked = far == null
                && !look.calls().reached()
                && first(rungs).filter(r -> r.step() != Rung.Step.RUNNING).isPresent();
        return asked ? LinkFault.on(look, seen.apply(look.snapshot())) : Optional.empty();
    }

    private CallObservation look(Target target, ParallelCalls together) {
        Callee callee = Callee.of(snapshot, caller, target);
        CallObservation first = CallObservation.first(snapshot, caller, target, callee);
        if (!Rungs.stopped(first).isEmpty()) {
            return first;
        }
        if (callee.container().isEmpty()) {
            return byName(first);
        }
        if (target.port().isEmpty() || target.isUdp()) {
            return called(first.sockets(sockets(first)));
        }
        Future<List<SocketTable.Line>> asked = together.begin(() -> sockets(first));
        Future<CallFindings> calls = together.begin(() -> calls(first));
        return first.sockets(ParallelCalls.answer(asked)).calls(ParallelCalls.answer(calls));
    }

    /** The first open port stands in for one that was not named. */
    private static Target chosen(CallObservation look) {
        List<Integer> open = look.openPorts();
        return look.target().port().isPresent() || open.isEmpty()
                ? look.target()
                : look.target().on(open.get(0));
    }

    /** Who has the name is not known here, so the caller's DNS says first who is meant; else whose alias it is elsewhere. */
    private CallObservation byName(CallObservation first) {
        CallObservation found = first.calls(calls(first));
        Target target = first.target();
        if (target.isAddress() || target.isLoopback()) {
            return found;
        }
        if (found.calls().addresses().isEmpty()) {
            Optional<Container> holder = Aliases.holder(docker, snapshot, target.host());
            if (holder.isEmpty() && !target.host().contains(".")) {
                throw Caller.unknownCallee(snapshot, target.host());
            }
            return holder.map(h -> called(first.callee(new Callee.OfContainer(h))))
                    .orElse(found);
        }
        return found;
    }

    /** The name may lead to another container than the one that is called so. */
    private CallObservation settled(CallObservation look) {
        CallFindings calls = look.calls();
        if (calls.addresses().isEmpty()) {
            return again(look);
        }
        String address = calls.tried().orElse(calls.addresses().get(0));
        Callee meant = Callee.at(snapshot, look.target(), address);
        boolean same = meant.container().equals(look.called())
                || look.called().map(c -> Caller.sandbox(snapshot, c)).equals(meant.container());
        if (same || (look.caller().onHost(snapshot) && meant instanceof Callee.Outside)) {
            return again(look);
        }
        CallObservation other = look.callee(meant);
        if (meant.container().isEmpty() || !Rungs.stopped(other).isEmpty()) {
            return other;
        }
        CallObservation seen = other.sockets(sockets(other));
        return look.target().port().isPresent() ? again(seen) : called(seen);
    }

    /** A server may have begun to listen between the two looks: then both are taken once more. */
    private CallObservation again(CallObservation look) {
        if (look.sockets().isEmpty() || look.port() == 0 || look.target().isUdp()) {
            return look;
        }
        Attempt best = look.calls().best();
        boolean door = look.callee() instanceof Callee.Door;
        boolean contradiction = look.listens() ? best.refused() : best.connected() && !door;
        return contradiction ? look.sockets(sockets(look)).calls(calls(look)) : look;
    }

    /** Where nothing is wrong but packets vanish or are refused, the rules are asked which of them counted. */
    private CallObservation filtered(CallObservation look) {
        if (look.calls().tried().isEmpty()) {
            return look;
        }
        List<Rung> rungs = Rungs.of(look);
        Optional<Rung> broken =
                rungs.stream().filter(r -> r.state() == Rung.State.BROKEN).findFirst();
        boolean open = look.sockets().isPresent() && look.listens();
        boolean suspicious = broken.filter(r -> switch (r.step()) {
                    case ADDRESS -> !look.calls().best().nowhere() && !nobody(look);
                    case PORT -> !look.calls().best().refused() || open;
                    case HTTP -> look.callee() instanceof Callee.Door && open;
                    default -> false;
                })
                .isPresent();
        return suspicious ? look.drops(Firewall.find(docker, this::home, look, () -> calls(look))) : look;
    }

    /** An address in a network's range that no container has. */
    private boolean nobody(CallObservation look) {
        return look.callee() instanceof Callee.Outside
                && look.calls()
                        .tried()
                        .filter(a -> Isolation.inRange(snapshot, a))
                        .isPresent();
    }

    private CallObservation called(CallObservation look) {
        CallObservation ready = look.sockets().isPresent() ? look : look.sockets(sockets(look));
        CallObservation chosen = ready.target(chosen(ready));
        if (!chosen.target().isUdp() || chosen.port() == 0) {
            return chosen.calls(calls(chosen));
        }
        Container called = chosen.called().orElseThrow();
        long before = Datagrams.in(home(called), called, chosen.port());
        CallObservation made = chosen.calls(calls(chosen));
        return made.arrived(Datagrams.in(home(called), called, chosen.port()) - before);
    }

    private List<SocketTable.Line> sockets(CallObservation look) {
        String tables = look.target().isUdp()
                ? "cat /proc/net/udp /proc/net/udp6; ss -H -lnu6e 2>/dev/null"
                : "cat /proc/net/tcp /proc/net/tcp6; ss -H -lnt6e 2>/dev/null";
        Container called = look.called().orElseThrow();
        return SocketTable.read(home(called)
                .guests()
                .run(Guest.of(called), tables)
                .stdout()
                .lines()
                .toList());
    }

    private CallFindings calls(CallObservation look) {
        Target target = chosen(look);
        List<String> addresses = target.isAddress()
                ? List.of(target.host())
                : target.isLoopback() ? List.of("127.0.0.1", "::1") : fallback(look);
        return CallFindings.read(docker.guests()
                .run(caller.guest(), CallFindings.script(target, addresses))
                .stdout());
    }

    /** Where the called can be found although its name does not resolve. */
    private List<String> fallback(CallObservation look) {
        boolean onHost = look.called()
                .map(c -> new Caller(c.name(), Optional.of(c)).onHost(snapshot))
                .orElse(false);
        return Stream.of(
                        look.predicted().flatMap(Reachability::address).stream(),
                        look.called().stream()
                                .flatMap(c -> Caller.sandbox(snapshot, c).endpoints().stream())
                                .flatMap((Endpoint e) -> Stream.concat(e.address().stream(), e.address6().stream())),
                        onHost && caller.onHost(snapshot) ? Stream.of("127.0.0.1") : Stream.<String>of())
                .flatMap(s -> s)
                .distinct()
                .limit(2)
                .toList();
    }
}
