package porthole.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import porthole.display.MimeBundle;
import porthole.display.Sentences;
import porthole.network.Cabling;
import porthole.network.Cabling.End;
import porthole.picture.drawing.Drawing;
import porthole.picture.drawing.Pencil;
import porthole.picture.form.Bounds;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.form.Scene;
import porthole.picture.form.Scene.Anchor;
import porthole.picture.form.Scene.Stroke;
import porthole.picture.form.Style;
import porthole.picture.story.Legend;

/**
 * A network namespace, a bridge and the veth cable between them as a drawing and a text, as far as they have been built
 * by hand.
 */
public final class CablingPicture extends DrawnPicture<CablingPicture> {
    private static final Sentences SENTENCES = Sentences.of(CablingPicture.class);
    private static final double WIDTH = 700;
    private static final Bounds HOST = new Bounds(28, 108, WIDTH - 56, 292);
    private static final Bounds BRIDGE = new Bounds(56, 130, WIDTH - 112, 46);
    private static final Bounds ROOM = new Bounds(370, 258, 274, 120);
    private static final double PLUG_WIDTH = 150;
    private static final double PLUG_HEIGHT = 38;
    private static final double DOCKED = 507;

    private final Cabling cabling;
    private final String command;
    private final boolean packet;
    private final String title;

    /**
     * Draws what is connected now.
     *
     * @param cabling the bridge, the namespace, and the ends of the cable
     * @param command the command that was run last, shown under the title
     * @param packet whether that command was a ping that was answered, so that a packet is drawn on the cable
     */
    public CablingPicture(Cabling cabling, String command, boolean packet) {
        this(cabling, command, packet, SENTENCES.say("cabling.title"), Style.PLAIN);
    }

    private CablingPicture(Cabling cabling, String command, boolean packet, String title, Style style) {
        super(style);
        this.title = title;
        this.cabling = cabling;
        this.command = command;
        this.packet = packet;
    }

    @Override
    CablingPicture styled(Style other) {
        return new CablingPicture(cabling, command, packet, title, other);
    }

    @Override
    public CablingPicture title(String other) {
        return new CablingPicture(cabling, command, packet, other, style());
    }

    @Override
    public List<MimeBundle> outputs() {
        return List.of(drawing());
    }

    /** Gives the question, the last command, and what is connected to what as plain text. */
    @Override
    public String text() {
        return title + "\n$ " + command + "\n" + String.join("\n", told());
    }

    private List<String> told() {
        List<String> lines = new ArrayList<>();
        lines.add(SENTENCES.say(
                "cabling.bridge", cabling.bridge(), cabling.bridgeAddress().orElse("–")));
        for (End end : cabling.outside()) {
            lines.add(end.bridge()
                    .map(b -> SENTENCES.say("cabling.plugged", end.name(), b, state(end)))
                    .orElseGet(() -> SENTENCES.say("cabling.loose", end.name(), state(end))));
        }
        lines.add(SENTENCES.say(
                "cabling.room",
                cabling.room(),
                cabling.inside().stream().map(CablingPicture::said).collect(Collectors.joining(", "))));
        if (packet) {
            lines.add(SENTENCES.say("cabling.packet"));
        }
        return lines;
    }

    private static String said(End end) {
        return end.name() + end.address().map(a -> " " + a).orElse("") + " (" + state(end) + ")";
    }

    private static String state(End end) {
        return SENTENCES.say(end.up() ? "cabling.up" : "cabling.down");
    }

    @Override
    Scene draw(boolean legend) {
        Pencil pencil = new Pencil();
        pencil.text(28, 36, Anchor.START, title, Letters.TITLE, Colour.INK);
        pencil.text(28, 60, Anchor.START, Letters.ANSWER.fit("$ " + command, WIDTH - 56), Letters.ANSWER, Colour.QUIET);
        pencil.text(30, 96, Anchor.START, SENTENCES.say("cabling.host"), Letters.HOST, Colour.QUIET);
        pencil.rectangle(HOST, 10, Colour.HOST, Stroke.solid(Colour.EDGE, 1.5));
        Colour.Pair blue = Colour.DEFAULT_BRIDGE;
        pencil.rectangle(BRIDGE, 10, blue.tint(), Stroke.solid(blue.stroke(), 1.6));
        pencil.text(BRIDGE.x() + 14, BRIDGE.y() + 20, Anchor.START, cabling.bridge(), Letters.BAND, blue.stroke());
        pencil.text(
                BRIDGE.x() + 14,
                BRIDGE.y() + 37,
                Anchor.START,
                cabling.bridgeAddress().orElse(""),
                Letters.SMALL,
                Colour.INK);
        pencil.rectangle(ROOM, 8, Colour.PAPER, Stroke.solid(Colour.INK, 1.6));
        pencil.text(ROOM.x() + 14, ROOM.bottom() - 30, Anchor.START, cabling.room(), Letters.BOX, Colour.INK);
        pencil.text(
                ROOM.x() + 14,
                ROOM.bottom() - 13,
                Anchor.START,
                SENTENCES.say("cabling.namespace"),
                Letters.SMALL,
                Colour.QUIET);
        cable(pencil);
        double bottom =
                legend ? Drawing.notes(pencil, Legend.ofCabling(), WIDTH - 56, HOST.bottom() + 8) : HOST.bottom();
        double height = Math.ceil(bottom + 20);
        return new Scene(
                WIDTH,
                height,
                title,
                String.join(" ", told()),
                withPaper(pencil.shapes, new Bounds(0, 0, WIDTH, height)));
    }

