package porthole.picture.layout;

import java.util.ArrayList;
import java.util.List;
import porthole.picture.form.Letters;
import porthole.picture.form.Paragraph;
import porthole.picture.story.GridContent;
import porthole.picture.story.GridContent.Door;
import porthole.picture.story.GridContent.Dot;
import porthole.picture.story.GridContent.NetworkLine;
import porthole.picture.story.GridContent.Row;
import porthole.topology.Mark;

/**
 * How wide a grid's columns are. Interfaces and headers in full where that leaves the whole readable on a page, else
 * addresses alone, else headers of one letter and the part of each address that the range leaves open.
 *
 * @param numbers the part of {@code names} that the rows' numbers take
 * @param names numbers and names together
 * @param many whether headers have no room for driver and device
 */
record GridColumns(
        Detail detail,
        double numbers,
        double names,
        List<Double> lefts,
        List<Double> widths,
        double modes,
        double doors,
        boolean many) {
    static final double PAD = 16;
    static final double INDENT = 20;
    /** A row's number, where there is an index. */
    private static final double NUMBER = 36;

    /** From a line to the end of its dot and to the label. */
    static final double LABEL = GridLayout.RADIUS + 5;
    /** From a column's left edge to its line. */
    static final double LINE_AT = GridLayout.RADIUS + 6;

    private static final double BETWEEN = 12;
    /** Up to so many networks, a header has room for driver and device. */
    private static final int FEW = 4;

    private static final double FULL_WIDEST = 1200;
    private static final double PLAIN_WIDEST = 1300;

    /** How much a column says. */
    enum Detail {
        /** Interfaces, addresses, and all that is known of a network. */
        FULL,
        /** No interfaces. */
        PLAIN,
        /** No driver and device either, where they are what one expects. */
        SPARE,
        /** Letters and ends of addresses. */
        BRIEF
    }

    static GridColumns of(GridContent content) {
        return aligned(List.of(content), 0).get(0);
    }

    /**
     * Columns of several grids under each other, whose first lines are the same.
     *
     * @param shared how many lines they share
     */
    static List<GridColumns> aligned(List<GridContent> contents, int shared) {
        List<GridColumns> brief = aligned(contents, shared, Detail.BRIEF);
        for (double most : List.of(Layout.FITTING, PLAIN_WIDEST)) {
            for (Detail detail : List.of(Detail.FULL, Detail.PLAIN, Detail.SPARE)) {
                List<GridColumns> columns = aligned(contents, shared, detail);
                double widest = detail == Detail.FULL ? Math.min(most, FULL_WIDEST) : most;
                if (columns.stream().allMatch(c -> c.width() <= widest)) {
                    return columns;
                }
            }
            if (brief.stream().allMatch(c -> c.width() <= most)) {
                return brief;
            }
        }
        return brief;
    }

    private static List<GridColumns> aligned(List<GridContent> contents, int shared, Detail detail) {
        boolean many = contents.stream().anyMatch(c -> c.lines().size() > FEW);
        List<GridColumns> each = contents.stream().map(c -> of(c, detail, many)).toList();
        double numbers = each.stream().mapToDouble(GridColumns::numbers).max().orElse(0);
        double names = each.stream().mapToDouble(GridColumns::names).max().orElse(0);
        double doors = each.stream().mapToDouble(GridColumns::doors).max().orElse(0);
        List<GridColumns> moved = each.stream()
                .map(c -> {
                    List<Double> widths = new ArrayList<>(c.widths());
                    for (int i = 0; i < shared; i++) {
                        int column = i;
                        widths.set(
                                i,
                                each.stream()
                                        .mapToDouble(e -> e.widths().get(column))
                                        .max()
                                        .orElse(0));
                    }
                    return new GridColumns(
                            detail, numbers, names, lefts(names, widths), widths, c.modes(), doors, many);
                })
                .toList();
        double right = moved.stream().mapToDouble(GridColumns::doorsLeft).max().orElse(0);
        double room = right - moved.get(0).networksLeft() - BETWEEN;
        return moved.stream()
                .map(c ->
                        new GridColumns(detail, numbers, names, c.lefts(), c.widths(), Math.max(0, room), doors, many))
                .toList();
    }

    private static List<Double> lefts(double names, List<Double> widths) {
        List<Double> lefts = new ArrayList<>();
        double x = PAD + names + BETWEEN;
        for (double width : widths) {
            lefts.add(x);
            x += width + BETWEEN;
        }
        return lefts;
    }

    private static GridColumns of(GridContent content, Detail detail, boolean many) {
        double numbers = content.isIndexed() ? NUMBER : 0;
        double names = numbers + ColumnWidths.names(content);
        List<Double> widths = content.lines().stream()
                .map(line -> ColumnWidths.network(content, line, detail, many))
                .toList();
        return new GridColumns(
                detail,
                numbers,
                names,
                lefts(names, widths),
                widths,
                ColumnWidths.modes(content),
                ColumnWidths.doors(content),
                many);
    }

    List<String> says(NetworkLine line) {
        return ColumnWidths.says(line, detail, many);
    }

    String label(Dot dot) {
        return ColumnWidths.label(dot, detail);
    }

    static Letters letters(Dot dot) {
        return dot.mark() == Mark.SAME ? Letters.SMALL : Letters.SMALL_BOLD;
    }

    /** The x of a line. */
    double line(int column) {
        return lefts.get(column) + LINE_AT;
    }

    double networksLeft() {
        return PAD + names + BETWEEN;
    }

    double doorsLeft() {
        double networks = lefts.isEmpty() ? 0 : lefts.get(lefts.size() - 1) + widths.get(widths.size() - 1) + BETWEEN;
        return Math.max(networks, PAD + names + BETWEEN + (modes > 0 ? modes + BETWEEN : 0));
    }

    double width() {
        return doorsLeft() + (doors > 0 ? doors + PAD : 0) + PAD - BETWEEN + numbers;
    }

    /** The lines of a port's text. */
    List<Door> doorLines(Row row) {
        List<Door> lines = new ArrayList<>();
        for (Door door : row.doors()) {
            Paragraph.lines(door.text(), Letters.SMALL, doors + 0.01).forEach(l -> lines.add(new Door(l, door.mark())));
        }
        return lines;
    }

    List<String> nameLines(Row row) {
        double room = names - numbers - (row.hangs() ? INDENT : 0);
        return Paragraph.lines(row.names().text(), Letters.SMALL_BOLD, room);
    }

    List<String> underLines(Row row) {
        double room = names - numbers - (row.hangs() ? INDENT : 0);
        return row.under().stream()
                .flatMap(under -> Paragraph.lines(under, Letters.SMALL, room).stream())
                .toList();
    }
}
