package porthole.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porthole.network.Container;
import porthole.network.Inside;
import porthole.network.IpFamily;
import porthole.network.Literal;
import porthole.network.Network;
import porthole.network.Port;
import porthole.network.Snapshot;
import porthole.topology.Reachability.Reason;
import porthole.topology.Sandbox.Plug;

/**
 * What ought to become of calls, told from what is known and without sending anything: addresses of both families, ports,
 * names, published ports.
 */
public final class Prediction {
    /** The word for the engine's own machine where a container's name may stand. */
    public static final String HOST = "host";

    private final Snapshot snapshot;
    private final Map<String, Inside> inside;
    private final Ways ways;
    private final Doors doors;
    /** By the address in its canonical form: whose it is. */
    private final Map<String, Container> holders = new HashMap<>();

    /**
     * Predicts for this engine.
     *
     * @param snapshot what the engine's lists say
     * @param inside what is known beyond them, by container id; {@link #HOST} for the host's own namespace
     */
    public Prediction(Snapshot snapshot, Map<String, Inside> inside) {
        this.snapshot = snapshot;
        this.inside = Map.copyOf(inside);
        ways = new Ways(snapshot);
        doors = new Doors(snapshot);
        snapshot.containers().stream().filter(Topology::isLive).forEach(this::hold);
    }

    private void hold(Container container) {
        Sandbox sandbox = Sandbox.of(snapshot, container);
        if (sandbox.owner().filter(o -> o.id().equals(container.id())).isPresent()) {
            for (Plug plug : sandbox.plugs()) {
                for (IpFamily family : IpFamily.values()) {
                    family.of(plug.endpoint()).ifPresent(a -> holders.putIfAbsent(Literal.canonical(a), container));
                }
            }
        }
    }

    Sandbox sandbox(Optional<Container> container) {
        return container.map(c -> Sandbox.of(snapshot, c)).orElse(Sandbox.HOST);
    }

    /** What is known of a sandbox: of its owner, or of the host. */
    private Inside inside(Sandbox sandbox) {
        return inside.getOrDefault(sandbox.owner().map(Container::id).orElse(HOST), Inside.UNKNOWN);
    }

    /**
     * What becomes of a call.
     *
     * @param from who calls; empty for the host
     * @param address in numbers
     * @param port the port called; empty for an echo (ping)
     */
    public Verdict call(Optional<Container> from, String address, Optional<Port> port) {
        Sandbox caller = sandbox(from);
        if (!caller.live()) {
            return Verdict.of(CallOutcome.NOT_RUNNING, Reason.NOT_RUNNING);
        }
        Verdict verdict = arrived(caller, address, port);
        return verdict.outcome() != CallOutcome.NOT_RUNNING && filtered(caller)
                ? verdict.with(CallOutcome.UNKNOWN, Reason.OWN_RULES)
                : verdict;
    }

    private Verdict arrived(Sandbox caller, String address, Optional<Port> port) {
        if (Literal.isLoopback(address) || caller.at(address).isPresent()) {
            Verdict own = Verdict.of(CallOutcome.REACHED, Reason.SAME_SANDBOX);
            return caller.isHost() ? atHost(caller, own, address, port) : listens(caller, own, address, port);
        }
        Optional<Container> called = at(address);
        if (called.isPresent()) {
            return to(caller, called.get(), address, port);
        }
        Optional<Network> bridge = bridge(address);
        if (bridge.isEmpty()) {
            return Verdict.of(CallOutcome.UNKNOWN, Reason.OUTSIDE);
        }
        return atHost(caller, ways.toHost(caller, bridge.get(), IpFamily.of(address)), address, port);
    }

    private Verdict to(Sandbox caller, Container called, String address, Optional<Port> port) {
        Sandbox target = Sandbox.of(snapshot, called);
        if (!target.live()) {
            return Verdict.of(CallOutcome.NOT_RUNNING, Reason.NOT_RUNNING);
        }
        Plug plug = target.at(address).orElseThrow();
        Verdict way = ways.between(caller, target, plug, IpFamily.of(address));
        if (way.reason() == Reason.FORBIDDEN
                && plug.network().defaultBridge()
                && port.isPresent()
                && linked(caller, target, port.get())) {
            way = Verdict.of(CallOutcome.REACHED, Reason.LINKED, plug.network().name());
        }
        if (way.outcome() == CallOutcome.REACHED && filtered(target)) {
            return way.with(CallOutcome.UNKNOWN, Reason.OWN_RULES);
        }
        return listens(target, way, address, port);
    }

