package porthole.topology;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import porthole.network.IpFamily;
import porthole.network.Literal;
import porthole.network.Network;
import porthole.network.Snapshot;
import porthole.topology.Reachability.Reason;
import porthole.topology.Sandbox.Plug;

/** Which way packets take between sandboxes, and whether the engine's rules let them pass. */
final class Ways {
    private final Rules rules;

    Ways(Snapshot snapshot) {
        rules = Rules.of(snapshot.host());
    }

    /**
     * The plug that has the default route. Before 28 one plug has it for both families: the first with an IPv4 gateway.
     * Overlays lead out by a bridge of the engine's own, which no list shows.
     */
    private Optional<Plug> out(Sandbox sandbox, IpFamily family) {
        IpFamily first = rules.routesEachFamily() ? family : IpFamily.IPV4;
        Optional<Plug> way = sandbox.plugs().stream()
                .filter(p -> rules.internalHasRoute() || !p.network().internal())
                .filter(p -> leads(p, first) && !p.isCut(first))
                .findFirst();
        return way.filter(p -> p.carries(family) && leads(p, family));
    }

    private static boolean leads(Plug plug, IpFamily family) {
        return (family == IpFamily.IPV4 && plug.endpoint().gateway().isPresent())
                || family.gateway(plug.network()).isPresent();
    }

    /** From one sandbox to the plug of another. */
    Verdict between(Sandbox caller, Sandbox target, Plug plug, IpFamily family) {
        String name = plug.network().name();
        if (caller.isHost()) {
            if (plug.isCut(family)) {
                return Verdict.of(CallOutcome.DROPPED, Reason.CUT, name);
            }
            return Rules.isBridge(plug.network())
                    ? Verdict.of(CallOutcome.REACHED, Reason.FROM_HOST, name)
                    : Verdict.of(CallOutcome.DROPPED, Reason.NO_LEG, name);
        }
        if (caller.plugs().isEmpty()) {
            return Verdict.of(CallOutcome.NO_ROUTE, Reason.NO_NETWORK);
        }
        if (caller.on(plug.network()).filter(p -> p.carries(family)).isPresent()) {
            return plug.isCut(family)
                    ? Verdict.of(CallOutcome.DROPPED, Reason.CUT, name)
                    : shared(plug.network(), family);
        }
        Optional<Plug> out = out(caller, family);
        if (out.isEmpty()) {
            return withoutWay(caller, family);
        }
        Verdict through = routed(out.get().network(), target, plug.network(), family);
        boolean meet =
                caller.plugs().stream().anyMatch(p -> target.on(p.network()).isPresent());
        return meet && through.reason() == Reason.ISOLATED
                ? Verdict.of(through.outcome(), Reason.ADDRESS_ELSEWHERE, name)
                : through;
    }

    /** Linux removes the routes of an interface that is off or loses its address. */
    private static Verdict withoutWay(Sandbox caller, IpFamily family) {
        return caller.plugs().stream()
                .filter(p -> p.has(family) && p.isCut(family))
                .findFirst()
                .map(p ->
                        Verdict.of(CallOutcome.NO_ROUTE, Reason.CUT, p.network().name()))
                .orElseGet(() ->
                        Verdict.of(CallOutcome.NO_ROUTE, family == IpFamily.IPV6 ? Reason.NO_SIX : Reason.NO_WAY));
    }

    private Verdict shared(Network network, IpFamily family) {
        String name = network.name();
        return switch (network.driver()) {
            case "bridge" -> {
                if (network.forbidsTalk() && rules.filters(family)) {
                    yield Verdict.of(CallOutcome.DROPPED, Reason.FORBIDDEN, name);
                }
                Reason reason = network.defaultBridge() ? Reason.DEFAULT_BRIDGE : Reason.SHARED_NETWORK;
                yield Verdict.of(CallOutcome.REACHED, reason, name);
            }
            case "macvlan" -> mode(network, network.options().getOrDefault("macvlan_mode", "bridge"));
            case "ipvlan" -> mode(network, network.options().getOrDefault("ipvlan_flag", "bridge"));
            default -> Verdict.of(CallOutcome.REACHED, Reason.SHARED_NETWORK, name);
        };
    }

