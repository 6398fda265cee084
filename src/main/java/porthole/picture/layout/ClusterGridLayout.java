package porthole.picture.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import porthole.picture.form.Bounds;
import porthole.picture.layout.GridLayout.PlacedDot;
import porthole.picture.layout.GridLayout.PlacedLine;
import porthole.picture.story.ClusterGridContent;
import porthole.picture.story.ClusterGridContent.HostRows;
import porthole.picture.story.GridContent;
import porthole.picture.story.GridContent.NetworkLine;

/**
 * Where everything of a grid of several hosts stands, in pixels from the frames' left edge and the headers' top: the
 * overlays' headers, under them one frame a host, and the overlays' lines through all of them.
 *
 * @param overlays the networks that the hosts share, with lines down to the last container on each
 * @param hosts each host's own grid, and how far down its frame begins
 * @param brief whether headers hold only letters, which a key explains
 */
public record ClusterGridLayout(
        List<PlacedLine> overlays, List<PlacedHost> hosts, double width, double bottom, boolean brief) {
    private static final double BETWEEN = 26;

    /** A host and its frame's y. */
    public record PlacedHost(HostRows host, GridLayout layout, double y) {}

    public static ClusterGridLayout of(ClusterGridContent content) {
        List<GridContent> grids = content.hosts().stream().map(HostRows::grid).toList();
        int shared = content.overlays().size();
        List<GridColumns> columns = GridColumns.aligned(grids, shared);
        double header = header(content, columns.get(0));
        List<PlacedHost> hosts = new ArrayList<>();
        double y = header + (shared > 0 ? BETWEEN : 0);
        for (int i = 0; i < grids.size(); i++) {
            GridLayout layout = new GridHeights(grids.get(i), columns.get(i), shared, below(grids, i)).layout();
            hosts.add(new PlacedHost(content.hosts().get(i), layout, y));
            y += layout.frame().height() + BETWEEN;
        }
        List<PlacedLine> overlays = new ArrayList<>();
        for (int i = 0; i < shared; i++) {
            overlays.add(overlay(content.overlays().get(i), i, columns.get(0), header, hosts));
        }
        boolean brief = columns.get(0).detail() == GridColumns.Detail.BRIEF;
        return new ClusterGridLayout(overlays, hosts, columns.get(0).width(), y - BETWEEN, brief);
    }

    /** The networks that a host further down is on. */
    private static Set<String> below(List<GridContent> grids, int host) {
        Set<String> below = new HashSet<>();
        grids.subList(host + 1, grids.size()).stream()
                .flatMap(g -> g.rows().stream())
                .flatMap(r -> r.dots().stream())
                .forEach(d -> below.add(d.network()));
        return below;
    }

    private static double header(ClusterGridContent content, GridColumns columns) {
        if (content.overlays().isEmpty()) {
            return 0;
        }
        int most = content.overlays().stream()
                .mapToInt(line -> columns.says(line).size())
                .max()
                .orElse(0);
        return columns.detail() == GridColumns.Detail.BRIEF ? GridHeights.HEADER_BRIEF : 40 + most * GridLayout.LINE;
    }

    private static PlacedLine overlay(
            NetworkLine line, int column, GridColumns columns, double header, List<PlacedHost> hosts) {
        double bottom = header + 14;
        for (PlacedHost host : hosts) {
            for (GridLayout.PlacedRow row : host.layout().rows()) {
                for (PlacedDot dot : row.dots()) {
                    if (dot.dot().network().equals(line.id())) {
                        bottom = host.y() + dot.y();
                    }
                }
            }
        }
        Bounds box = new Bounds(columns.lefts().get(column), 0, columns.widths().get(column), header);
        return new PlacedLine(line, columns.line(column), box, columns.says(line), bottom);
    }
}
