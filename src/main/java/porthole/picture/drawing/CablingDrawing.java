package porthole.picture.drawing;

import java.util.List;
import porthole.display.Sentences;
import porthole.network.Cabling.End;
import porthole.network.Cabling.Room;
import porthole.picture.drawing.CablingPlaces.Placed;
import porthole.picture.form.Bounds;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.form.Paragraph;
import porthole.picture.form.Scene.Anchor;
import porthole.picture.form.Scene.Stroke;
import porthole.picture.story.CablingWords;
import porthole.picture.story.PictureContent.Words;
import porthole.topology.CablingChange;
import porthole.topology.CablingFact.Kind;

/**
 * One step of a wiring that is built by hand: the host's namespace with the bridge and what lies loose, under it the other
 * namespaces, between them the cables.
 */
public final class CablingDrawing {
    private static final double EDGE = CablingPlaces.EDGE;
    private static final double BAND = 46;
    private static final Colour.Pair BLUE = Colour.DEFAULT_BRIDGE;
    private static final Sentences SENTENCES = Sentences.of(CablingDrawing.class);

    private final Pencil pencil;
    private final CablingChange change;
    private final CablingWords words;
    private final double width;

    private CablingDrawing(Pencil pencil, CablingChange change, double width) {
        this.pencil = pencil;
        this.change = change;
        this.width = width;
        words = new CablingWords(change);
    }

    /**
     * Draws a step from the upper left corner of the pencil's place.
     *
     * @param title the heading
     * @param still whether everything stands where it does in the other steps, too; else no room is left for what they have
     * @return the height that it takes
     */
    public static double step(Pencil pencil, CablingChange change, String title, double width, boolean still) {
        return new CablingDrawing(pencil, change, width).draw(title, still);
    }

    private double draw(String title, boolean still) {
        double y = 0;
        for (String line : Paragraph.lines(title, Letters.TITLE, width)) {
            y += 22;
            pencil.text(0, y, Anchor.START, line, Letters.TITLE, Colour.INK);
        }
        y += 20;
        pencil.text(0, y, Anchor.START, Words.fit(words.command(), Letters.ANSWER, width), Letters.ANSWER, Colour.INK);
        y += 26;
        pencil.text(2, y, Anchor.START, SENTENCES.say("cabling.host"), Letters.HOST, Colour.QUIET);
        double top = y + 8;
        CablingPlaces places = new CablingPlaces(change.after(), width, top, words.hasBridge() ? BAND : 0, still);
        Bounds host = new Bounds(0, top, width, places.bottom() - top);
        pencil.rectangle(host, 10, Colour.HOST, Stroke.solid(Colour.EDGE, 1.5));
        List<Room> rooms = change.after().rooms();
        for (int i = 0; i < rooms.size(); i++) {
            box(rooms.get(i), places.room(i));
        }
        cables(places);
        if (words.hasBridge()) {
            bridge(new Bounds(EDGE, top + EDGE, width - 2 * EDGE, BAND));
        }
        places.all().forEach(this::plug);
        return new CablingSteps(pencil, change, words, width).draw(host.bottom() + 24);
    }

    private void bridge(Bounds b) {
        pencil.rectangle(b, 10, BLUE.tint(), Stroke.solid(BLUE.stroke(), 1.6));
        String name = change.after().bridge();
        pencil.text(b.x() + 14, b.y() + 20, Anchor.START, name, Letters.BAND, BLUE.stroke());
        String address = change.after().bridgeAddress().orElse("");
        pencil.text(b.x() + 14, b.y() + 37, Anchor.START, address, Letters.SMALL, Colour.INK);
    }

    private void box(Room room, Bounds b) {
        boolean came = words.isNew(Kind.NAMESPACE, room.name(), "");
        pencil.rectangle(b, 8, came ? Colour.NEW : Colour.PAPER, Stroke.solid(Colour.INK, came ? 3.4 : 1.6));
        double y = b.bottom() - 58;
        pencil.text(b.x() + 12, y, Anchor.START, plus(came) + room.name(), Letters.BOX, Colour.INK);
        pencil.text(b.x() + 12, y + 17, Anchor.START, SENTENCES.say("cabling.namespace"), Letters.SMALL, Colour.QUIET);
        String lo = room.inside().stream()
                .filter(End::loopback)
                .findFirst()
                .map(e -> e.name() + " · " + CablingWords.state(e))
                .orElse("");
        pencil.text(b.x() + 12, y + 33, Anchor.START, lo, Letters.SMALL, Colour.QUIET);
        boolean routed = words.isNew(Kind.ROUTE, room.name(), "");
        Words route = Words.fit(plus(routed) + words.route(room), Letters.SMALL_BOLD, b.width() - 20);
        note(b.x() + 12, y + 50, route, routed, room.gateway().isPresent() ? Colour.INK : Colour.QUIET);
    }

