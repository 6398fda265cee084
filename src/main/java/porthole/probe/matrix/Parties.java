package porthole.probe.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.NetworkMode;
import porthole.network.Snapshot;
import porthole.probe.call.Caller;
import porthole.topology.Topology;

/**
 * Who takes part in a matrix.
 *
 * @param rows who calls and is called, the host last
 * @param others for those who stand for others: the second of them, who is called in their own cell
 * @param groups who stands for whom, themselves first
 */
record Parties(List<Party> rows, Map<String, Party> others, List<List<String>> groups) {
    /** With more than these, those who stand alike are asked once. */
    private static final int MOST = 30;

    /** One of them; the host where there is no container. */
    record Party(String name, Optional<Container> container) {}

    /**
     * One cell.
     *
     * @param column by whose name it is found
     */
    record Pair(Party from, Party to, String column) {}

    static Parties of(Snapshot snapshot, List<String> names) {
        List<Party> rows = new ArrayList<>();
        for (String name : names) {
            Caller caller = Caller.of(snapshot, name);
            Party party = new Party(caller.name(), caller.container());
            if (!rows.contains(party)) {
                rows.add(party);
            }
        }
        if (names.isEmpty()) {
            snapshot.containers().stream()
                    .filter(c -> Topology.isLive(c)
                            || c.state().equals("restarting")
                            || c.state().equals("removing"))
                    .forEach(c -> rows.add(new Party(c.name(), Optional.of(c))));
            boolean taken = snapshot.container(Caller.HOST)
                    .filter(c -> c.name().equals(Caller.HOST))
                    .isPresent();
            rows.add(new Party(taken ? "(" + Caller.HOST + ")" : Caller.HOST, Optional.empty()));
        }
        return rows.size() > MOST ? grouped(rows) : new Parties(rows, Map.of(), List.of());
    }

    /** Those of one kind of sandbox, on the same networks, in the same state: what holds for one holds for all. */
    private static Parties grouped(List<Party> rows) {
        Map<String, List<Party>> alike = new LinkedHashMap<>();
        for (Party party : rows) {
            alike.computeIfAbsent(standing(party), any -> new ArrayList<>()).add(party);
        }
        Map<String, Party> others = new LinkedHashMap<>();
        List<List<String>> groups = new ArrayList<>();
        for (List<Party> group : alike.values()) {
            if (group.size() > 1) {
                others.put(group.get(0).name(), group.get(1));
                groups.add(group.stream().map(Party::name).toList());
            }
        }
        return new Parties(alike.values().stream().map(g -> g.get(0)).toList(), others, groups);
    }

    private static String standing(Party party) {
        return party.container()
                .map(c -> mode(c) + " " + c.state() + " " + c.image() + " " + families(c) + " "
                        + c.ports().stream()
                                .map(b -> b.hostAddress() + b.containerPort())
                                .distinct()
                                .collect(Collectors.joining(" ")))
                .orElse("the host");
    }

    private static String mode(Container container) {
        if (container.mode() instanceof NetworkMode.OfContainer of) {
            return "container " + of.container();
        }
        return container.endpoints().isEmpty() ? container.mode().toString() : "plugs";
    }

    private static String families(Container container) {
        return container.endpoints().stream()
                .map((Endpoint e) -> e.networkId() + e.address6().isPresent())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** All who are asked or called. */
    List<Party> all() {
        return Stream.concat(rows.stream(), others.values().stream()).toList();
    }

    List<Container> containers() {
        return all().stream().flatMap(p -> p.container().stream()).toList();
    }

    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (Party from : rows) {
            for (Party to : rows) {
                Optional<Party> called = from.equals(to) ? Optional.ofNullable(others.get(to.name())) : Optional.of(to);
                called.ifPresent(c -> pairs.add(new Pair(from, c, to.name())));
            }
        }
        return pairs;
    }

    /** The same at another moment; who has gone stays as it was, and does not run. */
    Parties at(Snapshot now) {
        Map<String, Party> later = new LinkedHashMap<>();
        others.forEach((name, party) -> later.put(name, at(now, party)));
        return new Parties(rows.stream().map(p -> at(now, p)).toList(), later, groups);
    }

    private static Party at(Snapshot now, Party party) {
        return new Party(
                party.name(), party.container().map(c -> now.container(c.id()).orElseGet(() -> gone(c))));
    }

    private static Container gone(Container c) {
        return new Container(
                c.id(),
                c.name(),
                c.image(),
                "removing",
                c.status(),
                c.created(),
                c.command(),
                c.mode(),
                List.of(),
                List.of(),
                List.of(),
                c.labels());
    }

    /** Of those who do not plainly run. */
    Map<String, String> states() {
        return rows.stream()
                .filter(p -> p.container().filter(c -> !c.running()).isPresent())
                .collect(Collectors.toMap(
                        Party::name, p -> p.container().orElseThrow().state()));
    }
}
