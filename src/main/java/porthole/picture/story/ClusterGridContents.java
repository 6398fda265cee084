package porthole.picture.story;

import static porthole.picture.story.Phrases.SENTENCES;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.network.Host;
import porthole.network.Network;
import porthole.picture.story.ClusterGridContent.HostRows;
import porthole.picture.story.GridContent.NetworkLine;
import porthole.picture.story.GridContent.Row;
import porthole.picture.story.LineLooks.Look;
import porthole.topology.ClusterTopology;
import porthole.topology.Mark;
import porthole.topology.Topology;

/** Tells a cluster as a grid. */
public final class ClusterGridContents {
    private final ClusterTopology cluster;
    private final Telling telling;
    private final LineLooks looks = new LineLooks();
    private int next;

    private ClusterGridContents(ClusterTopology cluster, Telling telling) {
        this.cluster = cluster;
        this.telling = telling;
    }

    /** Tells one moment. */
    public static ClusterGridContent of(ClusterTopology cluster, Telling telling) {
        return new ClusterGridContents(cluster, telling).content();
    }

    private ClusterGridContent content() {
        List<NetworkLine> overlays = new ArrayList<>();
        for (Network overlay : cluster.overlays()) {
            int members =
                    cluster.hosts().stream().mapToInt(h -> h.on(overlay).size()).sum();
            overlays.add(line(overlay, members, overlays));
        }
        ingress().ifPresent(n -> overlays.add(line(n, second(n), overlays)));
        List<HostRows> hosts = new ArrayList<>();
        for (int i = 0; i < cluster.hosts().size(); i++) {
            List<String> addresses = cluster.underlay().addresses();
            String address = i < addresses.size() ? addresses.get(i) : "";
            hosts.add(host(
                    cluster.hosts().get(i),
                    overlays,
                    address.isEmpty() ? "" : SENTENCES.say("cluster.address", address)));
        }
        List<HostRows> indexed = indexed(hosts);
        return new ClusterGridContent(overlays, indexed, ClusterStories.underlay(cluster), notes(indexed));
    }

    /** Numbers go on from host to host, as letters do. */
    private static List<HostRows> indexed(List<HostRows> hosts) {
        if (!GridContent.needsIndex(
                hosts.stream().flatMap(h -> h.grid().rows().stream()).toList())) {
            return hosts;
        }
        List<HostRows> indexed = new ArrayList<>();
        int first = 1;
        for (HostRows host : hosts) {
            GridContent grid = host.grid();
            List<Row> rows = GridRows.numbered(grid.rows(), first);
            GridContent other = new GridContent(grid.host(), grid.lines(), rows, grid.doors(), grid.notes());
            indexed.add(new HostRows(host.name(), other, host.address()));
            first += rows.size();
        }
        return indexed;
    }

    private int second(Network network) {
        return cluster.hosts().stream()
                .mapToInt(h -> SecondLegs.count(h, network))
                .sum();
    }

    /** The swarm's own overlay, if anything is on it. */
    private Optional<Network> ingress() {
        return cluster.hosts().stream()
                .flatMap(h -> h.snapshot().networks().stream())
                .filter(n -> n.ingress() && second(n) > 0)
                .findFirst();
    }

    /** The host's networks beside those that the hosts share, and last the bridge by which overlays' containers leave it. */
    private static List<Network> own(Topology host) {
        Stream<Network> gateway =
                host.snapshot().network(SecondLegs.GATEWAY_BRIDGE).filter(n -> SecondLegs.count(host, n) > 0).stream();
        Stream<Network> bands = host.bands().stream().filter(n -> !n.driver().equals("overlay"));
        return Stream.concat(bands, gateway).toList();
    }

    /** Letters go on from host to host, so that none stands for two networks. */
    private NetworkLine line(Network network, int members, List<NetworkLine> before) {
        int place = next++;
        Look look = looks.next(network, ClusterStories.place(cluster, network), place, before);
        return GridContents.line(network, GridContents.letter(place), look, Mark.SAME, members, telling)
                .named(NetworkWords.driver(network));
    }

    private HostRows host(Topology host, List<NetworkLine> overlays, String address) {
        List<Network> own = own(host);
        List<NetworkLine> lines = new ArrayList<>(overlays);
        own.forEach(n -> lines.add(line(n, host.on(n).size() + SecondLegs.count(host, n), lines)));
        List<Network> shown = Stream.of(cluster.overlays().stream(), ingress().stream(), own.stream())
                .flatMap(s -> s)
                .toList();
        List<Row> rows = new GridRows(host, Marks.NONE, telling, shown)
                .all().stream().map(ClusterGridContents::beneath).toList();
        Host machine = host.snapshot().host();
        String name = SENTENCES.say("cluster.host", machine.name(), machine.engineVersion());
        boolean doors = rows.stream().anyMatch(r -> !r.doors().isEmpty());
        return new HostRows(machine.name(), new GridContent(name, lines, rows, doors, List.of()), address);
    }

    /** What a row has in the place of networks stands under its name: lines to the next host pass where it would be. */
    private static Row beneath(Row row) {
        List<String> under =
                Stream.concat(row.mode().stream(), row.under().stream()).toList();
        return new Row(
                row.id(),
                row.names(),
                row.containers(),
                row.number(),
                under,
                row.dots(),
                Optional.empty(),
                row.doors(),
                row.hangs(),
                row.faint(),
                row.mark());
    }

    private List<String> notes(List<HostRows> hosts) {
        List<Row> rows = hosts.stream().flatMap(h -> h.grid().rows().stream()).toList();
        List<String> notes =
                new ArrayList<>(Stopped.sentence(cluster.hosts()).stream().toList());
        notes.addAll(GridContents.legend(rows, telling.withheld()));
        notes.add(SENTENCES.say(telling.withheld() ? "cluster.grid.open" : "cluster.grid"));
        notes.addAll(ClusterStories.behind(cluster, true));
        boolean bridges = cluster.hosts().stream()
                .flatMap(h -> own(h).stream())
                .anyMatch(n -> n.driver().equals("bridge"));
        if (bridges) {
            notes.add(SENTENCES.say("grid.host"));
        }
        boolean leave = cluster.hosts().stream().flatMap(h -> own(h).stream()).anyMatch(SecondLegs::isOn);
        if (leave) {
            notes.add(SENTENCES.say("cluster.gateway"));
        }
        if (ingress().isPresent()) {
            notes.add(SENTENCES.say("cluster.ingress"));
        }
        if (hosts.stream().anyMatch(h -> h.grid().doors())) {
            if (!telling.withheld()) {
                notes.add(SENTENCES.say("grid.doors"));
            }
            notes.add(SENTENCES.say("note.ports"));
        }
        return notes;
    }
}
