package porthole.probe;

import java.util.List;
import java.util.Optional;
import porthole.network.Container;
import porthole.network.NetworkMode;
import porthole.network.PortBinding;
import porthole.topology.Reachability;
import porthole.topology.Reachability.Reason;

/**
 * Why the first broken rung is broken, and what would mend it.
 *
 * @param sentence for the person at the cell
 * @param mend empty where no docker command would help
 */
record Explanation(String sentence, Optional<Mend> mend) {
    private static Explanation of(Optional<Mend> mend, String key, Object... parts) {
        return new Explanation(Errors.SENTENCES.say(key, parts), mend);
    }

    private static Explanation of(Mend mend, String key, Object... parts) {
        return of(Optional.of(mend), key, parts);
    }

    static Explanation of(Look look, Rung broken) {
        return switch (broken.step()) {
            case RUNNING -> running(Rungs.stopped(look).orElseThrow());
            case LISTENING -> listening(look);
            case NETWORK -> Isolation.explain(look);
            case NAME -> name(look);
            case ADDRESS ->
                of(Optional.empty(), "why.silent", look.calls().tried().orElse(""));
            case PORT -> port(look);
            case HTTP -> http(look);
        };
    }

    private static Explanation running(Container stopped) {
        String name = stopped.name();
        return switch (stopped.state()) {
            case "paused" -> of(Mend.container("unpause", name), "why.paused", name);
            case "restarting" -> of(Mend.container("logs", name), "why.restarting", name);
            default -> of(Mend.container("start", name), "why.stopped", name);
        };
    }

    private static Explanation listening(Look look) {
        String name = look.calledName();
        if (look.callee() instanceof Callee.Itself) {
            return localhost(look);
        }
        if (!look.onPort().isEmpty()) {
            return of(Optional.empty(), "why.loopback", name, look.port());
        }
        List<Integer> open = look.openPorts();
        if (open.isEmpty()) {
            return of(Mend.container("logs", name), "why.deaf", name);
        }
        if (look.callee() instanceof Callee.Door door) {
            return of(Optional.empty(), "why.door", name, door.binding(), open.get(0));
        }
        String url = Target.in(look.target().host(), open.get(0));
        Optional<Integer> published = published(look);
        return published.isPresent()
                ? of(Mend.curl(look.caller().name(), url), "why.published", name, look.port(), published.get())
                : of(Mend.curl(look.caller().name(), url), "why.other-port", name, look.port(), open.get(0));
    }

    /** The container's port, where the one that was asked for is its published port of the host. */
    private static Optional<Integer> published(Look look) {
        return look.called().stream()
                .flatMap(c -> c.ports().stream())
                .filter(p -> p.hostPort() == look.port())
                .map(p -> p.containerPort().number())
                .findFirst();
    }

    /** Inside a container, localhost is the container. */
    private static Explanation localhost(Look look) {
        int port = look.port();
        String from = look.caller().name();
        Optional<String> gateway = Isolation.gateway(look);
        Optional<Container> meant = look.snapshot().containers().stream()
                .filter(c -> c.ports().stream().map(PortBinding::hostPort).anyMatch(p -> p == port)
                        || c.listening().stream().anyMatch(p -> p.number() == port))
                .findFirst();
        if (meant.isEmpty() || gateway.isEmpty()) {
            return of(Optional.empty(), "why.localhost", from, port);
        }
        return of(
                Mend.curl(from, Target.in(gateway.get(), port)),
                "why.localhost.host",
                from,
                port,
                meant.get().name(),
                gateway.get());
    }

    private static Explanation name(Look look) {
        String host = look.target().host();
        String from = look.caller().name();
        Optional<String> address = look.calls().tried();
        if (look.called().isEmpty()) {
            return of(Optional.empty(), "why.outside", host, from);
        }
        int port = look.target().port().orElse(0);
        Optional<Mend> byAddress = address.map(a -> Mend.curl(from, port == 0 ? a : Target.in(a, port)));
        if (look.caller().onHost(look.snapshot())) {
            return of(byAddress, "why.host-dns", host, from);
        }
        Optional<Reason> reason = look.predicted().map(Reachability::reason);
        if (reason.filter(Reason.TO_HOST::equals).isPresent()) {
            return of(byAddress, "why.host-name", host, from);
        }
        if (look.called()
                .filter(c -> c.mode() instanceof NetworkMode.OfContainer)
                .isPresent()) {
            Container owner = Caller.sandbox(look.snapshot(), look.called().orElseThrow());
            String url = port == 0 ? owner.name() : Target.in(owner.name(), port);
            return of(Mend.curl(from, url), "why.guest-name", host, owner.name());
        }
        return reason.filter(Reason.DEFAULT_BRIDGE::equals).isPresent()
                ? of(Isolation.share(look), "why.default-bridge", host)
                : of(byAddress, "why.nameless", host, from);
    }

    private static Explanation port(Look look) {
        String at =
                Target.in(look.calls().tried().orElse(""), look.target().port().orElse(0));
        if (look.calls().refused() && look.callee() instanceof Callee.OfHost) {
            return of(Optional.empty(), "why.host-port", look.target().port().orElse(0));
        }
        return of(Optional.empty(), look.calls().refused() ? "why.refused" : "why.dropped", at);
    }

    private static Explanation http(Look look) {
        String name = look.calledName();
        Optional<Mend> logs = look.called().map(c -> Mend.container("logs", c.name()));
        return of(logs, look.calls().exit() == 28 ? "why.http-silent" : "why.hung-up", name);
    }
}
