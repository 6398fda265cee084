package porthole.probe.why;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porthole.display.Language;
import porthole.engine.sandbox.SocketTable;
import porthole.network.Container;
import porthole.network.Network;
import porthole.probe.call.Attempt;
import porthole.probe.call.CallFindings;
import porthole.probe.call.Callee;
import porthole.probe.call.Caller;
import porthole.probe.call.Datagrams;
import porthole.probe.call.ProbeSentences;
import porthole.probe.call.Target;
import porthole.probe.why.Rung.Step;
import porthole.topology.CallOutcome;
import porthole.topology.Reachability;
import porthole.topology.Verdict;

/** From what was found to the rungs of the ladder. */
final class Rungs {
    private final CallObservation look;
    private final CallFindings calls;

    private Rungs(CallObservation look) {
        this.look = look;
        this.calls = look.calls();
    }

    static List<Rung> of(CallObservation look) {
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
        return ProbeSentences.SENTENCES.say(key, parts);
    }

    /** Those of the two that do not run. */
    static List<Container> stopped(CallObservation look) {
        return Stream.of(look.caller().container(), look.called())
                .flatMap(Optional::stream)
                .flatMap(c -> Stream.of(c, Caller.sandbox(look.snapshot(), c)))
                .filter(c -> !c.running())
                .distinct()
                .toList();
    }