    /** Linux's modes of macvlan and flags of ipvlan (ip-link(8)): private ends all talk, vepa leaves it to the switch. */
    private static Verdict mode(Network network, String mode) {
        return switch (mode) {
            case "private" -> Verdict.of(CallOutcome.DROPPED, Reason.PRIVATE, network.name());
            case "vepa" -> Verdict.of(CallOutcome.UNKNOWN, Reason.SWITCH, network.name());
            default -> Verdict.of(CallOutcome.REACHED, Reason.SHARED_NETWORK, network.name());
        };
    }

    /** Through the host: the engine's rules drop it, but for IPv6 where the engine has none. */
    private Verdict routed(Network out, Sandbox target, Network to, IpFamily family) {
        if (!Rules.isBridge(out) || !Rules.isBridge(to)) {
            return Verdict.of(CallOutcome.DROPPED, Reason.ISOLATED);
        }
        if (rules.filters(family)) {
            return Verdict.of(CallOutcome.DROPPED, Reason.ISOLATED);
        }
        boolean back = target.on(out).filter(p -> p.carries(family)).isPresent()
                || out(target, family).filter(p -> Rules.isBridge(p.network())).isPresent();
        return back
                ? Verdict.of(CallOutcome.REACHED, Reason.ROUTED, to.name())
                : Verdict.of(CallOutcome.DROPPED, Reason.NO_WAY_BACK, to.name());
    }

    /** To the host's own address on a bridge: no rule of the engine is asked, not even for an internal network. */
    Verdict toHost(Sandbox caller, Network bridge, IpFamily family) {
        if (caller.isHost()) {
            return Verdict.of(CallOutcome.REACHED, Reason.SAME_SANDBOX);
        }
        if (caller.plugs().isEmpty()) {
            return Verdict.of(CallOutcome.NO_ROUTE, Reason.NO_NETWORK);
        }
        if (caller.on(bridge).filter(p -> p.carries(family)).isPresent()) {
            return Verdict.of(CallOutcome.REACHED, Reason.TO_HOST, bridge.name());
        }
        Optional<Plug> out = out(caller, family);
        if (out.isEmpty()) {
            return withoutWay(caller, family);
        }
        return Rules.isBridge(out.get().network())
                ? Verdict.of(CallOutcome.REACHED, Reason.TO_HOST, bridge.name())
                : Verdict.of(
                        CallOutcome.DROPPED, Reason.NO_LEG, out.get().network().name());
    }

    /** The host's addresses as a caller finds them: on its own bridges, IPv4 first. */
    List<String> hostAddresses(Sandbox caller) {
        Set<String> found = new LinkedHashSet<>();
        for (IpFamily family : IpFamily.values()) {
            List<Plug> plugs = new ArrayList<>();
            out(caller, family).ifPresent(plugs::add);
            plugs.addAll(caller.plugs());
            plugs.stream()
                    .filter(p -> Rules.isBridge(p.network()) && p.has(family))
                    .flatMap(p -> family.gateway(p.network()).stream())
                    .map(Literal::canonical)
                    .findFirst()
                    .ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    /**
     * Whether a call to the host's address comes in on the bridge of an internal network. There a published port is
     * rewritten before the engine's isolation drops it; on other bridges docker-proxy takes it (seen on 20.10 and 28.5).
     */
    boolean entersInternal(Sandbox caller, Optional<Network> bridge, IpFamily family) {
        if (caller.isHost() || !rules.filters(family)) {
            return false;
        }
        return entry(caller, bridge, family).filter(p -> p.network().internal()).isPresent();
    }

    /** By which plug a call to the host's address leaves the caller. */
    private Optional<Plug> entry(Sandbox caller, Optional<Network> bridge, IpFamily family) {
        return bridge.flatMap(caller::on).filter(p -> p.has(family)).or(() -> out(caller, family));
    }

    /**
     * Whether docker-proxy takes a call to a published port, since no rule rewrites it: from the host's loopback address, from
     * every bridge that is not internal (the engine's chain of rewriting rules returns for each of them: {@code -A DOCKER -i
     * br-… -j RETURN}, seen on 20.10 and 28.5), and where the engine has no rules for the family.
     *
     * @param caller not on an internal bridge, from which the call is rewritten, and then dropped
     */
    boolean proxied(Sandbox caller, String address) {
        return !caller.isHost() || Literal.isLoopback(address) || !rules.filters(IpFamily.of(address));
    }
}
