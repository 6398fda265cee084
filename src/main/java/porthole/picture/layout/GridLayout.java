package porthole.picture.layout;

import java.util.List;
import java.util.Optional;
import porthole.picture.form.Bounds;
import porthole.picture.form.Letters;
import porthole.picture.story.GridContent;
import porthole.picture.story.GridContent.Door;
import porthole.picture.story.GridContent.Dot;
import porthole.picture.story.GridContent.NetworkLine;
import porthole.picture.story.GridContent.Row;

/**
 * Where everything of a grid stands, in pixels from its frame's upper left corner. Nothing can overlap: each network has
 * a column of its own, each container a row.
 *
 * @param frame the host
 * @param lines the networks, from left to right
 * @param rows the containers, from top to bottom
 * @param left where the host's name and the rows' numbers begin
 * @param namesX where names begin
 * @param networksX where the columns of networks begin
 * @param doorsX where the column of ports begins
 * @param rowsTop where the first row begins
 * @param brief whether headers hold only letters, which a key under the grid explains
 * @param foot the y of the headers' repetition; empty where all rows are in sight of the headers
 */
public record GridLayout(
        Bounds frame,
        List<PlacedLine> lines,
        List<PlacedRow> rows,
        double left,
        double namesX,
        double networksX,
        double doorsX,
        double rowsTop,
        boolean brief,
        Optional<Double> foot) {
    public static final double RADIUS = 10;
    public static final double LINE = 17;
    /** How far a row is moved in that hangs on the one above. */
    public static final double INDENT = GridColumns.INDENT;

    /** A network: its line's x, its header, and where the line ends. */
    public record PlacedLine(NetworkLine line, double x, Bounds header, List<String> says, double bottom) {}

    /**
     * A container.
     *
     * @param names its name or names, in lines
     * @param under what is said under them, in lines
     * @param bar pieces of the bar through its dots, as pairs of x: it makes way for lines that it does not touch
     * @param thin pieces of the thin bar from there to its second interfaces
     * @param doors lines of the last column
     * @param striped whether its ground is darker
     */
    public record PlacedRow(
            Row row,
            Bounds bounds,
            List<String> names,
            List<String> under,
            List<PlacedDot> dots,
            List<Double> bar,
            List<Double> thin,
            List<Door> doors,
            boolean striped) {}

    /** A dot and its label's left end and baseline. */
    public record PlacedDot(Dot dot, double x, double y, String label, double labelX, double labelY) {
        public Letters letters() {
            return GridColumns.letters(dot);
        }
    }

    public static GridLayout of(GridContent content) {
        GridColumns columns = GridColumns.of(content);
        return new GridHeights(content, columns).layout();
    }
}