    private Rung running() {
        List<Container> stopped = stopped(look);
        if (!stopped.isEmpty()) {
            return Rung.broken(
                    Step.RUNNING,
                    stopped.stream()
                            .map(c -> say("seen.stopped", c.name(), c.state()))
                            .collect(Collectors.joining("; ")));
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
                .map(s -> Target.in(s.address(), s.port()))
                .distinct()
                .collect(Collectors.joining(", "));
        if (look.listens()) {
            return Rung.holds(Step.LISTENING, say("seen.listening", look.calledName(), where));
        }
        if (on.isEmpty()) {
            return Rung.broken(Step.LISTENING, say("seen.deaf", look.calledName(), portName(), ports()));
        }
        boolean loopback = on.stream().allMatch(CallObservation::isLoopback);
        return Rung.broken(Step.LISTENING, say(loopback ? "seen.loopback" : "seen.family", look.calledName(), where));
    }

    private String portName() {
        return look.port() + (look.target().isUdp() ? "/udp" : "");
    }

    private String ports() {
        List<Integer> open = look.openPorts();
        return open.isEmpty()
                ? say("seen.no-ports")
                : open.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private Rung network() {
        if (!stopped(look).isEmpty()) {
            return Rung.untried(Step.NETWORK);
        }
        if (look.callee() instanceof Callee.Itself) {
            return Rung.needless(Step.NETWORK, say("seen.itself", look.caller().name()));
        }
        boolean toContainer = look.callee() instanceof Callee.OfContainer;
        if (toContainer && look.caller().container().isPresent() && !look.onOneHost()) {
            return between(look.predicted().orElseThrow());
        }
        if (look.caller().onHost(look.snapshot())) {
            return fromHost();
        }
        List<String> near = near();
        if (!near.isEmpty()) {
            return Rung.holds(Step.NETWORK, say("seen.in-range", String.join(", ", near)));
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

    /** The caller's networks in whose range the called address lies, and to which Linux sends without a gateway. */
    private List<String> near() {
        String address = calls.best().address();
        if (address.isEmpty() || calls.best().route().contains(" via ")) {
            return List.of();
        }
        return look.callerNetworks().stream()
                .filter(n -> n.pools().stream().anyMatch(p -> p.subnet().contains(address)))
                .map(Network::name)
                .toList();
    }

    private Rung between(Reachability predicted) {
        if (look.target().isAddress()) {
            return toAddress(look.predicted(look.target().host()));
        }
        if (predicted.reaches()) {
            return Rung.holds(
                    Step.NETWORK,
                    seen(predicted.reason(), predicted.network().orElse(""), predicted.from(), predicted.to()));
        }
        return calls.reached()
                ? Rung.needless(Step.NETWORK, say("seen.all-the-same"))
                : Rung.broken(Step.NETWORK, predicted.sentence());
    }

    /** The address that was typed may be one on a network that the caller does not share, though it shares another. */
    private Rung toAddress(Verdict verdict) {
        boolean leads = verdict.outcome() == CallOutcome.REACHED;
        String network = verdict.network().orElse("");
        if (leads) {
            return Rung.holds(
                    Step.NETWORK, seen(verdict.reason(), network, look.caller().name(), look.calledName()));
        }
        if (calls.reached() || verdict.outcome() == CallOutcome.UNKNOWN) {
            return Rung.needless(Step.NETWORK, say(calls.reached() ? "seen.all-the-same" : "seen.unknown"));
        }
        return Rung.broken(
                Step.NETWORK,
                say("seen.off", look.caller().name(), look.target().host()));
    }

    private static String seen(Reachability.Reason reason, String network, String from, String to) {
        return say("seen." + reason.name().toLowerCase(Locale.ROOT), network, from, to);
    }

    private Rung fromHost() {
        if (!(look.callee() instanceof Callee.OfContainer)) {
            return Rung.needless(Step.NETWORK, say("seen.from-host"));
        }
        Optional<Network> bridge = look.calledNetworks().stream()
                .filter(n -> n.driver().equals("bridge"))
                .findFirst();
        if (bridge.isPresent() || look.onOneHost()) {
            return Rung.holds(
                    Step.NETWORK,
                    bridge.map(n -> say("seen.host-on", n.name())).orElseGet(() -> say("seen.from-host")));
        }
        return calls.reached() && !look.elsewhere()
                ? Rung.needless(Step.NETWORK, say("seen.all-the-same"))
                : Rung.broken(Step.NETWORK, say("seen.host-off", look.calledName()));
    }

    private Rung name() {
        if (look.target().isAddress() || look.target().isLoopback()) {
            return Rung.needless(Step.NAME, say("seen.numbers"));
        }
        if (!stopped(look).isEmpty()) {
            return Rung.untried(Step.NAME);
        }
        return calls.addresses().isEmpty()
                ? Rung.broken(Step.NAME, say("seen.nameless", look.target().host()))
                : Rung.holds(Step.NAME, resolved());
    }

    /** The addresses with whose they are, and where they come from where that is not plainly the DNS. */
    private String resolved() {
        String host = look.target().host();
        String all = calls.addresses().stream()
                .map(a -> Callee.holder(look.snapshot(), a)
                        .filter(c -> !c.name().equals(host))
                        .map(c -> Language.current().aside(a, c.name()))
                        .orElse(a))
                .collect(Collectors.joining(", "));
        if (calls.fromFile()) {
            return say("seen.name.file", host, all);
        }
        boolean searched = calls.canonical().startsWith(host + ".");
        return searched ? say("seen.name.searched", host, all, calls.canonical()) : say("seen.name", host, all);
    }

    private Rung address() {
        if (calls.tried().isEmpty() || look.elsewhere()) {
            return Rung.untried(Step.ADDRESS);
        }
        Attempt best = calls.best();
        if (best.milliseconds().isPresent()) {
            return Rung.holds(
                    Step.ADDRESS,
                    say("seen.echo", best.address(), best.milliseconds().get()));
        }
        if (calls.reached() || look.arrived().filter(n -> n > 0).isPresent()) {
            return Rung.holds(Step.ADDRESS, say("seen.no-echo", best.address()));
        }
        String seen = best.nowhere() ? "seen.no-route" : best.turnedBack() ? "seen.turned-back" : "seen.silent";
        return Rung.broken(Step.ADDRESS, say(seen, best.address()));
    }

    private Rung port() {
        if (look.port() == 0) {
            return Rung.needless(Step.PORT, say("seen.no-port"));
        }
        if (calls.tried().isEmpty()
                || look.elsewhere()
                || (!calls.reached() && !look.target().isUdp())) {
            return Rung.untried(Step.PORT);
        }
        Attempt best = calls.best();
        String at = Target.in(best.address(), look.target().port().orElse(0));
        if (look.target().isUdp()) {
            return datagrams(best, at);
        }
        if (best.connected()) {
            return Rung.holds(Step.PORT, say("seen.connected", at));
        }
        String seen = best.refused() ? "seen.refused" : best.turnedBack() ? "seen.turned-back" : "seen.port-silent";
        return Rung.broken(Step.PORT, say(seen, at));
    }

    /** A UDP server need not answer: then what its sandbox took in is counted. */
    private Rung datagrams(Attempt best, String at) {
        if (best.datagram().equals("answered")) {
            return Rung.holds(Step.PORT, say("seen.udp-answered", at));
        }
        if (best.refused()) {
            return Rung.broken(Step.PORT, say("seen.refused", at));
        }
        if (look.arrived().isEmpty()) {
            return Rung.needless(Step.PORT, say("seen.udp-unknown", at));
        }
        long arrived = look.arrived().get();
        return arrived >= Datagrams.SENT
                ? Rung.holds(Step.PORT, say("seen.udp-arrived", at, look.calledName()))
                : Rung.broken(Step.PORT, say("seen.udp-lost", at, look.calledName()));
    }

    private Rung http() {
        if (look.port() == 0) {
            return Rung.needless(Step.HTTP, say("seen.no-port"));
        }
        if (look.target().isUdp()) {
            return Rung.needless(Step.HTTP, say("seen.udp"));
        }
        Attempt best = calls.best();
        if (!best.connected() || look.elsewhere()) {
            return Rung.untried(Step.HTTP);
        }
        if (best.status() > 0) {
            return Rung.holds(Step.HTTP, say("seen.http", best.status(), Math.round(best.total() * 1000)));
        }
        return switch (best.exit()) {
            case 28 -> Rung.broken(Step.HTTP, say("seen.http-silent"));
            case 52, 56 -> Rung.broken(Step.HTTP, say("seen.hung-up"));
            default -> Rung.needless(Step.HTTP, say("seen.not-http"));
        };
    }
}
