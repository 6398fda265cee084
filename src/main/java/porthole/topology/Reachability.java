package porthole.topology;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import porthole.display.Sentences;
import porthole.network.Container;
import porthole.network.Inside;
import porthole.network.Port;
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
        Optional<String> published,
        CallOutcome outcome) {
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
        NOT_RUNNING,
        /** They share no network, but the engine filters no IPv6: the host passes it on (before Docker 27). */
        ROUTED,
        /** It would arrive, but the called has no way to answer. */
        NO_WAY_BACK,
        /** The caller has no way out of its own networks. */
        NO_WAY,
        /** The caller has no IPv6 address, or no way out for IPv6. */
        NO_SIX,
        /** A macvlan or ipvlan network whose members must not talk ({@code macvlan_mode=private}). */
        PRIVATE,
        /** A macvlan network that leaves it to the switch outside ({@code macvlan_mode=vepa}). */
        SWITCH,
        /** The host has no leg on the network: a parent device never reaches its macvlan or ipvlan children. */
        NO_LEG,
        /** A link opens the exposed ports, though the network forbids its members to talk. */
        LINKED,
        /** A published port of the host leads there. */
        PUBLISHED,
        /** A published port, called from an internal network: it is rewritten, and then dropped. */
        INTERNAL_DOOR,
        /** Packets arrive, and nothing listens on the port. */
        NOTHING_LISTENS,
        /** Packets arrive; what listens there is not known. */
        SOCKETS_UNKNOWN,
        /** The called is paused: its kernel takes connections until the server's queue is full, and nobody answers. */
        PAUSED,
        /** Packet filter rules inside a container decide. */
        OWN_RULES,
        /** They are on different hosts, and no overlay that both are on joins them. */
        OTHER_HOST,
        /** To another host of the cluster, by the network between the hosts. */
        UNDERLAY,
        /** A port that another host publishes on its loopback address alone. */
        LOCAL_DOOR,
        /** The address is none of this engine's. */
        OUTSIDE,
        /** No DNS that the caller asks knows the name. */
        NO_NAME,
        /** The name leads to others. */
        NAME_ELSEWHERE
    }

    private static final Sentences SENTENCES = Sentences.of(Reachability.class);

    /** Whether it arrives in any way. */
    public boolean reaches() {
        return byName || byAddress;
    }

    /** The verdict and its reason as a sentence in the reader's language. */
    public String sentence() {
        boolean nameless = reason == Reason.SHARED_NETWORK && !byName;
        String key = nameless
                ? "reach.shared_address"
                : "reach." + reason.name().toLowerCase(Locale.ROOT) + (reaches() ? "" : ".not");
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
        return predict(snapshot, Map.of(), from, to);
    }

    /**
     * Predicts, with what is known beyond the snapshot.
     *
     * @param inside by container id
     * @param from name or id of the container that calls
     * @param to name or id of the container that is called
     * @throws IllegalArgumentException with a sentence, where there is no such container
     */
    public static Reachability predict(Snapshot snapshot, Map<String, Inside> inside, String from, String to) {
        return new Pair(new Prediction(snapshot, inside), container(snapshot, from), container(snapshot, to)).verdict();
    }

    private static Container container(Snapshot snapshot, String name) {
        return snapshot.container(name)
                .orElseThrow(() -> new IllegalArgumentException(TopologyNames.unknownContainer(snapshot, name)));
    }

    /** One prediction under way. */
    private record Pair(Prediction prediction, Container from, Container to) {
        Reachability verdict() {
            Sandbox caller = prediction.sandbox(Optional.of(from));
            Sandbox called = prediction.sandbox(Optional.of(to));
            if (!caller.live() || !called.live()) {
                return say(Verdict.of(CallOutcome.NOT_RUNNING, Reason.NOT_RUNNING), false, Optional.empty());
            }
            Prediction.Best best = prediction.best(Optional.of(from), Optional.of(to));
            return say(best.verdict(), byName(), best.address());
        }

        private boolean byName() {
            return prediction
                            .byName(Optional.of(from), Optional.of(to), to.name())
                            .outcome()
                    == CallOutcome.REACHED;
        }

        private Reachability say(Verdict verdict, boolean named, Optional<String> address) {
            boolean reached = verdict.outcome() == CallOutcome.REACHED;
            return new Reachability(
                    from.name(),
                    to.name(),
                    verdict.reason(),
                    named,
                    reached,
                    verdict.network(),
                    address,
                    reached || verdict.outcome() == CallOutcome.NOT_RUNNING ? Optional.empty() : door(),
                    verdict.outcome());
        }

        /** A published port of the called, reached at the host's address on the caller's own bridge. */
        private Optional<String> door() {
            for (String host : prediction.addresses(Optional.of(from), Optional.empty())) {
                Optional<String> door = to.ports().stream()
                        .filter(b -> b.containerPort().protocol().equals("tcp"))
                        .sorted(Comparator.comparing(PortBinding::hostPort))
                        .filter(b -> new Doors.Door(b, to).takes(host, Port.tcp(b.hostPort())))
                        .filter(b -> leads(host, b))
                        .map(b -> (host.contains(":") ? "[" + host + "]" : host) + ":" + b.hostPort())
                        .findFirst();
                if (door.isPresent()) {
                    return door;
                }
            }
            return Optional.empty();
        }

        private boolean leads(String host, PortBinding binding) {
            CallOutcome outcome = prediction
                    .call(Optional.of(from), host, Optional.of(Port.tcp(binding.hostPort())))
                    .outcome();
            return outcome == CallOutcome.REACHED || outcome == CallOutcome.UNKNOWN;
        }
    }
}
