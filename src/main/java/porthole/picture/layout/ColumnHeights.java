package porthole.picture.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porthole.picture.form.Bounds;
import porthole.picture.layout.Layout.Frame;
import porthole.picture.layout.Layout.PlacedBand;
import porthole.picture.layout.Layout.PlacedBox;
import porthole.picture.layout.Layout.PlacedLeg;
import porthole.picture.layout.Layout.PlacedSocket;
import porthole.picture.story.PictureContent;
import porthole.picture.story.PictureContent.Figure;
import porthole.topology.Standing;

/** Gives the columns of one shelf their heights. */
final class ColumnHeights {
    private static final double SOCKET_HEIGHT = 22;
    /** What is left clear on each side of a line that passes a band. */
    private static final double PASSAGE = 12;

    private final PictureContent story;
    private final ColumnRow shelf;

    ColumnHeights(PictureContent story, ColumnRow shelf) {
        this.story = story;
        this.shelf = shelf;
    }

    /**
     * What a frame's heights depend on.
     *
     * @param ports room above the bands
     * @param rows how many rows of bands
     * @param band how high a band is
     * @param legs room between bands and boxes
     */
    record Zones(double ports, int rows, double band, double legs) {
        /** Those of two frames side by side. */
        Zones with(Zones other) {
            return new Zones(
                    Math.max(ports, other.ports),
                    Math.max(rows, other.rows),
                    Math.max(band, other.band),
                    Math.max(legs, other.legs));
        }

        /** The height of all rows of bands together. */
        double bands() {
            return rows * band + Math.max(0, rows - 1) * Layout.ROW_GAP;
        }

        /** Where a row of bands begins, counted from the lowest. */
        double top(int row) {
            return ports + bands() - (row + 1) * band - row * Layout.ROW_GAP;
        }
    }

    Zones zones() {
        int rows = shelf.rows.values().stream().mapToInt(r -> r + 1).max().orElse(0);
        int lines = shelf.rows.keySet().stream()
                .mapToInt(id -> ribbon(id).lines().size())
                .max()
                .orElse(1);
        return new Zones(portZone(), rows, Layout.bandHeight(lines), legZone());
    }

    Frame frame() {
        return frame(zones());
    }

    Frame frame(Zones zones) {
        double bandsTop = zones.ports();
        double bandsBottom = bandsTop + zones.bands();
        List<PlacedBand> bands = new ArrayList<>();
        for (Map.Entry<String, Integer> entry : shelf.rows.entrySet()) {
            bands.add(band(entry.getKey(), entry.getValue(), zones));
        }
        double boxesTop = bandsBottom + zones.legs();
        List<PlacedBox> boxes = new ArrayList<>();
        Optional<Double> divider = Optional.empty();
        for (int i = 0; i < shelf.columns.size(); i++) {
            if (shelf.columns.get(i) instanceof Column.OfFigure f) {
                boxes.add(box(f.figure(), shelf.of(i), boxesTop, bands));
            } else if (shelf.columns.get(i) instanceof Column.Divider) {
                divider = Optional.of(shelf.of(i).get(0).x);
            }
        }
        double end = boxes.stream().mapToDouble(PlacedBox::bottom).max().orElse(bandsBottom + 26);
        double bottom = end + (story.captioned() ? 48 : 18);
        Bounds bounds = new Bounds(0, 0, shelf.width(), bottom);
        return new Frame(bounds, bandsTop, boxesTop, bands, boxes, divider, shelf.showsHostNote());
    }

    /** Room for what is written beside the lines from the host's edge. */
    private double portZone() {
        boolean lines = shelf.slots.stream().anyMatch(VerticalLine::rises);
        boolean divided = shelf.columns.stream().anyMatch(Column.Divider.class::isInstance);
        return (lines ? 64 : 20) + (divided ? 18 : 0);
    }

    private double legZone() {
        if (shelf.columns.stream().noneMatch(c -> c instanceof Column.OfFigure)) {
            return 26;
        }
        return 38 + Layout.LINE_HEIGHT * mostLabels();
    }

    private int mostLabels() {
        return shelf.slots.stream()
                .flatMap(s -> s.plug.stream())
                .mapToInt(p -> p.labels().size())
                .max()
                .orElse(1);
    }

