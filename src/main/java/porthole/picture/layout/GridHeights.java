package porthole.picture.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import porthole.picture.form.Bounds;
import porthole.picture.layout.GridLayout.PlacedDot;
import porthole.picture.layout.GridLayout.PlacedLine;
import porthole.picture.layout.GridLayout.PlacedRow;
import porthole.picture.story.GridContent;
import porthole.picture.story.GridContent.Door;
import porthole.picture.story.GridContent.Dot;
import porthole.picture.story.GridContent.Row;

/** Gives a grid's headers and rows their heights, and each bar its gaps. */
final class GridHeights {
    private static final double ROW = 28;
    /** A row with a bar: the labels stand above it. */
    private static final double BAR_ROW = 50;

    private static final double HEADER_TOP = 14;
    private static final double UNDER_HEADER = 30;
    /** What is left clear on each side of a line that a bar does not touch. */
    private static final double GAP = 7;
    /** Rows higher than this together are out of sight of their headers. */
    private static final double TALL = 560;

    /** The headers' repetition holds only their names. */
    private static final double FOOT = 34;

    static final double HEADER_BRIEF = 54;

    private final GridContent content;
    private final GridColumns columns;
    private final int shared;
    private final Set<String> onward;

    GridHeights(GridContent content, GridColumns columns) {
        this(content, columns, 0, Set.of());
    }

    /**
     * One of several hosts under each other.
     *
     * @param shared how many of its first lines come from above, where they have their headers
     * @param onward the ids of those that go on to a host below
     */
    GridHeights(GridContent content, GridColumns columns, int shared, Set<String> onward) {
        this.content = content;
        this.columns = columns;
        this.shared = shared;
        this.onward = Set.copyOf(onward);
    }

    GridLayout layout() {
        double header = headerHeight();
        double rowsTop = HEADER_TOP + header + UNDER_HEADER;
        List<PlacedRow> rows = new ArrayList<>();
        double y = rowsTop;
        boolean striped = false;
        for (Row row : content.rows()) {
            striped = row.hangs() ? striped : !striped;
            PlacedRow placed = row(row, y, striped);
            rows.add(placed);
            y = placed.bounds().bottom();
        }
        List<PlacedLine> lines = new ArrayList<>();
        for (int i = 0; i < content.lines().size(); i++) {
            lines.add(line(i, header, rows));
        }
        List<PlacedRow> barred = rows.stream().map(row -> barred(row, lines)).toList();
        Optional<Double> foot = y - rowsTop > TALL && !lines.isEmpty() ? Optional.of(y + 8) : Optional.empty();
        boolean brief = columns.detail() == GridColumns.Detail.BRIEF;
        double bottom = foot.map(f -> f + (brief ? HEADER_BRIEF : FOOT) + 10).orElse(y + 10);
        return new GridLayout(
                new Bounds(0, 0, columns.width(), bottom),
                lines,
                barred,
                GridColumns.PAD,
                GridColumns.PAD + columns.numbers(),
                columns.networksLeft(),
                columns.doorsLeft(),
                rowsTop,
                brief,
                foot);
    }

    private double headerHeight() {
        int most = 0;
        List<GridContent.NetworkLine> own =
                content.lines().subList(shared, content.lines().size());
        for (GridContent.NetworkLine line : own) {
            most = Math.max(most, columns.says(line).size());
        }
        if (columns.detail() == GridColumns.Detail.BRIEF) {
            return HEADER_BRIEF;
        }
        return Math.max(shared > 0 ? 44 : 36, 32 + most * GridLayout.LINE + (most > 0 ? 8 : 0));
    }

    private PlacedLine line(int column, double header, List<PlacedRow> rows) {
        GridContent.NetworkLine line = content.lines().get(column);
        double left = columns.lefts().get(column);
        double width = columns.widths().get(column);
        Bounds box = column < shared ? new Bounds(left, 0, width, 0) : new Bounds(left, HEADER_TOP, width, header);
        double bottom = rows.stream()
                .flatMap(r -> r.dots().stream())
                .filter(d -> d.dot().network().equals(line.id()))
                .mapToDouble(PlacedDot::y)
                .max()
                .orElse(column < shared ? 0 : box.bottom() + 14);
        if (column < shared && bottom > 0 && onward.contains(line.id())) {
            bottom = Double.MAX_VALUE;
        }
        return new PlacedLine(line, columns.line(column), box, columns.says(line), bottom);
    }

    private PlacedRow row(Row row, double y, boolean striped) {
        List<String> names = columns.nameLines(row);
        List<String> under = columns.underLines(row);
        List<Door> doors = columns.doorLines(row);
        int texts = Math.max(names.size() + under.size(), Math.max(1, doors.size()));
        double height = Math.max(row.dots().size() > 1 ? BAR_ROW : ROW, texts * GridLayout.LINE + 11);
        Bounds bounds = new Bounds(8, y, columns.width() - 16, height);
        List<PlacedDot> dots = new ArrayList<>();
        for (int i = 0; i < content.lines().size(); i++) {
            int column = i;
            row.on(content.lines().get(i).id())
                    .ifPresent(dot -> dots.add(dot(dot, column, y, row.dots().size() > 1)));
        }
        return new PlacedRow(row, bounds, names, under, dots, List.of(), List.of(), doors, striped);
    }

    private PlacedDot dot(Dot dot, int column, double rowTop, boolean barred) {
        double x = columns.line(column);
        double y = rowTop + (barred ? 36 : ROW / 2);
        double baseline = barred ? rowTop + 19 : y + 4.5;
        return new PlacedDot(dot, x, y, columns.label(dot), x + GridColumns.LABEL, baseline);
    }

    /** The bar through the first interfaces, and a thin one on to the second ones. */
    private static PlacedRow barred(PlacedRow row, List<PlacedLine> lines) {
        List<Double> all = row.dots().stream().map(PlacedDot::x).toList();
        List<Double> second =
                lines.stream().filter(l -> l.line().second()).map(PlacedLine::x).toList();
        List<Double> first = all.stream().filter(x -> !second.contains(x)).toList();
        List<Double> bar = first.size() < 2 ? List.of() : bar(row, lines, first.get(0), first.get(first.size() - 1));
        List<Double> thin = new ArrayList<>();
        if (all.size() > 1 && first.isEmpty()) {
            thin.addAll(bar(row, lines, all.get(0), all.get(all.size() - 1)));
        } else if (all.size() > first.size()) {
            thin.addAll(bar(row, lines, all.get(0), first.get(0)));
            thin.addAll(bar(row, lines, first.get(first.size() - 1), all.get(all.size() - 1)));
        }
        return new PlacedRow(
                row.row(), row.bounds(), row.names(), row.under(), row.dots(), bar, thin, row.doors(), row.striped());
    }

    /** From x to x, cut where it passes lines that are not this row's. */
    private static List<Double> bar(PlacedRow row, List<PlacedLine> lines, double from, double to) {
        List<Double> bar = new ArrayList<>();
        if (to <= from) {
            return bar;
        }
        double y = row.dots().get(0).y();
        bar.add(from);
        for (PlacedLine line : lines) {
            boolean own = row.dots().stream().anyMatch(d -> d.x() == line.x());
            if (line.x() > from && line.x() < to && !own && line.bottom() > y) {
                bar.add(line.x() - GAP);
                bar.add(line.x() + GAP);
            }
        }
        bar.add(to);
        return bar;
    }
}
