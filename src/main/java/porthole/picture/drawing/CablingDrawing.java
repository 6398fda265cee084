package porthole.picture.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porthole.display.Sentences;
import porthole.network.Cabling;
import porthole.network.Cabling.End;
import porthole.network.Cabling.Room;
import porthole.picture.form.Bounds;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.form.Paragraph;
import porthole.picture.form.Scene.Anchor;
import porthole.picture.form.Scene.Stroke;
import porthole.picture.story.CablingWords;
import porthole.picture.story.PictureContent.Words;
import porthole.topology.CablingChange;
import porthole.topology.CablingChange.Packet;
import porthole.topology.CablingFact.Kind;
import porthole.topology.CablingStep;

/**
 * One step of a wiring that is built by hand: the host's namespace with the bridge and what lies loose, under it the other
 * namespaces, between them the cables. All steps have the same places, so that they can follow each other in a film.
 */
public final class CablingDrawing {
    private static final double EDGE = 14;
    private static final double BAND = 46;
    private static final double PLUG = 42;
    private static final double PLUG_INSIDE = 60;
    /** Holds the longest address with its prefix and a plus. */
    private static final double PLUG_WIDEST = 190;

    private static final double ROOM = 148;
    private static final double BETWEEN = 78;
    private static final double LINE = 18;
    private static final Colour.Pair BLUE = Colour.DEFAULT_BRIDGE;
    private static final Sentences SENTENCES = Sentences.of(CablingDrawing.class);

    private final Pencil pencil;
    private final CablingChange change;
    private final CablingWords words;
    private final double width;
    private final Map<Integer, Placed> placed = new HashMap<>();
    private final List<Placed> all = new ArrayList<>();

    /** An end and its place; {@code below} is whether its cable leaves downwards. */
    private record Placed(End end, String where, Bounds bounds, boolean below) {
        double x() {
            return bounds.centre();
        }

        double y() {
            return below ? bounds.bottom() : bounds.y();
        }

        double away() {
            return below ? 46 : -46;
        }
    }

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
     * @return the height that it takes
     */
    public static double step(Pencil pencil, CablingChange change, String title, double width) {
        return new CablingDrawing(pencil, change, width).draw(title);
    }

    private double draw(String title) {
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
        double row = top + EDGE + (words.hasBridge() ? BAND - 4 : 10);
        double rooms = row + PLUG + BETWEEN;
        Bounds host = new Bounds(0, top, width, rooms + ROOM + EDGE - top);
        pencil.rectangle(host, 10, Colour.HOST, Stroke.solid(Colour.EDGE, 1.5));
        place(row, rooms);
        cables();
        if (words.hasBridge()) {
            bridge(new Bounds(EDGE, top + EDGE, width - 2 * EDGE, BAND));
        }
        all.forEach(this::plug);
        double bottom = steps(host.bottom() + 24);
        return marks(bottom + 4);
    }

    private Bounds room(int index, double y) {
        int count = change.after().rooms().size();
        double wide = (width - EDGE * (count + 1)) / Math.max(2, count) - (count == 1 ? 24 : 0);
        double x = count == 1 ? width - EDGE - wide : EDGE + index * (wide + EDGE);
        return new Bounds(x, y, wide, ROOM);
    }

    private void place(double row, double rooms) {
        Cabling now = change.after();
        for (int i = 0; i < now.rooms().size(); i++) {
            Room room = now.rooms().get(i);
            Bounds bounds = room(i, rooms);
            box(room, bounds);
            List<End> ends = room.ends();
            double slot = (bounds.width() - 12) / Math.max(1, ends.size());
            double plug = Math.min(PLUG_WIDEST, slot - 8);
            for (int e = 0; e < ends.size(); e++) {
                double x = bounds.x() + 6 + slot * (e + 0.5) - plug / 2;
                put(ends.get(e), room.name(), new Bounds(x, rooms + 8, plug, PLUG_INSIDE), false);
            }
        }
        outside(now, row);
    }

    /** What is in the bridge hangs over the other end of its cable, what is loose lies on the left. */
    private void outside(Cabling now, double row) {
        double right = now.rooms().size() == 1 && words.hasBridge() ? room(0, 0).x() - 12 : width - EDGE;
        long loose = now.outside().stream().filter(e -> over(e).isEmpty()).count();
        double slot = (right - EDGE) / Math.max(2, loose);
        int next = 0;
        for (End end :
                now.outside().stream().sorted(Comparator.comparing(End::name)).toList()) {
            double plug = Math.min(132, slot - 10);
            double x = over(end).orElse(EDGE + slot * (next + 0.5));
            next += over(end).isPresent() ? 0 : 1;
            double y = docked(end) ? row : row + 18;
            put(end, "", new Bounds(x - plug / 2, y, plug, PLUG), true);
        }
    }

    private Optional<Double> over(End end) {
        return docked(end)
                ? change.after().otherEnd(end).map(e -> placed.get(e.cable())).map(Placed::x)
                : Optional.empty();
    }

    private boolean docked(End end) {
        return end.bridge().equals(Optional.of(change.after().bridge()));
    }

    private void put(End end, String where, Bounds bounds, boolean below) {
        Placed it = new Placed(end, where, bounds, below);
        all.add(it);
        if (end.cable() != 0) {
            placed.put(end.cable(), it);
        }
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

    private void cables() {
        for (Placed a : all) {
            Placed b = placed.get(-a.end().cable());
            if (a.end().cable() > 0 && b != null) {
                cable(a, b);
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

    /** A disc for each step: full where it is done, yellow where it is new, empty where it is still to do. */
    private double steps(double y) {
        List<CablingStep> steps = change.steps();
        double between = 44;
        pencil.line(12, y, 12 + between * (steps.size() - 1), y, Stroke.solid(Colour.EDGE, 1.5));
        for (int i = 0; i < steps.size(); i++) {
            CablingStep step = steps.get(i);
            boolean done = change.done().contains(step);
            boolean came = change.isNew(step);
            boolean undone = change.isUndone(step);
            String fill = came ? Colour.NEW : done ? BLUE.stroke() : Colour.PAPER;
            String edge = undone ? Colour.WARNING : done ? BLUE.stroke() : Colour.EDGE;
            double x = 12 + between * i;
            pencil.circle(x, y, 11, fill, Stroke.solid(edge, came || undone ? 3 : 1.5));
            String ink = came ? Colour.INK : done ? Colour.PAPER : Colour.QUIET;
            pencil.text(
                    x,
                    y + 4.5,
                    Anchor.MIDDLE,
                    String.valueOf(i + 1),
                    Letters.SMALL_BOLD,
                    undone ? Colour.WARNING : ink);
        }
        return y + 14;
    }

    private double marks(double top) {
        double y = top;
        Optional<Packet> unanswered = change.packet().filter(p -> !p.answered());
        if (unanswered.isPresent()) {
            y += LINE;
            String said = CablingWords.unanswered(unanswered.get());
            pencil.text(0, y, Anchor.START, said, Letters.SMALL_BOLD, Colour.WARNING);
        }
        for (String line :
                Paragraph.lines(String.join(SENTENCES.say("list.comma"), words.marks()), Letters.SMALL, width)) {
            y += LINE;
            pencil.text(0, y, Anchor.START, line, Letters.SMALL, Colour.INK);
        }
        return y;
    }
}
