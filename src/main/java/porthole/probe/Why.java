package porthole.probe;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import porthole.engine.Docker;
import porthole.engine.Guest;
import porthole.engine.SocketTable;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.Snapshot;
import porthole.topology.Reachability;

/** Tries all rungs of one call: a guest on each side, both at once where it is known beforehand who is called. */
final class Why {
    private static final String LISTENING = "cat /proc/net/tcp /proc/net/tcp6";

    private final Docker docker;
    private final Snapshot snapshot;
    private final Caller caller;

    private Why(Docker docker, Snapshot snapshot, Caller caller) {
        this.docker = docker;
        this.snapshot = snapshot;
        this.caller = caller;
    }

    static Ladder ask(Docker docker, String from, String target) {
        Target typed = Target.of(target);
        Snapshot snapshot = docker.snapshot();
        Why why = new Why(docker, snapshot, Caller.of(snapshot, from));
        try (Together together = new Together(2)) {
            return ladder(why.look(typed, together));
        }
    }

    private static Ladder ladder(Look look) {
        List<Rung> rungs = Rungs.of(look);
        Optional<Rung> broken =
                rungs.stream().filter(r -> r.state() == Rung.State.BROKEN).findFirst();
        Optional<Explanation> explanation = broken.map(rung -> Explanation.of(look, rung));
        String all = Errors.SENTENCES.say(
                "why.holds", look.caller().name(), look.target().text());
        return new Ladder(
                look.caller().name(),
                look.target().text(),
                rungs,
                explanation.map(Explanation::sentence).orElse(all),
                explanation.flatMap(Explanation::mend));
    }

    private Look look(Target target, Together together) {
        Callee callee = Callee.of(snapshot, caller, target);
        Look first = new Look(snapshot, caller, target, callee, Optional.empty(), Calls.NONE);
        if (Rungs.stopped(first).isPresent()) {
            return first;
        }
        if (callee.container().isEmpty()) {
            return byName(first);
        }
        Container called = callee.container().get();
        Future<List<SocketTable.Line>> asked = together.ask(() -> sockets(called));
        if (target.port().isPresent()) {
            Future<Calls> calls = together.ask(() -> calls(first));
            return new Look(
                    snapshot, caller, target, callee, Optional.of(Together.answer(asked)), Together.answer(calls));
        }
        Look ready = new Look(snapshot, caller, target, callee, Optional.of(Together.answer(asked)), Calls.NONE);
        return with(ready, calls(ready));
    }

    /** The first open port stands in for one that was not named. */
    private static Target chosen(Look look) {
        List<Integer> open = look.openPorts();
        return look.target().port().isPresent() || open.isEmpty()
                ? look.target()
                : look.target().on(open.get(0));
    }

    /** Nobody of that name is known here, so the caller's DNS says first who is meant. */
    private Look byName(Look first) {
        Calls calls = calls(first);
        Target target = first.target();
        if (!target.isAddress() && !target.isLoopback()) {
            if (calls.addresses().isEmpty() && !target.host().contains(".")) {
                throw Caller.unknown(snapshot, target.host());
            }
            Callee callee = Callee.of(snapshot, target, calls.addresses());
            Look found = with(new Look(snapshot, caller, target, callee, Optional.empty(), Calls.NONE), calls);
            return callee.container().isEmpty() || Rungs.stopped(found).isPresent()
                    ? found
                    : new Look(
                            snapshot,
                            caller,
                            target,
                            callee,
                            Optional.of(sockets(callee.container().get())),
                            calls);
        }
        return with(first, calls);
    }

    private static Look with(Look look, Calls calls) {
        return new Look(look.snapshot(), look.caller(), chosen(look), look.callee(), look.sockets(), calls);
    }

    private List<SocketTable.Line> sockets(Container called) {
        return SocketTable.read(docker.guests()
                .run(Guest.of(called), LISTENING)
                .stdout()
                .lines()
                .toList());
    }

    private Calls calls(Look look) {
        Target target = chosen(look);
        boolean named = !target.isAddress() && !target.isLoopback();
        String address = target.isAddress() ? target.host() : target.isLoopback() ? "127.0.0.1" : fallback(look);
        String script =
                Calls.script(named ? target.host() : "", address, target.port().orElse(0), target.path());
        return Calls.read(docker.guests().run(caller.guest(), script).stdout());
    }

    /** Where the called can be found although its name does not resolve. */
    private String fallback(Look look) {
        return look.predicted()
                .flatMap(Reachability::address)
                .or(() -> look.called().stream()
                        .flatMap(c -> Caller.sandbox(snapshot, c).endpoints().stream())
                        .flatMap((Endpoint e) -> e.address().stream())
                        .findFirst())
                .or(() -> look.called().filter(c -> caller.onHost(snapshot)).map(c -> "127.0.0.1"))
                .orElse("");
    }
}
