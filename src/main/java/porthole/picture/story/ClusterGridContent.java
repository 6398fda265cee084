package porthole.picture.story;

import java.util.List;
import porthole.picture.story.GridContent.NetworkLine;

/**
 * What a grid of several hosts has to tell: overlays as lines through all frames, and each host's own networks and
 * containers as in a grid of that host alone.
 *
 * @param overlays the networks that the hosts share
 * @param hosts in the cluster's order
 * @param underlay what the network between the hosts is, and what it carries
 * @param notes sentences under the grid
 */
public record ClusterGridContent(
        List<NetworkLine> overlays, List<HostRows> hosts, String underlay, List<String> notes) {
    public ClusterGridContent {
        overlays = List.copyOf(overlays);
        hosts = List.copyOf(hosts);
        notes = List.copyOf(notes);
    }

    /**
     * A host.
     *
     * @param name its name
     * @param grid its lines, of which the first are the overlays, and its rows
     * @param address at which the other hosts find it; empty text if it is not known
     */
    public record HostRows(String name, GridContent grid, String address) {}
}