    private PlacedBand band(String ribbon, int row, Zones zones) {
        Bounds extent = shelf.extent(ribbon);
        Bounds bounds = new Bounds(extent.x(), zones.top(row), extent.width(), zones.band());
        List<Double> passing = new ArrayList<>();
        boolean empty = true;
        for (VerticalLine slot : shelf.slots) {
            if (slot.ribbon.equals(ribbon)) {
                empty &= slot.plug.isEmpty();
            } else if (slot.x > bounds.x() && slot.x < bounds.right() && passes(slot, row)) {
                passing.add(slot.x);
            }
        }
        Bounds text = textField(bounds, passing, shelf.textWidth(ribbon));
        return new PlacedBand(ribbon(ribbon), bounds, passing, empty, text);
    }

    private boolean passes(VerticalLine slot, int row) {
        boolean fromHost = slot.socket.isPresent() || slot.upperRight > 0;
        int own = shelf.rows.getOrDefault(slot.ribbon, -1);
        return fromHost || (slot.plug.isPresent() && own > row);
    }

    private PictureContent.Ribbon ribbon(String id) {
        return story.ribbons().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The leftmost field between passing lines that is wide enough, else the widest. */
    static Bounds textField(Bounds band, List<Double> passing, double wanted) {
        List<Double> edges = new ArrayList<>();
        edges.add(band.x() + ColumnRow.BAND_PADDING);
        for (double x : passing) {
            edges.add(x - PASSAGE);
            edges.add(x + PASSAGE);
        }
        edges.add(band.right() - ColumnRow.BAND_PADDING);
        Bounds best = new Bounds(band.x(), band.y(), 0, band.height());
        for (int i = 0; i < edges.size(); i += 2) {
            double width = edges.get(i + 1) - edges.get(i);
            if (width > best.width() && best.width() < wanted - 0.01) {
                best = new Bounds(edges.get(i), band.y(), width, band.height());
            }
        }
        return best;
    }

    private PlacedBox box(Figure figure, List<VerticalLine> slots, double boxesTop, List<PlacedBand> bands) {
        VerticalLine first = slots.get(0);
        VerticalLine last = slots.get(slots.size() - 1);
        double left = first.x - first.left;
        double lines = Math.max(1, figure.under().size());
        Bounds bounds = new Bounds(
                left, boxesTop, last.x + last.right - left, Layout.BOX_HEIGHT + (lines - 1) * Layout.LINE_HEIGHT);
        List<PlacedLeg> legs = new ArrayList<>();
        List<PlacedSocket> sockets = new ArrayList<>();
        for (VerticalLine slot : slots) {
            Optional<PlacedBand> band = bands.stream()
                    .filter(b -> b.ribbon().id().equals(slot.ribbon))
                    .findFirst();
            slot.plug.ifPresent(plug -> legs.add(new PlacedLeg(
                    plug, slot.x, band.map(b -> b.bounds().bottom()).orElse(boxesTop), field(slot, boxesTop))));
            slot.socket.ifPresent(socket -> {
                double width = VerticalLine.socketWidth(socket);
                Bounds door = new Bounds(slot.x - width / 2, -SOCKET_HEIGHT / 2, width, SOCKET_HEIGHT);
                sockets.add(new PlacedSocket(
                        socket, slot.x, door, band.map(b -> b.bounds().y())));
            });
        }
        Optional<Double> hostLine = figure.standing() == Standing.HOST ? Optional.of(last.x) : Optional.empty();
        return new PlacedBox(figure, bounds, legs, sockets, joined(figure, bounds), hostLine);
    }

    /** Where a leg's labels stand: between the lowest bands and the boxes. */
    private Bounds field(VerticalLine slot, double boxesTop) {
        int lines = slot.plug.map(p -> p.labels().size()).orElse(1);
        double height = 3 + Layout.LINE_HEIGHT * lines;
        double middle = boxesTop - (38 + Layout.LINE_HEIGHT * mostLabels()) / 2;
        double half = slot.left > 0 ? labelHalf(slot) : 0;
        return new Bounds(slot.x - half, middle - height / 2, 2 * half, height);
    }

    private static double labelHalf(VerticalLine slot) {
        return slot.plug
                                .map(p -> p.labels().stream()
                                        .mapToDouble(
                                                w -> VerticalLine.letters(p).width(w.text()))
                                        .max()
                                        .orElse(0))
                                .orElse(0.0)
                        / 2
                + 4;
    }

    private static List<Bounds> joined(Figure figure, Bounds owner) {
        List<Bounds> joined = new ArrayList<>();
        double y = owner.bottom();
        for (int i = 0; i < figure.joined().size(); i++) {
            y += Layout.JOINED_GAP;
            double height =
                    Layout.JOINED_HEIGHT + (figure.joined().get(i).under().size() - 1) * Layout.LINE_HEIGHT;
            joined.add(new Bounds(owner.x(), y, owner.width(), height));
            y += height;
        }
        return joined;
    }
}
