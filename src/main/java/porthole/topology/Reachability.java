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
 * What should happen when one container calls another, predicted from a snapshot without sending anything.
 *
 * @param from the name of the container that calls
 * @param to the name of the container that is called
 * @param reason why it comes out so
 * @param byName whether {@code to}'s name resolves for {@code from} and leads there
 * @param byAddress whether packets that are sent to {@code address} arrive; whether anything listens there is another
 *     question
 * @param network the name of the network that they share; empty if they share none
 * @param address the IP address to which {@code from} would send, in numbers; empty if there is none
 * @param published a published port of the host that leads to {@code to} all the same, as in {@code 172.17.0.1:8080};
 *     empty if none does, or none is needed
 * @param outcome what the caller sees of a call to {@code address}
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
        /** They share a network with a DNS of its own; every network but the default bridge has one. */
        SHARED_NETWORK,
        /** They share the default bridge, whose DNS does not know their names. */
        DEFAULT_BRIDGE,
        /** They are in one network namespace: {@code localhost} leads there. */
        SAME_SANDBOX,
        /** They share no network, and the engine drops what goes from one bridge to another. */
        ISOLATED,
        /** They share a network, but the address is on another one, and the engine drops what goes from bridge to bridge. */
        ADDRESS_ELSEWHERE,
        /** They share a network that forbids its members to talk to each other ({@code enable_icc=false}). */
        FORBIDDEN,
        /** One of them has no interface but {@code lo}. */
        NO_NETWORK,
        /** The caller uses the host's namespace, which has an address on every bridge. */
        FROM_HOST,
        /** The called uses the host's namespace: the gateway of the caller's network leads there. */
        TO_HOST,
        /** One of them does not run. */
        NOT_RUNNING,
        /**
         * They share no network, but the host forwards IPv6 between its bridges: engines before 27 do not filter it.
         */
        ROUTED,
        /** Packets would arrive, but the called has no route for an answer. */
        NO_WAY_BACK,
        /** The caller has no route out of its own networks. */
        NO_WAY,
        /** An interface on the way is off, or without the address that the engine assigned, as a look inside has shown. */
        CUT,
        /** The caller has no IPv6 address, or no route for IPv6. */
        NO_SIX,
        /**
         * They are on a macvlan or ipvlan network whose members must not talk to each other
         * ({@code macvlan_mode=private}).
         */
        PRIVATE,
        /** They are on a macvlan network that leaves it to the switch outside ({@code macvlan_mode=vepa}). */
        SWITCH,
        /** The host has no address on the network: a parent device never reaches its macvlan or ipvlan children. */
        NO_LEG,
        /**
         * A link ({@code --link}) opens the exposed ports, though the network forbids its members to talk to each
         * other.
         */
        LINKED,
        /** A published port of the host leads there. */
        PUBLISHED,
        /**
         * A published port is called from an internal network: its destination is rewritten, and the packet is then
         * dropped.
         */
        INTERNAL_DOOR,
        /** Packets arrive, and nothing listens on the port. */
        NOTHING_LISTENS,
        /** docker-proxy takes the connection for a published port, finds that nothing listens behind it, and closes it. */
        PROXY_CLOSES,
        /** Packets arrive; what listens there is not known. */
        SOCKETS_UNKNOWN,
        /** The called is paused: Linux accepts connections until the server's queue is full, and nothing answers. */
        PAUSED,
        /** Packet filter rules inside a container decide. */
        OWN_RULES,
        /** They are on different hosts, and there is no overlay network that both are on. */
        OTHER_HOST,
        /** The call goes to another host of the cluster, by the network between the hosts. */
        UNDERLAY,
        /** The port is published by another host, on its loopback address only. */
        LOCAL_DOOR,
        /** The address is not one of this engine's. */
        OUTSIDE,
        /** No DNS that the caller asks knows the name. */
        NO_NAME,
        /** The name leads to another container. */
        NAME_ELSEWHERE
    }

    private static final Sentences SENTENCES = Sentences.of(Reachability.class);

    /** Whether the call arrives, by name or by address. */
    public boolean reaches() {
        return byName || byAddress;
    }

    /** Gives the prediction and its reason as a sentence in the reader's language. */
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
     * Predicts what happens when one container calls another.
     *
     * @param snapshot what is on the engine
     * @param from name or id of the container that calls
     * @param to name or id of the container that is called
     * @return the prediction
     * @throws IllegalArgumentException with a sentence if there is no such container
     */
    public static Reachability predict(Snapshot snapshot, String from, String to) {
        return predict(snapshot, Map.of(), from, to);
    }

    /**
     * Predicts what happens when one container calls another, using what is known beyond the snapshot.
     *
     * @param snapshot what is on the engine
     * @param inside what inspections and looks into namespaces have found, by the container's id
     * @param from name or id of the container that calls
     * @param to name or id of the container that is called
     * @return the prediction
     * @throws IllegalArgumentException with a sentence if there is no such container
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
