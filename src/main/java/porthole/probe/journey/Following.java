package porthole.probe.journey;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import porthole.engine.Docker;
import porthole.engine.api.ParallelCalls;
import porthole.engine.sandbox.Guest;
import porthole.network.Container;
import porthole.network.NetworkMode;
import porthole.network.Snapshot;
import porthole.network.Underlay;
import porthole.probe.call.Caller;
import porthole.probe.call.ProbeSentences;
import porthole.probe.call.Target;
import porthole.topology.Journey;
import porthole.topology.JourneyEvidence;

/**
 * Makes one call and watches it: looks the name up, lets tcpdump listen in the namespaces of caller, hosts and called, reads
 * the counters, calls, and reads them again.
 */
public final class Following {
    private static final int AT_ONCE = 8;
    /** Below what Linux gives to connections by itself (32768 on), so that no other program has them. */
    private static final int LOWEST = 20000;

    private static final int HIGHEST = 32000;
    /** So many source ports may be tried, should one be in use after all. */
    private static final int PORTS = 8;

    /** So many addresses of a name are tried. */
    private static final int MOST = 4;

    static final Set<Journey.Ending> CONNECTED =
            Set.of(Journey.Ending.ANSWERED, Journey.Ending.SILENT, Journey.Ending.CLOSED);

    private static final int DEFAULT_PORT = 80;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Party from;
    private final String typed;
    private final Target target;
    private final List<Side> sides;
    private final int first = LOWEST + RANDOM.nextInt((HIGHEST - LOWEST) / PORTS) * PORTS;
    private final String mark = "porthole-" + HexFormat.of().toHexDigits(RANDOM.nextInt());

    /**
     * A host with what is on it.
     *
     * @param address between the hosts of a cluster; empty text for a single one
     */
    record Side(String name, Docker docker, Snapshot snapshot, String address) {}

    /** A caller or a called: a container, or where that is empty the host. */
    record Party(Side side, Optional<Container> container) {
        private Optional<Container> sandbox() {
            return container.map(c -> Caller.sandbox(side.snapshot(), c));
        }

        boolean onHost() {
            return sandbox().map(c -> c.mode() instanceof NetworkMode.Host).orElse(true);
        }

        String where() {
            return onHost() ? side.name() : sandbox().orElseThrow().name();
        }

        Lookout lookout() {
            Guest guest = onHost() ? Guest.ofHost() : Guest.of(sandbox().orElseThrow());
            return new Lookout(where(), onHost(), side.docker(), guest);
        }

        String name() {
            return container.map(Container::name).orElse(side.name());
        }
    }

    private Following(Party from, String typed, Target target, List<Side> sides) {
        this.from = from;
        this.typed = typed;
        this.target = target.port().isPresent() ? target : target.on(DEFAULT_PORT);
        this.sides = sides;
    }

    /** On one engine. */
    public static Journey of(Docker docker, String from, String typed) {
        Side side = new Side(Caller.HOST, docker, docker.snapshot(), "");
        Caller caller = Caller.of(side.snapshot(), from);
        return of(new Party(side, caller.container()), typed, Target.of(typed), List.of(side));
    }

    static Journey of(Party from, String typed, Target target, List<Side> sides) {
        from.sandbox().filter(c -> !c.running()).ifPresent(c -> {
            throw ProbeSentences.sentence("wiring.stopped", c.name(), c.state());
        });
        if (target.isUdp()) {
            throw ProbeSentences.sentence("journey.udp", typed, from.name());
        }
        return new Following(from, typed, target, sides).follow();
    }

    private Journey follow() {
        String address = target.isLoopback() && !target.isAddress() ? "127.0.0.1" : target.host();
        if (!target.isLoopback() && !target.isAddress()) {
            Looked found = Looked.read(run(from, Looked.script(target.host())));
            if (found.addresses().isEmpty()) {
                if (!target.host().contains(".") && sides.stream().noneMatch(s -> isKnown(s, target.host()))) {
                    throw Caller.unknownCallee(from.side().snapshot(), target.host());
                }
                return Unsent.noName(from, typed, target, found);
            }
            return first(found);
        }
        return follow(address, Optional.empty(), List.of());
    }

