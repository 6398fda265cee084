package porthole.picture.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porthole.picture.form.Bounds;
import porthole.picture.story.PictureContent;
import porthole.picture.story.PictureContent.Figure;
import porthole.picture.story.PictureContent.Plug;
import porthole.picture.story.PictureContent.Ribbon;
import porthole.picture.story.PictureContent.Socket;

/**
 * Where everything stands, in pixels.
 *
 * @param frames the host's frame, and its continuations below where one line is too long
 * @param width of the widest frame
 */
public record Layout(List<Frame> frames, double width) {
    /** A line longer than this goes on in a frame below… */
    static final double USUAL = 1120;

    /** …unless up to this width there are fewer frames. */
    static final double WIDEST = 1400;

    static final double BAND_HEIGHT = 48;
    static final double ROW_GAP = 18;
    static final double BOX_HEIGHT = 56;
    public static final double LINE_HEIGHT = 15;
    static final double JOINED_GAP = 9;
    static final double JOINED_HEIGHT = 44;
    private static final double FRAME_GAP = 50;

    /** The host. {@code divider} is the x of the line that nothing crosses. */
    public record Frame(
            Bounds bounds,
            boolean continued,
            double bandsTop,
            double boxesTop,
            List<PlacedBand> bands,
            List<PlacedBox> boxes,
            Optional<Double> divider,
            boolean hostNote) {
        /** All frames of a picture are as wide as the widest. */
        Frame widened(double width) {
            Bounds wide = new Bounds(bounds.x(), bounds.y(), width, bounds.height());
            return new Frame(wide, continued, bandsTop, boxesTop, bands, boxes, divider, hostNote);
        }
    }

    /**
     * A network.
     *
     * @param passing where lines pass that are not its own
     * @param empty whether nothing hangs from it
     */
    public record PlacedBand(
            Ribbon ribbon, Bounds bounds, List<Double> passing, boolean continued, boolean empty, Bounds text) {}

    /** A container; {@code joined} are the boxes under it. */
    public record PlacedBox(
            Figure figure,
            Bounds bounds,
            List<PlacedLeg> legs,
            List<PlacedSocket> sockets,
            List<Bounds> joined,
            Optional<Double> hostLine) {
        /** Where the last of its boxes ends. */
        double bottom() {
            return joined.isEmpty()
                    ? bounds.bottom()
                    : joined.get(joined.size() - 1).bottom();
        }
    }

    /** A leg: its x, the band's lower edge, and the field that its labels are in. */
    public record PlacedLeg(Plug plug, double x, double top, Bounds field) {}

    /** A socket; {@code gate} is the y where its line meets its network's band. */
    public record PlacedSocket(Socket socket, double x, Bounds bounds, Optional<Double> gate) {}

    public static Layout of(PictureContent story) {
        List<List<Column>> lines = LineBreaks.of(Arrangement.of(story), story);
        List<Frame> frames = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        double top = 0;
        double width = 0;
        for (List<Column> line : lines) {
            ColumnRow shelf = new ColumnRow(line, story);
            Frame frame = new ColumnHeights(story, shelf, top, shown).frame(!frames.isEmpty());
            frames.add(frame);
            top = frame.bounds().bottom() + FRAME_GAP;
            width = Math.max(width, frame.bounds().width());
        }
        double widest = width;
        return new Layout(frames.stream().map(f -> f.widened(widest)).toList(), width);
    }
}
