package porthole.probe.why;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.NetworkMode;
import porthole.network.PortBinding;
import porthole.probe.call.Callee;
import porthole.probe.call.Caller;
import porthole.probe.call.Drop;
import porthole.probe.call.ProbeSentences;
import porthole.probe.call.Target;
import porthole.topology.Reachability;
import porthole.topology.Reachability.Reason;

/**
 * Why the first broken rung is broken, and what would repair it.
 *
 * @param sentence for the person at the cell
 * @param mend empty where no command leads further
 * @param further a command that tells more, and repairs nothing
 */
record Explanation(String sentence, Optional<Remedy> mend, Optional<Remedy> further) {
    private static Explanation of(Optional<Remedy> mend, String key, Object... parts) {
        return new Explanation(ProbeSentences.SENTENCES.say(key, parts), mend, Optional.empty());
    }

    private static Explanation plain(String key, Object... parts) {
        return of(Optional.empty(), key, parts);
    }

    /** The container's log says more. */
    private static Explanation logs(String container, String key, Object... parts) {
        return new Explanation(
                ProbeSentences.SENTENCES.say(key, parts),
                Optional.empty(),
                Optional.of(Remedy.container("logs", container)));
    }

    static Explanation of(Remedies remedies, Rung broken) {
        CallObservation look = remedies.look();
        return switch (broken.step()) {
            case RUNNING -> running(look);
            case LISTENING -> listening(remedies);
            case NETWORK -> Isolation.explain(remedies);
            case NAME -> name(remedies);
            case ADDRESS -> address(remedies);
            case PORT -> port(remedies);
            case HTTP -> http(remedies);
        };
    }

    private static Explanation running(CallObservation look) {
        List<Container> stopped = Rungs.stopped(look);
        Container first = stopped.get(0);
        String name = first.name();
        Optional<Remedy> start = Remedies.start(stopped);
        return switch (first.state()) {
            case "paused" -> of(start, "why.paused", name);
            case "restarting" -> logs(name, "why.restarting", name);
            default -> of(start, "why.stopped", name);
        };
    }

    private static Explanation listening(Remedies remedies) {
        CallObservation look = remedies.look();
        String name = look.calledName();
        if (look.callee() instanceof Callee.Itself) {
            return localhost(remedies);
        }
        if (!look.onPort().isEmpty()) {
            return deafToOthers(remedies);
        }
        List<Integer> open = look.openPorts();
        if (open.isEmpty()) {
            return logs(name, "why.deaf", name);
        }
        if (look.callee() instanceof Callee.Door door) {
            return plain("why.door", name, door.binding(), open.get(0));
        }
        Optional<Integer> published = published(look);
        int meant = published.filter(open::contains).orElse(open.get(0));
        Optional<Remedy> mend = remedies.call(look.target().host(), meant);
        return published.isPresent()
                ? of(mend, "why.published", name, look.port(), published.get())
                : of(mend, "why.other-port", name, look.port(), open.get(0));
    }

    /** On its own loopback address, or for the other family alone. */
    private static Explanation deafToOthers(Remedies remedies) {
        CallObservation look = remedies.look();
        String name = look.calledName();
        if (look.onPort().stream().allMatch(CallObservation::isLoopback)) {
            return plain("why.loopback", name, look.port());
        }
        boolean six = look.target().isAddress() && look.target().host().contains(":");
        Optional<Remedy> other = look.called().stream()
                .flatMap(c -> Caller.sandbox(look.snapshot(), c).endpoints().stream())
                .flatMap(e -> (six ? e.address() : e.address6()).stream())
                .flatMap(a -> remedies.call(a, look.port()).stream())
                .findFirst();
        return of(other, six ? "why.not-six" : "why.not-four", name, look.port());
    }

    /** The container's port, where the one that was asked for is its published port of the host. */
    private static Optional<Integer> published(CallObservation look) {
        return look.called().stream()
                .flatMap(c -> c.ports().stream())
                .filter(p -> p.hostPort() == look.port()
                        && p.containerPort().protocol().equals(look.target().protocol()))
                .map(p -> p.containerPort().number())
                .findFirst();
    }

    /** Inside a container, localhost is the container. */
    private static Explanation localhost(Remedies remedies) {
        CallObservation look = remedies.look();
        int port = look.port();
        String from = look.caller().name();
        Optional<Container> meant = look.snapshot().containers().stream()
                .filter(c -> c.ports().stream().map(PortBinding::hostPort).anyMatch(p -> p == port)
                        || c.listening().stream().anyMatch(p -> p.number() == port))
                .findFirst();
        List<String> gateways = Isolation.gateways(look);
        if (meant.isEmpty() || gateways.isEmpty()) {
            return plain("why.localhost", from, port);
        }
        Optional<Remedy> mend =
                gateways.stream().flatMap(g -> remedies.call(g, port).stream()).findFirst();
        return of(mend, "why.localhost.host", from, port, meant.get().name(), gateways.get(0));
    }

