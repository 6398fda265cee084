package porthole.picture.layout;

import java.util.List;
import java.util.Optional;
import porthole.picture.form.Bounds;
import porthole.picture.story.PictureContent;
import porthole.picture.story.PictureContent.Figure;
import porthole.picture.story.PictureContent.Plug;
import porthole.picture.story.PictureContent.Ribbon;
import porthole.picture.story.PictureContent.Socket;

/**
 * Where everything stands in one row of boxes, in pixels.
 *
 * @param frame the host; empty where there is neither a network nor a container
 */
public record Layout(Optional<Frame> frame) {
    /** A row of boxes wider than this is drawn as a grid instead. */
    static final double WIDEST = 1240;

    /**
     * Drawings that are no wider than this keep their letters at 11 pixels or more on a page that has 736 pixels for them
     * (Jupyter Book's column), with the margins of a picture.
     */
    public static final double FITTING = 736 * 12.5 / 11 - 2 * 28;

    static final double ROW_GAP = 18;
    static final double BOX_HEIGHT = 58;
    public static final double LINE_HEIGHT = 17;
    static final double JOINED_GAP = 9;
    /** Room for a second interface under a box. */
    private static final double BENEATH = 19;

    static final double JOINED_HEIGHT = 48;

    /** The host. {@code divider} is the x of the line that nothing crosses. */
    public record Frame(
            Bounds bounds,
            double bandsTop,
            double boxesTop,
            List<PlacedBand> bands,
            List<PlacedBox> boxes,
            Optional<Double> divider,
            boolean hostNote) {}

    /**
     * A network.
     *
     * @param passing where lines pass that are not its own
     * @param empty whether nothing hangs from it
     */
    public record PlacedBand(Ribbon ribbon, Bounds bounds, List<Double> passing, boolean empty, Bounds text) {}

    /** A container; {@code joined} are the boxes under it. */
    public record PlacedBox(
            Figure figure,
            Bounds bounds,
            List<PlacedLeg> legs,
            List<PlacedSocket> sockets,
            List<Bounds> joined,
            Optional<Double> hostLine) {
        /** Where the last of its boxes ends. */
        public double boxesBottom() {
            return joined.isEmpty()
                    ? bounds.bottom()
                    : joined.get(joined.size() - 1).bottom();
        }

        /** Where all that hangs from it ends. */
        double bottom() {
            return boxesBottom()
                    + (figure.beneath().isEmpty()
                            ? 0
                            : BENEATH + LINE_HEIGHT * figure.beneath().size());
        }
    }

    /** A leg: its x, the band's lower edge, and the field that its labels are in. */
    public record PlacedLeg(Plug plug, double x, double top, Bounds field) {}

    /** A socket; {@code gate} is the y where its line meets its network's band. */
    public record PlacedSocket(Socket socket, double x, Bounds bounds, Optional<Double> gate) {}

    public static Layout of(PictureContent story) {
        List<Column> columns = Arrangement.of(story);
        if (columns.isEmpty()) {
            return new Layout(Optional.empty());
        }
        ColumnRow row = new ColumnRow(columns, story);
        return new Layout(Optional.of(new ColumnHeights(story, row).frame()));
    }

    /** How wide it is. */
    public double width() {
        return frame.map(f -> f.bounds().width()).orElse(0.0);
    }

    /** Whether its letters stay large enough on a narrow page. */
    public boolean isFitting() {
        return width() <= FITTING;
    }

    /** Whether one row of boxes shows it well: it fits a page, and no line passes a band that is not its own. */
    public boolean isClear() {
        return width() <= WIDEST
                && frame.stream()
                        .flatMap(f -> f.bands().stream())
                        .allMatch(b -> b.passing().isEmpty());
    }

    /** How high a band is with so many lines under its name. */
    static double bandHeight(int lines) {
        return 30 + lines * LINE_HEIGHT;
    }
}