    private static String plus(boolean came) {
        return came ? "+ " : "";
    }

    /** A line of text, on yellow where it is new. */
    private void note(double x, double y, Words said, boolean came, String colour) {
        Letters letters = came || colour.equals(Colour.INK) ? Letters.SMALL_BOLD : Letters.SMALL;
        if (came) {
            double wide = letters.width(said.text()) + 10;
            pencil.rectangle(new Bounds(x - 5, y - 13, wide, 18), 4, Colour.NEW, Stroke.solid(Colour.INK, 1));
        }
        pencil.text(x, y, Anchor.START, said, letters, colour);
    }

    private void cables(CablingPlaces places) {
        for (Placed a : places.all()) {
            if (a.end().cable() > 0) {
                places.other(a).ifPresent(b -> cable(a, b));
            }
        }
    }

    private void cable(Placed a, Placed b) {
        boolean lit = a.end().up() && b.end().up();
        boolean carries = carries(a) || carries(b);
        String colour = lit ? BLUE.stroke() : Colour.QUIET;
        Stroke stroke = Stroke.solid(colour, carries ? 5 : lit ? 3.2 : 2.2);
        pencil.path("MC", "none", stroke, a.x(), a.y(), a.x(), a.y() + a.away(), b.x(), b.y() + b.away(), b.x(), b.y());
        double x = (a.x() + b.x()) / 2;
        double y = (a.y() + b.y()) / 2 + 0.375 * (a.away() + b.away());
        String said = SENTENCES.say(carries ? "cabling.packet" : "cabling.cable");
        Letters letters = carries ? Letters.SMALL_BOLD : Letters.SMALL;
        boolean level = a.below() == b.below();
        if (carries) {
            pencil.circle(x, y, 9, Colour.NEW, Stroke.solid(colour, 2));
        }
        boolean steep = !level && Math.abs(a.x() - b.x()) < 90;
        double down = steep ? 4 : level && a.below() ? -10 : a.below() ? 24 : -14;
        double half = letters.width(said) / 2;
        double middle = Math.max(half + 8, steep ? x - half - 16 : x);
        pencil.text(middle, y + down, Anchor.MIDDLE, said, letters, carries ? colour : Colour.QUIET);
    }

    private boolean carries(Placed end) {
        return change.packet()
                .filter(p -> p.answered()
                        && p.room().equals(end.where())
                        && p.end().equals(end.end().name()))
                .isPresent();
    }

    private void plug(Placed it) {
        End end = it.end();
        Bounds b = it.bounds();
        boolean came = words.isNew(Kind.END, it.where(), end.name()) || words.isNew(Kind.PLUG, it.where(), end.name());
        String colour = end.up() ? BLUE.stroke() : Colour.QUIET;
        Stroke edge = end.up() ? Stroke.solid(colour, came ? 3.4 : 2) : Stroke.dashed(colour, came ? 3 : 1.6, 4, 3);
        pencil.rectangle(b, 6, came ? Colour.NEW : Colour.PAPER, edge);
        Words name = Words.fit(plus(came) + end.name(), Letters.SOCKET, b.width() - 8);
        pencil.text(it.x(), b.y() + 17, Anchor.MIDDLE, name, Letters.SOCKET, Colour.INK);
        boolean on = words.isNew(Kind.UP, it.where(), end.name());
        String state = plus(on) + CablingWords.state(end);
        line(it, b.y() + 34, state, end.up() ? Letters.SMALL_BOLD : Letters.SMALL, on, colour);
        if (!it.below()) {
            boolean given = words.isNew(Kind.ADDRESS, it.where(), end.name());
            String address = end.address().orElse(SENTENCES.say("cabling.no-address"));
            Letters letters = end.address().isPresent() ? Letters.SMALL_BOLD : Letters.SMALL;
            String ink = end.address().isPresent() ? Colour.INK : Colour.QUIET;
            line(it, b.y() + 52, plus(given) + address, letters, given, ink);
        }
    }

    private void line(Placed it, double y, String text, Letters letters, boolean came, String colour) {
        Words said = Words.fit(text, letters, it.bounds().width() + (came ? 26 : -6));
        if (came) {
            double wide = letters.width(said.text()) + 10;
            Bounds behind = new Bounds(it.x() - wide / 2, y - 13, wide, 17);
            pencil.rectangle(behind, 4, Colour.NEW, Stroke.solid(Colour.INK, 1));
        }
        pencil.text(it.x(), y, Anchor.MIDDLE, said, letters, colour);
    }
}