    private static Explanation name(Remedies remedies) {
        CallObservation look = remedies.look();
        String host = look.target().host();
        String from = look.caller().name();
        if (look.called().isEmpty()) {
            return plain("why.outside", host, from);
        }
        int port = look.target().port().orElse(0);
        if (look.caller().onHost(look.snapshot())) {
            Optional<Remedy> mend = byAddress(remedies, port);
            return of(mend, mend.isPresent() ? "why.host-dns" : "why.host-dns.silent", host, from);
        }
        Optional<Reason> reason = look.predicted().map(Reachability::reason);
        if (reason.filter(Reason.TO_HOST::equals).isPresent()) {
            return of(byAddress(remedies, port), "why.host-name", host, from);
        }
        if (look.called()
                .filter(c -> c.mode() instanceof NetworkMode.OfContainer)
                .isPresent()) {
            Container owner = Caller.sandbox(look.snapshot(), look.called().orElseThrow());
            return of(remedies.call(owner.name(), port), "why.guest-name", host, owner.name());
        }
        return reason.filter(Reason.DEFAULT_BRIDGE::equals).isPresent()
                ? of(remedies.join(), "why.default-bridge", host)
                : of(byAddress(remedies, port), "why.nameless", host, from);
    }

    private static Optional<Remedy> byAddress(Remedies remedies, int port) {
        return remedies.look().calls().tried().flatMap(a -> remedies.call(a, port));
    }

    /** Nothing comes back. */
    private static Explanation address(Remedies remedies) {
        CallObservation look = remedies.look();
        String address = look.calls().tried().orElse("");
        if (look.calls().best().nowhere()) {
            return plain("why.no-route", address, look.caller().name());
        }
        if (!look.drops().isEmpty()) {
            return dropped(remedies, address);
        }
        if (look.called().isEmpty() && look.callee() instanceof Callee.Outside) {
            boolean inside = Isolation.inRange(look.snapshot(), address);
            if (!inside && look.calls().best().turnedBack()) {
                return plain("why.outside-turned-back", address, look.caller().name());
            }
            boolean host = !inside
                    && look.caller().container().isPresent()
                    && remedies.fromHost().reached();
            return plain(
                    host ? "why.outside-from-host" : inside ? "why.nobody" : "why.outside-silent",
                    address,
                    look.caller().name());
        }
        return plain(look.calls().best().turnedBack() ? "why.turned-back" : "why.silent", address);
    }

    private static Explanation dropped(Remedies remedies, String at) {
        CallObservation look = remedies.look();
        String address = look.calls().tried().orElse("");
        Optional<Network> forbids = look.callerNetworks().stream()
                .filter(Network::forbidsTalk)
                .filter(look.calledNetworks()::contains)
                .filter(n -> n.pools().stream().anyMatch(p -> p.subnet().contains(address)))
                .findFirst();
        if (forbids.isPresent()) {
            return of(remedies.join(), "why.forbidden.at", at, forbids.get().name());
        }
        Drop drop = look.drops().get(0);
        String where = drop.where().equals(Caller.HOST)
                ? ProbeSentences.SENTENCES.say("rule.host")
                : ProbeSentences.SENTENCES.say("rule.container", drop.where());
        String rules = look.drops().stream()
                .filter(d -> d.where().equals(drop.where()))
                .map(d -> ProbeSentences.SENTENCES.say("rule", d.table(), d.rule(), d.packets()))
                .distinct()
                .collect(Collectors.joining(", "));
        return plain(drop.rejects() ? "why.rejected" : "why.dropped-by", at, where, rules);
    }

    private static Explanation port(Remedies remedies) {
        CallObservation look = remedies.look();
        int asked = look.target().port().orElse(0);
        String at = Target.in(look.calls().tried().orElse(""), asked);
        if (!look.drops().isEmpty()) {
            return dropped(remedies, at);
        }
        boolean refused = look.calls().best().refused();
        if (refused && look.callee() instanceof Callee.OfHost) {
            return hostPort(remedies, asked);
        }
        if (refused && look.sockets().isPresent() && look.listens()) {
            return plain("why.refused-though", at, look.calledName());
        }
        boolean turnedBack = look.calls().best().turnedBack();
        return plain(refused ? "why.refused" : turnedBack ? "why.turned-back" : "why.dropped", at);
    }

    /** A port that is published after all, but for another protocol or another address of the host. */
    private static Explanation hostPort(Remedies remedies, int asked) {
        CallObservation look = remedies.look();
        List<PortBinding> bindings = Callee.bindings(look.snapshot(), asked);
        String port = asked + (look.target().isUdp() ? "/udp" : "");
        if (bindings.isEmpty()) {
            return remedies.asked(asked).map(by -> asked(by, port)).orElseGet(() -> plain("why.host-port", port));
        }
        PortBinding binding = bindings.get(0);
        String protocol = binding.containerPort().protocol();
        return protocol.equals(look.target().protocol())
                ? plain(
                        "why.host-port.address",
                        asked,
                        binding,
                        look.calls().tried().orElse(""))
                : plain("why.host-port.protocol", asked, binding, look.target().protocol());
    }

    private static Explanation asked(AskedPort by, String port) {
        String name = by.container().name();
        return by.container().running()
                ? plain("why.host-port.asked", port, name, String.join(", ", by.networks()))
                : of(Remedies.start(List.of(by.container())), "why.host-port.ended", port, name);
    }

    private static Explanation http(Remedies remedies) {
        CallObservation look = remedies.look();
        String name = look.calledName();
        String key = look.calls().best().exit() == 28 ? "why.http-silent" : "why.hung-up";
        if (!look.drops().isEmpty()) {
            return dropped(remedies, Target.in(name, look.port()));
        }
        return look.called().map(c -> logs(c.name(), key, name)).orElseGet(() -> plain(key, name));
    }
}
