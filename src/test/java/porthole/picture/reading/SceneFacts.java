package porthole.picture.reading;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.Network;
import porthole.network.Pool;
import porthole.network.Snapshot;
import porthole.topology.Reachability;

/** Answers about one engine, from the values that a picture is drawn from, never from the picture's own words. */
final class SceneFacts {
    private final Snapshot snapshot;
    private final Random random;

    SceneFacts(Snapshot snapshot, long seed) {
        this.snapshot = snapshot;
        random = new Random(seed);
    }

    Container container(String name) {
        return snapshot.container(name).orElseThrow();
    }

    Network network(String name) {
        return snapshot.network(name).orElseThrow();
    }

    String address(String container, String network) {
        return container(container).endpoint(network).flatMap(Endpoint::address).orElseThrow();
    }

    String networks(String container) {
        return container(container).endpoints().stream().map(Endpoint::network).collect(Collectors.joining(", "));
    }

    String members(String network) {
        return snapshot.on(network(network)).stream().map(Container::name).collect(Collectors.joining(", "));
    }

    String count(String network) {
        return String.valueOf(snapshot.on(network(network)).size());
    }

    String gateway(String network) {
        return network(network).pool().flatMap(Pool::gateway).orElseThrow();
    }

    String range(String network) {
        return network(network).pool().orElseThrow().subnet().toString();
    }

    boolean reaches(String from, String to) {
        return Reachability.predict(snapshot, from, to).reaches();
    }

    /** The host's port that leads to a container's port. */
    String outside(String container, int port) {
        return container(container).ports().stream()
                .filter(p -> p.containerPort().number() == port)
                .map(p -> String.valueOf(p.hostPort()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** One that fits, by chance. */
    Container some(Predicate<Container> which) {
        List<Container> fitting = snapshot.containers().stream().filter(which).toList();
        return fitting.get(random.nextInt(fitting.size()));
    }

    /** One that is on this network alone. */
    String aloneOn(String network, String... others) {
        return some(c -> c.endpoints().size() == 1
                        && c.endpoint(network).isPresent()
                        && !List.of(others).contains(c.name()))
                .name();
    }

    /** One on several networks. */
    Container joint() {
        return some(c -> c.endpoints().size() > 1);
    }

    static String at(Container container, int place) {
        return container.endpoints().get(place).network();
    }

    /** A network with so many members, not the default bridge. */
    String networkOf(Predicate<Integer> members, String... others) {
        List<Network> fitting = snapshot.networks().stream()
                .filter(n -> n.driver().equals("bridge") && !n.defaultBridge())
                .filter(n -> !List.of(others).contains(n.name()))
                .filter(n -> members.test(snapshot.on(n).size()))
                .toList();
        return fitting.get(random.nextInt(fitting.size())).name();
    }

    static String yesNo(boolean yes) {
        return yes ? "yes" : "no";
    }
}