    /** As curl does: the name's addresses one after the other, until one of them takes the connection. */
    private Journey first(Looked found) {
        List<JourneyEvidence.Tried> tried = new ArrayList<>();
        for (String address : found.addresses()) {
            Journey journey = follow(address, Optional.of(found), tried);
            if (CONNECTED.contains(journey.ending())
                    || tried.size() + 1 == Math.min(found.addresses().size(), MOST)) {
                return journey;
            }
            tried.add(new JourneyEvidence.Tried(Target.in(address, target.port().orElseThrow()), journey.ending()));
        }
        throw new IllegalStateException(found.toString());
    }

    private static boolean isKnown(Side side, String name) {
        return side.snapshot().container(name).isPresent()
                || side.snapshot().containers().stream()
                        .anyMatch(c ->
                                c.endpoints().stream().anyMatch(e -> e.aliases().contains(name)));
    }

    private static List<String> run(Party party, String script) {
        Guest guest = party.onHost() ? Guest.ofHost() : Guest.of(party.sandbox().orElseThrow());
        return party.side()
                .docker()
                .guests()
                .run(guest, script)
                .stdout()
                .lines()
                .toList();
    }

    private Journey follow(String address, Optional<Looked> looked, List<JourneyEvidence.Tried> tried) {
        Called called = Called.find(sides, from, target, address);
        List<Lookout> lookouts = lookouts(called.party());
        Set<Integer> ports = new LinkedHashSet<>(List.of(target.port().orElseThrow()));
        ports.addAll(called.ports());
        CallMade call = watched(lookouts, filter(ports), address, called.near());
        return new Stations(
                        new CallAsked(
                                from,
                                typed,
                                target,
                                address,
                                looked,
                                List.copyOf(tried),
                                called,
                                ports,
                                first,
                                first + PORTS - 1,
                                mark,
                                sides),
                        call,
                        lookouts)
                .journey();
    }

    /** The caller's namespace, its host's, the called's host's and the called's: each once. */
    private List<Lookout> lookouts(Optional<Party> called) {
        List<Lookout> all =
                new ArrayList<>(List.of(from.lookout(), new Party(from.side(), Optional.empty()).lookout()));
        called.ifPresent(c -> {
            all.add(new Party(c.side(), Optional.empty()).lookout());
            all.add(c.lookout());
        });
        Set<String> seen = new LinkedHashSet<>();
        return all.stream()
                .filter(l -> seen.add((l.host ? "host " : "") + l.where))
                .toList();
    }

    private String filter(Set<Integer> ports) {
        String tcp = ports.stream().map(p -> "tcp port " + p).collect(Collectors.joining(" or "));
        String own = "tcp portrange " + first + "-" + (first + PORTS - 1);
        return own + " or " + tcp + " or icmp or icmp6 or udp port " + Underlay.VXLAN_PORT;
    }

    private CallMade watched(List<Lookout> lookouts, String filter, String address, boolean near) {
        String state = NamespaceState.script(first, first + PORTS - 1);
        String patience = near ? CallMade.NEAR : CallMade.FAR;
        String script = CallMade.script(target, address, first, first + PORTS - 1, mark, patience);
        try (ParallelCalls together = new ParallelCalls(AT_ONCE)) {
            try {
                all(together, lookouts, l -> l.begin(filter), l -> l.lookBefore(state));
                CallMade call = CallMade.read(run(from, script));
                all(together, lookouts, Lookout::end, l -> l.lookAfter(state));
                return call;
            } finally {
                lookouts.forEach(Lookout::end);
            }
        }
    }

    private static void all(
            ParallelCalls together, List<Lookout> lookouts, Consumer<Lookout> one, Consumer<Lookout> other) {
        List<Future<Boolean>> asked = new ArrayList<>();
        for (Lookout lookout : lookouts) {
            for (Consumer<Lookout> step : List.of(one, other)) {
                asked.add(together.begin(() -> {
                    step.accept(lookout);
                    return true;
                }));
            }
        }
        asked.forEach(ParallelCalls::answer);
    }
}
