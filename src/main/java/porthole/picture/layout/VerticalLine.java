package porthole.picture.layout;

import java.util.Optional;
import porthole.picture.form.Letters;
import porthole.picture.story.PictureContent.Plug;
import porthole.picture.story.PictureContent.Socket;
import porthole.topology.Mark;

/** A line that goes up from a column, or the place of one; the shelf finds its x. */
public final class VerticalLine {
    /** Room to the left and right of a socket, a tip or a line. */
    private static final double LINE = 16;

    private static final double LABEL_PADDING = 7;
    /** From a host-mode line to the text beside it. */
    public static final double ASIDE = 9;

    final int column;
    final Optional<Plug> plug;
    final Optional<Socket> socket;
    final String ribbon;
    /** Room that belongs to it alone, from the top of the bands to the boxes. */
    double left;

    double right;
    /** Room that its text on or beside the line takes above the bands. */
    final double upperLeft;

    final double upperRight;
    double x;

    private VerticalLine(
            int column,
            Optional<Plug> plug,
            Optional<Socket> socket,
            String ribbon,
            double half,
            double upperLeft,
            double upperRight) {
        this.column = column;
        this.plug = plug;
        this.socket = socket;
        this.ribbon = ribbon;
        this.left = half;
        this.right = half;
        this.upperLeft = upperLeft;
        this.upperRight = upperRight;
    }

    static VerticalLine leg(int column, Plug plug) {
        double width = plug.labels().stream()
                .mapToDouble(w -> letters(plug).width(w.text()))
                .max()
                .orElse(0);
        double half = Math.max(LINE, width / 2 + LABEL_PADDING);
        return new VerticalLine(column, Optional.of(plug), Optional.empty(), plug.ribbon(), half, 0, 0);
    }

    static VerticalLine port(int column, Socket socket, String ribbon) {
        double text = Letters.SMALL.width(socket.inside().text()) / 2;
        return new VerticalLine(column, Optional.empty(), Optional.of(socket), ribbon, half(socket), text, text);
    }

    /** A host-mode line, with or without a known port; {@code note} is the width of what is said beside it. */
    static VerticalLine host(int column, Optional<Socket> socket, double note) {
        double half = socket.map(VerticalLine::half).orElse(LINE);
        return new VerticalLine(column, Optional.empty(), socket, "", half, 0, note == 0 ? 0 : ASIDE + note);
    }

    /** A place without a line. */
    static VerticalLine place(int column, String ribbon, double half) {
        return new VerticalLine(column, Optional.empty(), Optional.empty(), ribbon, half, 0, 0);
    }

    /** How a leg's labels are set: what changed is bold. */
    public static Letters letters(Plug plug) {
        return plug.mark() == Mark.SAME ? Letters.SMALL : Letters.SMALL_BOLD;
    }

    /** Whether a line goes from it to the host's edge. */
    boolean rises() {
        return socket.isPresent() || upperRight > 0;
    }

    static double half(Socket socket) {
        return Math.max(LINE, Math.max(socketWidth(socket), Letters.SMALL.width(arriving(socket))) / 2 + 7);
    }

    /** Who opens a socket, and which way; empty text in host mode, where the host decides. */
    public static String arriving(Socket socket) {
        return socket.who().isEmpty() ? "" : socket.who() + " ↓";
    }

    static double socketWidth(Socket socket) {
        return Math.max(34, Letters.SOCKET.width(socket.outside().text()) + 14);
    }
}
