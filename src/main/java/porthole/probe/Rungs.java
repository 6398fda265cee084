package porthole.probe;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porthole.engine.SocketTable;
import porthole.network.Container;
import porthole.network.Network;
import porthole.probe.Rung.Step;
import porthole.topology.Reachability;

/** From what was found to the rungs of the ladder. */
final class Rungs {
    private final Look look;
    private final Calls calls;

    private Rungs(Look look) {
        this.look = look;
        this.calls = look.calls();
    }

    static List<Rung> of(Look look) {
        Rungs rungs = new Rungs(look);
        return List.of(
                rungs.running(),
                rungs.listening(),
                rungs.network(),
                rungs.name(),
                rungs.address(),
                rungs.port(),
                rungs.http());
    }

    private static String say(String key, Object... parts) {
        return Errors.SENTENCES.say(key, parts);
    }

    /** The one of the two that does not run. */
    static Optional<Container> stopped(Look look) {
        return Stream.of(look.caller().container(), look.called())
                .flatMap(Optional::stream)
                .flatMap(c -> Stream.of(c, Caller.sandbox(look.snapshot(), c)))
                .filter(c -> !c.running())
                .findFirst();
    }

    private Rung running() {
        Optional<Container> stopped = stopped(look);
        if (stopped.isPresent()) {
            return Rung.broken(
                    Step.RUNNING,
                    say("seen.stopped", stopped.get().name(), stopped.get().state()));
        }
        List<String> names = Stream.of(look.caller().container(), look.called())
                .flatMap(Optional::stream)
                .map(Container::name)
                .distinct()
                .toList();
        return names.isEmpty()
                ? Rung.needless(Step.RUNNING, say("seen.no-container"))
                : Rung.holds(Step.RUNNING, say("seen.running", String.join(", ", names)));
    }

    private Rung listening() {
        if (look.called().isEmpty() || look.port() == 0) {
            return Rung.needless(Step.LISTENING, look.called().isEmpty() ? say("seen.not-ours") : say("seen.no-port"));
        }
        if (look.sockets().isEmpty()) {
            return Rung.untried(Step.LISTENING);
        }
        List<SocketTable.Line> on = look.onPort();
        String where = on.stream()
                .map(s -> Target.in(s.address().equals("0:0:0:0:0:0:0:0") ? "::" : s.address(), s.port()))
                .distinct()
                .collect(Collectors.joining(", "));
        boolean itself = look.callee() instanceof Callee.Itself;
        if (on.stream().anyMatch(s -> itself || !Look.isLoopback(s)) || (hostMode() && !on.isEmpty())) {
            return Rung.holds(Step.LISTENING, say("seen.listening", look.calledName(), where));
        }
        return Rung.broken(
                Step.LISTENING,
                on.isEmpty()
                        ? say("seen.deaf", look.calledName(), look.port(), ports())
                        : say("seen.loopback", look.calledName(), where));
    }

    /** From host to host, the loopback address is as good as any. */
    private boolean hostMode() {
        return look.caller().onHost(look.snapshot())
                && look.called()
                        .filter(c -> new Caller(c.name(), Optional.of(c)).onHost(look.snapshot()))
                        .isPresent();
    }