    private boolean filtered(Sandbox sandbox) {
        return !sandbox.isHost() && inside(sandbox).filtered();
    }

    /**
     * With {@code enable_icc=false}, a link opens the exposed ports of the linked (of TCP and UDP) and nothing else; on the
     * default bridge alone, elsewhere a link is but a name (seen on 20.10).
     */
    private boolean linked(Sandbox caller, Sandbox target, Port port) {
        Container called = target.owner().orElseThrow();
        return inside(target).exposed().contains(port)
                && inside(caller).links().values().stream().anyMatch(called.name()::equals);
    }

    /** Where packets arrive, the sockets decide. */
    private Verdict listens(Sandbox target, Verdict way, String address, Optional<Port> port) {
        if (way.outcome() != CallOutcome.REACHED || port.isEmpty()) {
            return way;
        }
        Optional<List<Inside.Listener>> sockets = inside(target).listening();
        if (sockets.isEmpty()) {
            return way.with(CallOutcome.UNKNOWN, Reason.SOCKETS_UNKNOWN);
        }
        if (sockets.get().stream().noneMatch(s -> s.takes(Literal.canonical(address), port.get()))) {
            return way.with(CallOutcome.REFUSED, Reason.NOTHING_LISTENS);
        }
        if (target.owner().filter(c -> !c.running()).isPresent()) {
            return way.with(CallOutcome.UNKNOWN, Reason.PAUSED);
        }
        boolean datagram = port.get().protocol().equals("udp");
        return datagram ? way.with(CallOutcome.SILENT, way.reason()) : way;
    }

    private Verdict atHost(Sandbox caller, Verdict way, String address, Optional<Port> port) {
        if (way.outcome() != CallOutcome.REACHED || port.isEmpty()) {
            return way;
        }
        Optional<Doors.Door> door = doors.at(address, port.get());
        if (door.isEmpty()) {
            return listens(Sandbox.HOST, way, address, port);
        }
        return door(caller, door.get(), address);
    }

    /** A published port: rewritten by a rule (DNAT), or taken by docker-proxy, which calls the container from the host. */
    private Verdict door(Sandbox caller, Doors.Door door, String address) {
        Sandbox target = Sandbox.of(snapshot, door.container());
        IpFamily family = IpFamily.of(address);
        String behind = door.behind(target, family, Rules.of(snapshot.host())).orElse("");
        boolean isRewritten = behind.isEmpty() || IpFamily.of(behind) == family;
        if (isRewritten && ways.entersInternal(caller, bridge(address), family)) {
            return Verdict.of(CallOutcome.DROPPED, Reason.INTERNAL_DOOR);
        }
        Verdict way = Verdict.of(CallOutcome.REACHED, Reason.PUBLISHED);
        if (!behind.isEmpty()
                && target.at(behind).filter(p -> p.isCut(IpFamily.of(behind))).isPresent()) {
            // docker-proxy may take the connection before it finds that nobody answers.
            return way.with(CallOutcome.UNKNOWN, Reason.CUT);
        }
        if (filtered(target)) {
            return way.with(CallOutcome.UNKNOWN, Reason.OWN_RULES);
        }
        if (behind.isEmpty()) {
            return way;
        }
        Verdict answer = listens(target, way, behind, Optional.of(door.port()));
        if (answer.outcome() != CallOutcome.REFUSED || (isRewritten && !ways.proxied(caller, address))) {
            return answer;
        }
        // docker-proxy keeps to itself that nobody takes a datagram, and takes a connection before it knows.
        return door.port().protocol().equals("udp")
                ? way.with(CallOutcome.SILENT, way.reason())
                : way.with(CallOutcome.REFUSED, Reason.PROXY_CLOSES);
    }

    /** Whose address it is. */
    private Optional<Container> at(String address) {
        return Optional.ofNullable(holders.get(Literal.canonical(address)));
    }

    /** The bridge on which the host has this address. */
    private Optional<Network> bridge(String address) {
        IpFamily family = IpFamily.of(address);
        String wanted = Literal.canonical(address);
        return snapshot.networks().stream()
                .filter(Rules::isBridge)
                .filter(n -> family.gateway(n)
                        .map(Literal::canonical)
                        .filter(wanted::equals)
                        .isPresent())
                .findFirst();
    }

    /** The addresses at which a caller may look for a container, those on shared networks first. */
    public List<String> addresses(Optional<Container> from, Optional<Container> to) {
        Sandbox caller = sandbox(from);
        Sandbox called = sandbox(to);
        if (!called.live()) {
            return List.of();
        }
        if (caller.same(called)) {
            return List.of("127.0.0.1");
        }
        return called.isHost() ? ways.hostAddresses(caller) : own(caller, called);
    }

