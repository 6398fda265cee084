package porthole.probe.matrix;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.network.Container;
import porthole.network.Inside;
import porthole.network.Network;
import porthole.network.Snapshot;
import porthole.probe.call.Caller;
import porthole.topology.Matrix;
import porthole.topology.Prediction;
import porthole.topology.Published;

/**
 * One host of a cluster, with what was measured on it. Its containers are called as {@code docker service} calls tasks:
 * {@code web@host1}.
 *
 * @param name the host's
 * @param address by which the other hosts find it; empty where it does not answer
 * @param local what was measured among its own
 */
record ClusterSide(String name, String address, Measurement.Local local) {
    String row(Parties.Party party) {
        return party.container().map(c -> c.name() + "@" + name).orElse(name);
    }

    private String row(String plain) {
        return local.parties().rows().stream()
                .filter(p -> p.name().equals(plain))
                .findFirst()
                .map(this::row)
                .orElse(name + plain);
    }

    String door(Published door) {
        return door.hostAddress().isEmpty() ? name + door.socket() : door.socket() + "@" + name;
    }

    List<String> rows() {
        return local.parties().rows().stream().map(this::row).toList();
    }

    List<String> doorNames() {
        return local.doors().stream().map(this::door).toList();
    }

    Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        local.matrix().states().forEach((plain, state) -> states.put(row(plain), state));
        return states;
    }

    List<List<String>> groups() {
        return local.matrix().groups().stream()
                .map(group -> group.stream().map(plain -> plain + "@" + name).toList())
                .toList();
    }

    /** The calls among its own, under the names that the cluster has for them. */
    List<Matrix.Call> calls() {
        Map<String, String> doors = new HashMap<>();
        local.doors().forEach(d -> doors.put(d.socket(), door(d)));
        return local.matrix().calls().stream()
                .map(c -> new Matrix.Call(
                        row(c.from()),
                        local.matrix().names().contains(c.to()) ? row(c.to()) : doors.getOrDefault(c.to(), c.to()),
                        c.predicted(),
                        c.tries()))
                .toList();
    }

    /** The container's sandbox; the host's where it is empty. */
    boolean inHostMode(Container container) {
        return new Caller(container.name(), Optional.of(container)).onHost(local.snapshot());
    }

    /**
     * A container with whose sandbox it shares, plugged into those networks alone.
     *
     * @param shared ids of networks
     */
    List<Container> plugged(Container container, List<String> shared) {
        Container owner = Caller.sandbox(local.snapshot(), container);
        return Stream.of(container, owner)
                .distinct()
                .map(c -> c.on(c.endpoints().stream()
                        .filter(e -> shared.contains(e.networkId()))
                        .toList()))
                .toList();
    }

    List<Container> withOwner(Container container) {
        return Stream.of(container, Caller.sandbox(local.snapshot(), container))
                .distinct()
                .toList();
    }

    /** The overlays that a container is plugged into. */
    List<String> overlays(Container container) {
        return Caller.networks(local.snapshot(), container).stream()
                .filter(n -> n.driver().equals("overlay"))
                .map(Network::id)
                .toList();
    }

    /** Another host's container as one of this host finds it: plugged into the overlays that both are on. */
    Container seen(Optional<Container> from, ClusterSide other, Container to) {
        return other.plugged(to, shared(from, other, to)).get(0);
    }

    /**
     * What is known of one of its containers and one of another host's, as if both were here: they meet on overlays alone.
     */
    Prediction with(Optional<Container> from, ClusterSide other, Container to) {
        List<String> shared = shared(from, other, to);
        List<Container> some = Stream.concat(
                        from.stream().flatMap(c -> withOwner(c).stream()), other.plugged(to, shared).stream())
                .toList();
        Map<String, Inside> inside = new HashMap<>(local.inside());
        inside.putAll(other.local().inside());
        Snapshot both = new Snapshot(local.snapshot().host(), local.snapshot().networks(), some);
        return new Prediction(both, inside);
    }

    List<String> shared(Optional<Container> from, ClusterSide other, Container to) {
        return from.map(this::overlays).orElse(List.of()).stream()
                .filter(other.overlays(to)::contains)
                .toList();
    }
}