    private String ports() {
        List<Integer> open = look.openPorts();
        return open.isEmpty()
                ? say("seen.no-ports")
                : open.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private Rung network() {
        if (stopped(look).isPresent()) {
            return Rung.untried(Step.NETWORK);
        }
        if (look.callee() instanceof Callee.Itself) {
            return Rung.needless(Step.NETWORK, say("seen.itself", look.caller().name()));
        }
        boolean toContainer = look.callee() instanceof Callee.OfContainer;
        if (toContainer && look.caller().container().isPresent()) {
            return between(look.predicted().orElseThrow());
        }
        if (look.caller().onHost(look.snapshot())) {
            return fromHost();
        }
        List<String> out =
                look.caller().waysOut(look.snapshot()).map(Network::name).toList();
        if (!out.isEmpty()) {
            return Rung.holds(Step.NETWORK, say("seen.way-out", String.join(", ", out)));
        }
        if (calls.reached()) {
            return Rung.needless(Step.NETWORK, say("seen.all-the-same"));
        }
        return Rung.broken(Step.NETWORK, say("seen.no-way-out", look.caller().name()));
    }

    private Rung between(Reachability predicted) {
        if (predicted.reaches()) {
            return Rung.holds(
                    Step.NETWORK,
                    say(
                            "seen." + predicted.reason().name().toLowerCase(Locale.ROOT),
                            predicted.network().orElse(""),
                            predicted.from(),
                            predicted.to()));
        }
        return calls.reached()
                ? Rung.needless(Step.NETWORK, say("seen.all-the-same"))
                : Rung.broken(Step.NETWORK, predicted.sentence());
    }

    private Rung fromHost() {
        if (!(look.callee() instanceof Callee.OfContainer)) {
            return Rung.needless(Step.NETWORK, say("seen.from-host"));
        }
        Optional<Network> bridge = look.calledNetworks().stream()
                .filter(n -> n.driver().equals("bridge"))
                .findFirst();
        if (bridge.isPresent() || hostMode()) {
            return Rung.holds(
                    Step.NETWORK,
                    bridge.map(n -> say("seen.host-on", n.name())).orElseGet(() -> say("seen.from-host")));
        }
        return calls.reached()
                ? Rung.needless(Step.NETWORK, say("seen.all-the-same"))
                : Rung.broken(Step.NETWORK, say("seen.host-off", look.calledName()));
    }

    private Rung name() {
        if (look.target().isAddress() || look.target().isLoopback()) {
            return Rung.needless(Step.NAME, say("seen.numbers"));
        }
        if (stopped(look).isPresent()) {
            return Rung.untried(Step.NAME);
        }
        return calls.addresses().isEmpty()
                ? Rung.broken(Step.NAME, say("seen.nameless", look.target().host()))
                : Rung.holds(Step.NAME, say("seen.name", look.target().host(), String.join(", ", calls.addresses())));
    }

    private Rung address() {
        if (calls.tried().isEmpty()) {
            return Rung.untried(Step.ADDRESS);
        }
        String address = calls.tried().get();
        if (calls.milliseconds().isPresent()) {
            return Rung.holds(
                    Step.ADDRESS, say("seen.echo", address, calls.milliseconds().get()));
        }
        if (calls.reached()) {
            return Rung.holds(Step.ADDRESS, say("seen.no-echo", address));
        }
        boolean nowhere = calls.route().contains("unreachable") || calls.route().contains("No route");
        return Rung.broken(Step.ADDRESS, say(nowhere ? "seen.no-route" : "seen.silent", address));
    }

    private Rung port() {
        if (look.port() == 0) {
            return Rung.needless(Step.PORT, say("seen.no-port"));
        }
        if (!calls.reached()) {
            return Rung.untried(Step.PORT);
        }
        String at = Target.in(calls.tried().orElse(""), look.target().port().orElse(0));
        if (calls.connected()) {
            return Rung.holds(Step.PORT, say("seen.connected", at));
        }
        return Rung.broken(Step.PORT, say(calls.refused() ? "seen.refused" : "seen.port-silent", at));
    }

    private Rung http() {
        if (look.port() == 0) {
            return Rung.needless(Step.HTTP, say("seen.no-port"));
        }
        if (!calls.connected()) {
            return Rung.untried(Step.HTTP);
        }
        if (calls.status() > 0) {
            return Rung.holds(
                    Step.HTTP,
                    say("seen.http", calls.status(), Math.round(calls.seconds().get(1) * 1000)));
        }
        return switch (calls.exit()) {
            case 28 -> Rung.broken(Step.HTTP, say("seen.http-silent"));
            case 52, 56 -> Rung.broken(Step.HTTP, say("seen.hung-up"));
            default -> Rung.needless(Step.HTTP, say("seen.not-http"));
        };
    }
}