    private static List<Scene.Shape> withPaper(List<Scene.Shape> shapes, Bounds all) {
        List<Scene.Shape> page = new ArrayList<>();
        page.add(new Scene.Rectangle(all, 0, Colour.PAPER, Stroke.NONE));
        page.addAll(shapes);
        return page;
    }

    /** Ends first, for the cable's course depends on where they are; painted over it. */
    private void cable(Pencil pencil) {
        List<Placed> ends = new ArrayList<>();
        double shelf = 206;
        for (End end : cabling.outside()) {
            boolean docked = end.bridge().filter(cabling.bridge()::equals).isPresent();
            ends.add(docked ? new Placed(end, DOCKED, BRIDGE.y() + 4, true) : new Placed(end, 150, shelf, false));
            shelf += docked ? 0 : 96;
        }
        Optional<End> inside =
                cabling.inside().stream().filter(e -> !e.loopback()).findFirst();
        inside.ifPresent(end -> ends.add(new Placed(end, DOCKED, ROOM.y() + 8, true)));
        boolean lo = cabling.inside().stream().anyMatch(End::loopback);
        if (ends.size() == 2) {
            line(pencil, ends.get(0), ends.get(1));
        }
        ends.forEach(end -> plug(pencil, end));
        if (lo) {
            pencil.text(ROOM.right() - 14, ROOM.bottom() - 13, Anchor.END, "lo", Letters.SMALL, Colour.QUIET);
        }
    }

    private record Placed(End end, double x, double y, boolean fixed) {
        Bounds bounds() {
            return new Bounds(x - PLUG_WIDTH / 2, y, PLUG_WIDTH, PLUG_HEIGHT);
        }
    }

    private void line(Pencil pencil, Placed a, Placed b) {
        String colour = packet ? Colour.DEFAULT_BRIDGE.stroke() : Colour.INK;
        Stroke stroke = Stroke.solid(colour, packet ? 4.4 : 2.4);
        double fromX = a.x();
        double fromY = a.bounds().bottom();
        double toX = b.x();
        double toY = b.y();
        if (!a.fixed() && b.fixed()) {
            fromX = a.bounds().right();
            fromY = a.y() + PLUG_HEIGHT / 2;
            pencil.path("MC", "none", stroke, fromX, fromY, fromX + 90, fromY, toX, toY - 40, toX, toY);
            label(pencil, fromX + 20, fromY - 8, Anchor.START);
            return;
        }
        pencil.path("MC", "none", stroke, fromX, fromY, fromX, fromY + 30, toX, toY - 30, toX, toY);
        if (packet) {
            pencil.circle(toX, (fromY + toY) / 2, 9, Colour.NEW, Stroke.solid(colour, 2));
            pencil.text(
                    toX - 16,
                    (fromY + toY) / 2 + 4,
                    Anchor.END,
                    SENTENCES.say("cabling.packet"),
                    Letters.SMALL_BOLD,
                    colour);
        } else {
            label(pencil, toX + 12, (fromY + toY) / 2 + 4, Anchor.START);
        }
    }

    private static void label(Pencil pencil, double x, double y, Anchor anchor) {
        pencil.text(x, y, anchor, SENTENCES.say("cabling.cable"), Letters.SMALL, Colour.QUIET);
    }

    private static void plug(Pencil pencil, Placed placed) {
        End end = placed.end();
        String colour = end.up() ? Colour.DEFAULT_BRIDGE.stroke() : Colour.QUIET;
        Stroke edge = end.up() ? Stroke.solid(colour, 2) : Stroke.dashed(colour, 1.6, 4, 3);
        pencil.rectangle(placed.bounds(), 6, Colour.PAPER, edge);
        pencil.text(placed.x(), placed.y() + 16, Anchor.MIDDLE, end.name(), Letters.SOCKET, Colour.INK);
        String under = end.address().orElse(state(end));
        pencil.text(placed.x(), placed.y() + 31, Anchor.MIDDLE, under, Letters.SMALL, Colour.QUIET);
    }
}
