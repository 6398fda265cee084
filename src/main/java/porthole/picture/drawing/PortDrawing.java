package porthole.picture.drawing;

import porthole.display.Sentences;
import porthole.picture.form.Bounds;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.form.Scene.Anchor;
import porthole.picture.form.Scene.Stroke;
import porthole.picture.layout.Layout.Frame;
import porthole.picture.layout.Layout.PlacedBox;
import porthole.picture.layout.Layout.PlacedSocket;
import porthole.picture.layout.VerticalLine;
import porthole.topology.Mark;
import porthole.topology.Standing;

/** The host's sockets, and the lines from them to the containers that answer. */
final class PortDrawing {
    private static final Sentences SENTENCES = Sentences.of(PortDrawing.class);

    /** From the host's edge down to what a line is called: which port of which container. It stands in the line. */
    private static final double LABEL = 34;

    private PortDrawing() {}

    /** The lines, which go under everything else. */
    static void lines(Pencil pencil, PlacedBox box, Frame frame) {
        if (box.figure().standing() == Standing.HOST) {
            hostLines(pencil, box, frame);
            return;
        }
        double boxTop = box.bounds().y();
        for (PlacedSocket socket : box.sockets()) {
            Mark mark = socket.socket().mark();
            String ink = mark == Mark.WENT ? Colour.QUIET : Colour.INK;
            double width = mark == Mark.CAME ? 2.6 : 1.6;
            Stroke dotted = Stroke.dashed(ink, width, 2, 3);
            double y = frame.bounds().y() + LABEL;
            pencil.line(socket.x(), socket.bounds().bottom(), socket.x(), y - 14, dotted);
            pencil.line(socket.x(), y + 6, socket.x(), boxTop - 7, dotted);
            pencil.path(
                    "MLLZ",
                    ink,
                    Stroke.NONE,
                    socket.x() - 5,
                    boxTop - 9,
                    socket.x() + 5,
                    boxTop - 9,
                    socket.x(),
                    boxTop - 1);
            pencil.text(socket.x(), y, Anchor.MIDDLE, socket.socket().inside(), Letters.SMALL, ink);
        }
    }

    private static void hostLines(Pencil pencil, PlacedBox box, Frame frame) {
        Mark mark = box.figure().mark();
        String colour = mark == Mark.WENT ? Colour.QUIET : Colour.OF_HOST.stroke();
        Stroke stroke =
                mark == Mark.WENT ? Stroke.dashed(colour, 2, 5, 4) : Stroke.solid(colour, mark == Mark.CAME ? 4 : 2.4);
        double top = frame.bounds().y();
        if (box.sockets().isEmpty()) {
            box.hostLine().ifPresent(x -> {
                pencil.line(x, top, x, box.bounds().y(), stroke);
                pencil.rectangle(new Bounds(x - 8, top - 3, 16, 6), 2, colour, Stroke.NONE);
            });
        }
        for (PlacedSocket socket : box.sockets()) {
            pencil.line(
                    socket.x(),
                    socket.bounds().bottom(),
                    socket.x(),
                    box.bounds().y(),
                    stroke);
        }
        if (frame.hostNote()) {
            box.hostLine().ifPresent(x -> {
                double left = x + VerticalLine.ASIDE;
                pencil.text(left, top + 28, Anchor.START, SENTENCES.say("host.mode.1"), Letters.SMALL, Colour.QUIET);
                pencil.text(left, top + 45, Anchor.START, SENTENCES.say("host.mode.2"), Letters.SMALL, Colour.QUIET);
            });
        }
    }

    /** The sockets themselves and the diamonds, which lie on top of the bands. */
    static void sockets(Pencil pencil, PlacedBox box, Frame frame) {
        for (PlacedSocket socket : box.sockets()) {
            Mark mark = socket.socket().mark();
            boolean went = mark == Mark.WENT;
            String ink = went ? Colour.QUIET : Colour.INK;
            Stroke edge = went ? Stroke.dashed(ink, 1.6, 4, 3) : Stroke.solid(ink, mark == Mark.CAME ? 3 : 1.6);
            pencil.rectangle(socket.bounds(), 4, mark == Mark.CAME ? Colour.NEW : Colour.PAPER, edge);
            pencil.text(
                    socket.x(),
                    frame.bounds().y() + 4.5,
                    Anchor.MIDDLE,
                    socket.socket().outside(),
                    Letters.SOCKET,
                    ink);
            pencil.text(
                    socket.x(),
                    frame.bounds().y() - 18,
                    Anchor.MIDDLE,
                    VerticalLine.arriving(socket.socket()),
                    Letters.SMALL,
                    ink);
            double x = socket.x();
            socket.gate()
                    .filter(gate -> socket.socket().handedOver())
                    .ifPresent(y -> pencil.path(
                            "MLLLZ", Colour.PAPER, Stroke.solid(ink, 1.5), x - 7, y, x, y - 7, x + 7, y, x, y + 7));
        }
    }
}
