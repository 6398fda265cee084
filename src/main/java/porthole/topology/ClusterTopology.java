package porthole.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import porthole.network.Network;
import porthole.network.Snapshot;
import porthole.network.Underlay;

/**
 * What is wired to what on several hosts at one moment. Networks of the engine's own that carry nothing a person made
 * ({@code docker_gwbridge}, {@code ingress}) are left out, and so are bridges that nothing is on.
 *
 * @param hosts each with the bands that something hangs from there, in the cluster's order
 * @param overlays the networks that span the hosts, by creation
 * @param underlay what carries them
 */
public record ClusterTopology(List<Topology> hosts, List<Network> overlays, Underlay underlay) {
    private static final String GATEWAY_BRIDGE = "docker_gwbridge";

    public ClusterTopology {
        hosts = List.copyOf(hosts);
        overlays = List.copyOf(overlays);
    }

    /**
     * Everything that runs on them. A host is called by its hostname; where two machines have the same one, all are called
     * as the cluster calls them.
     *
     * @param names by which name the cluster knows each host, that of a Docker context for example; each once
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
        return new Topology(snapshot, bands, all.boxes(), all.stopped());
    }

    /** The names of the hosts on which something hangs from that overlay. */
    public List<String> hostsOf(Network overlay) {
        return hosts.stream()
                .filter(h -> on(h, overlay).isPresent())
                .map(h -> h.snapshot().host().name())
                .toList();
    }

    private static Optional<Network> on(Topology host, Network overlay) {
        return host.bands().stream().filter(n -> n.id().equals(overlay.id())).findFirst();
    }

    /** The VXLAN network identifier of an overlay; empty where the engine does not tell it. */
    public static Optional<String> vni(Network overlay) {
        return Optional.ofNullable(overlay.options().get("com.docker.network.driver.overlay.vxlanid_list"))
                .map(list -> list.replaceFirst(",.*", ""));
    }

    /** The longest packet that goes through an overlay in one piece, in bytes. */
    public static int mtu(Network overlay) {
        String given = overlay.options().getOrDefault("com.docker.network.driver.mtu", "");
        return given.matches("[0-9]{1,5}") ? Integer.parseInt(given) : Underlay.MTU_INSIDE;
    }
}
