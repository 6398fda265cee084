package porthole.topology;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.display.Sentences;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.NetworkMode;
import porthole.network.PortBinding;
import porthole.network.Snapshot;

/**
 * What ought to happen when one container calls another, told from a snapshot alone.
 *
 * @param from who calls
 * @param to who is called
 * @param reason why it is so
 * @param byName whether {@code to}'s name resolves for {@code from} and leads there
 * @param byAddress whether packets sent to {@code address} arrive. Whether anything listens is another question.
 * @param network the network that they share, where they do
 * @param address where {@code from} would send to
 * @param published the host's door that leads to {@code to} all the same: {@code 172.17.0.1:8080}; empty where none
 *     does, or where none is needed
 */
public record Reachability(
        String from,
        String to,
        Reason reason,
        boolean byName,
        boolean byAddress,
        Optional<String> network,
        Optional<String> address,
        Optional<String> published) {
    /** Why a call arrives or does not. */
    public enum Reason {
        /** They share a network with a DNS of its own: every one but the default bridge. */
        SHARED_NETWORK,
        /** They share the default bridge, which has no DNS. */
        DEFAULT_BRIDGE,
        /** They live in one sandbox: {@code localhost} leads there. */
        SAME_SANDBOX,
        /** They share no network; the engine drops what goes from one bridge to another. */
        ISOLATED,
        /** They share a network that forbids its members to talk ({@code enable_icc=false}). */
        FORBIDDEN,
        /** One of them has nothing but {@code lo}. */
        NO_NETWORK,
        /** The caller is in the host's namespace, which has an address on every bridge. */
        FROM_HOST,
        /** The called is in the host's namespace: the gateway of the caller's network leads there. */
        TO_HOST,
        /** One of them does not run. */
        NOT_RUNNING
    }

    private static final Sentences SENTENCES = Sentences.of(Reachability.class);

    /** Whether it arrives in any way. */
    public boolean reaches() {
        return byName || byAddress;
    }

    /** The verdict and its reason as a sentence in the reader's language. */
    public String sentence() {
        String key = "reach." + reason.name().toLowerCase(java.util.Locale.ROOT) + (reaches() ? "" : ".not");
        String sentence = SENTENCES.say(key, from, to, network.orElse(""), address.orElse(""));
        return published
                .map(door -> sentence + SENTENCES.say("reach.published", door))
                .orElse(sentence);
    }

    /**
     * Predicts.
     *
     * @param from name or id of the container that calls
     * @param to name or id of the container that is called
     * @throws IllegalArgumentException with a sentence, where there is no such container
     */
    public static Reachability predict(Snapshot snapshot, String from, String to) {
        return new Prediction(snapshot, container(snapshot, from), container(snapshot, to)).verdict();
    }

    private static Container container(Snapshot snapshot, String name) {
        return snapshot.container(name)
                .orElseThrow(() -> new IllegalArgumentException(Names.unknownContainer(snapshot, name)));
    }

    /** One prediction under way. */
    private record Prediction(Snapshot snapshot, Container from, Container to) {
        Reachability verdict() {
            Container caller = sandbox(from);
            Container called = sandbox(to);
            if (!Topology.isLive(from)
                    || !Topology.isLive(to)
                    || !Topology.isLive(caller)
                    || !Topology.isLive(called)) {
                return say(Reason.NOT_RUNNING, false, false, Optional.empty(), Optional.empty());
            }
            if (caller.id().equals(called.id()) || (isHost(caller) && isHost(called))) {
                return say(Reason.SAME_SANDBOX, ownName(called), true, Optional.empty(), Optional.of("127.0.0.1"));
            }
            if (isHost(caller)) {
                return fromHost(called);
            }
            if (caller.endpoints().isEmpty() || (called.endpoints().isEmpty() && !isHost(called))) {
                return say(Reason.NO_NETWORK, false, false, Optional.empty(), Optional.empty());
            }
            return isHost(called) ? toHost(caller) : between(caller, called);
        }

        /** The DNS of a network that someone created knows the sandbox's owner, for those inside it too. */
        private boolean ownName(Container owner) {
            return to.id().equals(owner.id()) && networks(owner).anyMatch(n -> !n.defaultBridge());
        }

        private Container sandbox(Container container) {
            return container.mode() instanceof NetworkMode.OfContainer shared
                    ? snapshot.container(shared.container()).map(this::sandbox).orElse(container)
                    : container;
        }

        private static boolean isHost(Container container) {
            return container.mode() instanceof NetworkMode.Host;
        }

        /** The host has the gateway's address on each bridge; macvlan, ipvlan and overlay give it none. */
        private Reachability fromHost(Container called) {
            Optional<Network> bridge =
                    networks(called).filter(n -> n.driver().equals("bridge")).findFirst();
            if (bridge.isEmpty()) {
                Reason reason = called.endpoints().isEmpty() ? Reason.NO_NETWORK : Reason.ISOLATED;
                return say(reason, false, false, Optional.empty(), Optional.empty());
            }
            return say(Reason.FROM_HOST, false, true, bridge.map(Network::name), addressOn(called, bridge.get()));
        }

        private Reachability toHost(Container caller) {
            Optional<Network> out =
                    networks(caller).filter(n -> gateway(n).isPresent()).findFirst();
            boolean reaches = out.isPresent();
            return say(
                    reaches ? Reason.TO_HOST : Reason.ISOLATED,
                    false,
                    reaches,
                    out.map(Network::name),
                    out.flatMap(Prediction::gateway));
        }

        private Reachability between(Container caller, Container called) {
            List<Network> shared = networks(caller)
                    .filter(n -> called.endpoints().stream()
                            .anyMatch(e -> e.networkId().equals(n.id())))
                    .sorted(Comparator.comparing((Network n) -> forbids(n)).thenComparing(Network::defaultBridge))
                    .toList();
            if (shared.isEmpty()) {
                Optional<String> address = networks(called).findFirst().flatMap(n -> addressOn(called, n));
                return say(Reason.ISOLATED, false, false, Optional.empty(), address, door(caller, called));
            }
            Network network = shared.get(0);
            Optional<String> address = addressOn(called, network);
            Optional<String> name = Optional.of(network.name());
            if (forbids(network)) {
                return say(Reason.FORBIDDEN, false, false, name, address, Optional.empty());
            }
            boolean named = !network.defaultBridge() && !(to.mode() instanceof NetworkMode.OfContainer);
            return say(
                    network.defaultBridge() ? Reason.DEFAULT_BRIDGE : Reason.SHARED_NETWORK,
                    named,
                    true,
                    name,
                    address);
        }

        private static boolean forbids(Network network) {
            return "false".equals(network.options().get("com.docker.network.bridge.enable_icc"));
        }

        private Stream<Network> networks(Container container) {
            return snapshot.networks().stream()
                    .filter(n -> container.endpoints().stream()
                            .anyMatch(e -> e.networkId().equals(n.id())));
        }

        private static Optional<String> addressOn(Container container, Network network) {
            return container.endpoints().stream()
                    .filter(e -> e.networkId().equals(network.id()))
                    .findFirst()
                    .flatMap(e -> e.address().or(e::address6));
        }

        /** The host's address as members of the network see it. */
        private static Optional<String> gateway(Network network) {
            return network.driver().equals("bridge") && !network.internal()
                    ? network.pool().flatMap(p -> p.gateway())
                    : Optional.empty();
        }

        /** A published port, reached by way of the host's address on the caller's own bridge. */
        private Optional<String> door(Container caller, Container called) {
            Optional<String> gateway =
                    networks(caller).flatMap(n -> gateway(n).stream()).findFirst();
            Optional<PortBinding> binding = called.ports().stream()
                    .filter(p -> p.hostAddress().isEmpty() || p.hostAddress().equals("0.0.0.0"))
                    .min(Comparator.comparing(PortBinding::hostPort));
            return gateway.flatMap(g -> binding.map(b -> g + ":" + b.hostPort()));
        }

        private Reachability say(
                Reason reason, boolean byName, boolean byAddress, Optional<String> network, Optional<String> address) {
            return say(reason, byName, byAddress, network, address, Optional.empty());
        }

        private Reachability say(
                Reason reason,
                boolean byName,
                boolean byAddress,
                Optional<String> network,
                Optional<String> address,
                Optional<String> door) {
            return new Reachability(from.name(), to.name(), reason, byName, byAddress, network, address, door);
        }
    }
}
