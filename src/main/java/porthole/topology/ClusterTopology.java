package porthole.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import porthole.network.Network;
import porthole.network.Snapshot;
import porthole.network.Underlay;

/**
 * What is connected to what on several hosts at one moment. The engine's own networks for a swarm
 * ({@code docker_gwbridge}, {@code ingress}) are left out, and so are networks to which nothing is connected.
 *
 * @param hosts each host with its networks in use, in the cluster's order
 * @param overlays the networks that span the hosts, by the time when they were created
 * @param underlay the network between the hosts, which carries the overlays
 */
public record ClusterTopology(List<Topology> hosts, List<Network> overlays, Underlay underlay) {
    private static final String GATEWAY_BRIDGE = "docker_gwbridge";

    public ClusterTopology {
        hosts = List.copyOf(hosts);
        overlays = List.copyOf(overlays);
    }

    /**
     * Gives everything that runs on the hosts. A host is called by its host name; if two machines have the same one,
     * all are called as the cluster calls them.
     *
     * @param names the names by which the cluster knows the hosts, each different
     * @param hosts a snapshot of each host, in the order of {@code names}
     * @param underlay the network between the hosts
     */
    public static ClusterTopology of(List<String> names, List<Snapshot> hosts, Underlay underlay) {
        List<Snapshot> snapshots = distinct(names, hosts);
        List<Network> overlays = new ArrayList<>();
        for (Snapshot snapshot : snapshots) {
            for (Network network : snapshot.networks()) {
                boolean known = overlays.stream().anyMatch(o -> o.id().equals(network.id()));
                if (network.driver().equals("overlay") && !network.ingress() && !known) {
                    overlays.add(network);
                }
            }
        }
        overlays.sort(Comparator.comparing(Network::created).thenComparing(Network::name));
        return new ClusterTopology(snapshots.stream().map(ClusterTopology::used).toList(), overlays, underlay);
    }

    private static List<Snapshot> distinct(List<String> names, List<Snapshot> hosts) {
        long hostnames = hosts.stream().map(s -> s.host().name()).distinct().count();
        return hostnames == hosts.size()
                ? hosts
                : IntStream.range(0, hosts.size())
                        .mapToObj(i -> hosts.get(i).called(names.get(i)))
                        .toList();
    }

    private static Topology used(Snapshot snapshot) {
        Topology all = Topology.of(snapshot);
        List<Network> bands = all.bands().stream()
                .filter(n -> !n.name().equals(GATEWAY_BRIDGE) && !n.ingress())
                .filter(n -> !all.on(n).isEmpty())
                .toList();
        List<Box> boxes =
                all.boxes().stream().map(b -> b.restricted(bands, c -> true)).toList();
        return new Topology(snapshot, bands, boxes, all.stopped());
    }

    /**
     * Gives a part of this: the networks that are named with their containers, the containers that are named with their
     * networks; all hosts stay. Names that a host does not have are left out there.
     *
     * @param names names of networks and containers, or beginnings of their ids
     */
    public ClusterTopology only(Collection<String> names) {
        return with(hosts.stream().map(h -> h.only(names)).toList());
    }

    /**
     * Gives this without the networks and containers that are named; all hosts stay.
     *
     * @param names names of networks and containers, or beginnings of their ids
     */
    public ClusterTopology without(Collection<String> names) {
        return with(hosts.stream().map(h -> h.without(names)).toList());
    }

    private ClusterTopology with(List<Topology> parts) {
        List<Network> kept = overlays.stream()
                .filter(o -> parts.stream().anyMatch(p -> on(p, o).isPresent()))
                .toList();
        return new ClusterTopology(parts, kept, underlay);
    }

    /**
     * Lists the names of the hosts on which something is connected to an overlay.
     *
     * @param overlay an overlay network
     */
    public List<String> hostsOf(Network overlay) {
        return hosts.stream()
                .filter(h -> on(h, overlay).isPresent())
                .map(h -> h.snapshot().host().name())
                .toList();
    }

    private static Optional<Network> on(Topology host, Network overlay) {
        return host.bands().stream().filter(n -> n.id().equals(overlay.id())).findFirst();
    }

    /**
     * Gives the VXLAN network identifier of an overlay.
     *
     * @param overlay an overlay network
     * @return the number as text; empty if the engine does not tell it
     */
    public static Optional<String> vni(Network overlay) {
        return Optional.ofNullable(overlay.options().get("com.docker.network.driver.overlay.vxlanid_list"))
                .map(list -> list.replaceFirst(",.*", ""));
    }

    /**
     * Gives the length of the longest packet that an overlay carries in one piece.
     *
     * @param overlay an overlay network
     * @return the length in bytes: the driver's option {@code com.docker.network.driver.mtu}, or 1450
     */
    public static int mtu(Network overlay) {
        String given = overlay.options().getOrDefault("com.docker.network.driver.mtu", "");
        return given.matches("[0-9]{1,5}") ? Integer.parseInt(given) : Underlay.MTU_INSIDE;
    }
}