    private static List<String> own(Sandbox caller, Sandbox called) {
        List<String> shared = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Plug plug : called.plugs()) {
            List<String> place = caller.on(plug.network()).isPresent() ? shared : others;
            plug.endpoint().address().ifPresent(place::add);
            plug.endpoint().address6().map(Literal::canonical).ifPresent(place::add);
        }
        shared.addAll(others);
        return List.copyOf(shared);
    }

    /**
     * The best that can come of an echo.
     *
     * @param verdict what becomes of it
     * @param address where it would go; empty where there is no address
     */
    public record Best(Verdict verdict, Optional<String> address) {}

    /** What becomes of an echo to the best of all addresses that the called has for the caller. */
    public Best best(Optional<Container> from, Optional<Container> to) {
        Sandbox caller = sandbox(from);
        Sandbox called = sandbox(to);
        if (!caller.live() || !called.live()) {
            return new Best(Verdict.of(CallOutcome.NOT_RUNNING, Reason.NOT_RUNNING), Optional.empty());
        }
        return addresses(from, to).stream()
                .map(address -> new Best(call(from, address, Optional.empty()), Optional.of(address)))
                .reduce((one, other) ->
                        one.verdict().outcome().compareTo(other.verdict().outcome()) <= 0 ? one : other)
                .orElseGet(() -> new Best(nowhere(caller, called), Optional.empty()));
    }

    private static Verdict nowhere(Sandbox caller, Sandbox called) {
        boolean bare = (caller.plugs().isEmpty() && !caller.isHost())
                || (called.plugs().isEmpty() && !called.isHost());
        return Verdict.of(CallOutcome.NO_ROUTE, bare ? Reason.NO_NETWORK : Reason.ISOLATED);
    }

    /** What becomes of an echo to a name: whether it is known, and leads to the called. */
    public Verdict byName(Optional<Container> from, Optional<Container> to, String name) {
        List<String> found = resolve(from, name);
        Sandbox called = sandbox(to);
        return found.stream()
                .filter(address -> called.at(address).isPresent())
                .map(address -> call(from, address, Optional.empty()))
                .reduce((one, other) -> one.outcome().compareTo(other.outcome()) <= 0 ? one : other)
                .orElseGet(() ->
                        Verdict.of(CallOutcome.NAME_UNKNOWN, found.isEmpty() ? Reason.NO_NAME : Reason.NAME_ELSEWHERE));
    }

    /**
     * The addresses that a name has for a caller; empty where it has none.
     *
     * @param from who asks; empty for the host
     * @param name of a container, an alias, or a link
     */
    List<String> resolve(Optional<Container> from, String name) {
        return new NameService(snapshot, inside).resolve(sandbox(from), name);
    }

    /** The addresses that belong to a container, or to the host on any bridge. */
    public boolean owns(Optional<Container> to, String address) {
        Sandbox called = sandbox(to);
        return called.isHost()
                ? bridge(address).isPresent()
                : called.at(address).isPresent();
    }

    /** The published ports of these containers, as the host's sockets: one for each of address, port and protocol. */
    public List<Published> published(List<Container> some) {
        return doors.of(some);
    }

    /** Whose published port it is; empty if nobody of this engine has it. */
    public Optional<Container> owner(Published door) {
        return doors.owner(door);
    }

    /** The host's addresses at which a caller may try a published port: those of the families that it is published for. */
    public List<String> at(Optional<Container> from, Published door) {
        Sandbox caller = sandbox(from);
        if (caller.isHost()) {
            return door.isOnAll()
                    ? doors.loopbacks(door)
                    : List.of(door.hostAddress().orElseThrow());
        }
        List<IpFamily> families = doors.families(door);
        return ways.hostAddresses(caller).stream()
                .filter(a -> families.contains(IpFamily.of(a)))
                .toList();
    }

    /** Why there is no address at which a caller may try a published port. */
    public Verdict untried(Optional<Container> from, Published door) {
        Sandbox caller = sandbox(from);
        if (!caller.live()) {
            return Verdict.of(CallOutcome.NOT_RUNNING, Reason.NOT_RUNNING);
        }
        boolean six = doors.families(door).equals(List.of(IpFamily.IPV6));
        return Verdict.of(
                CallOutcome.NO_ROUTE,
                caller.plugs().isEmpty() ? Reason.NO_NETWORK : six ? Reason.NO_SIX : Reason.NO_WAY);
    }
}
