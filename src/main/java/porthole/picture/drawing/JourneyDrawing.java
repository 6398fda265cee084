package porthole.picture.drawing;

import java.util.ArrayList;
import java.util.List;
import porthole.picture.form.Bounds;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.form.Paragraph;
import porthole.picture.form.Scene;
import porthole.picture.form.Scene.Anchor;
import porthole.picture.form.Scene.Stroke;
import porthole.picture.story.JourneyWords;
import porthole.picture.story.PictureContent.Words;
import porthole.topology.Journey;
import porthole.topology.JourneyStation;
import porthole.topology.JourneyStation.Kind;

/**
 * A journey as a strip of steps from top to bottom: on the left a rail for each network namespace with a dot for each
 * station, on the right what happens there. The whole strip stands still and can be printed.
 */
public final class JourneyDrawing {
    static final int MARGIN = 28;
    /** With its margins, no wider than the column of a page or a notebook, so that its letters are shown as large as they are. */
    static final int WIDTH = 684;

    private static final double RAILS = 300;
    private static final double WIDEST_RAIL = 112;
    /** A device's name fits in, in two lines at most. */
    private static final double NARROWEST_RAIL = 74;
    /** A last line of fewer letters is no line. */
    private static final int ORPHAN = 6;

    private static final double LINE = 17;
    private static final double DOT = 12;
    /** A line of a rail's name or of a label under a dot. */
    private static final double LABEL = 16;

    private static final Letters SMALL = Letters.SMALL;
    private static final Letters SMALL_BOLD = Letters.SMALL_BOLD;

    private final Journey journey;
    private final JourneyWords words;
    private final boolean legend;
    private final List<String> lanes;
    private final double rail;
    private final double left;
    private final List<Row> rows = new ArrayList<>();
    private double top;
    private double bottom;

    /** A line of text, and how it is set. */
    private record Line(Words words, Letters letters, String colour) {}

    /**
     * A station's place.
     *
     * @param x of its dot
     * @param y of its dot
     * @param bounds of its text
     */
    public record Row(double x, double y, Bounds bounds) {}

    private JourneyDrawing(Journey journey, JourneyWords words, boolean legend) {
        this.legend = legend;
        this.journey = journey;
        this.words = words;
        lanes = words.lanes();
        rail = Math.max(NARROWEST_RAIL, Math.min(WIDEST_RAIL, RAILS / Math.max(1, lanes.size())));
        left = MARGIN + rail * lanes.size() + 18;
    }

    /**
     * A drawing and where its stations are.
     *
     * @param scene the drawing
     * @param rows one for each station
     */
    public record Strip(Scene scene, List<Row> rows) {
        public Strip {
            rows = List.copyOf(rows);
        }
    }

    /** All steps. */
    public static Strip strip(Journey journey, JourneyWords words, boolean legend) {
        return new JourneyDrawing(journey, words, legend)
                .draw(journey.stations().size(), false);
    }

    /** The steps up to one, counted from 1, which is marked. The drawing is as large as that of all steps. */
    public static Scene frame(Journey journey, JourneyWords words, boolean legend, int step) {
        return new JourneyDrawing(journey, words, legend).draw(step, true).scene();
    }

    private Strip draw(int steps, boolean marked) {
        Pencil pencil = new Pencil();
        double y = Drawing.heading(pencil, words.title(), words.answer(), WIDTH) + 20;
        top = y;
        y += 52 + Math.max(0, headLines() - 2) * LABEL;
        List<List<Line>> texts = new ArrayList<>();
        for (JourneyStation station : journey.stations()) {
            List<Line> lines = lines(station);
            texts.add(lines);
            double height = lines.size() * LINE + 14;
            double x = MARGIN + rail * (lanes.indexOf(station.where()) + 0.5);
            rows.add(new Row(x, y + 17, new Bounds(left, y, MARGIN + WIDTH - left, height)));
            int under = label(station).size();
            y += Math.max(height, 52 + Math.max(0, under - 1) * LABEL);
        }
        bottom = y + 4;
        rails(pencil);
        double end = unknown(pencil, steps == rows.size());
        end = legend ? Drawing.notes(pencil, words.signs(), WIDTH, end + 8) : end;
        if (marked) {
            Bounds here = rows.get(steps - 1).bounds();
            Bounds wide = new Bounds(MARGIN, here.y(), WIDTH, Math.max(here.height(), 48));
            pencil.rectangle(wide, 6, "none", Stroke.solid(Colour.OVERLAY.stroke(), 3));
        }
        path(pencil, steps);
        for (int i = 0; i < steps; i++) {
            dot(pencil, i);
            text(pencil, rows.get(i).bounds(), texts.get(i));
        }
        String told = words.title() + " " + words.answer();
        return new Strip(pencil.scene(WIDTH + 2 * MARGIN, end + 20, words.title(), told), rows);
    }

    private void rails(Pencil pencil) {
        for (int i = 0; i < lanes.size(); i++) {
            boolean host = isHost(lanes.get(i));
            Bounds all = new Bounds(MARGIN + i * rail + 4, top, rail - 8, bottom - top);
            Stroke edge = host ? Stroke.solid(Colour.EDGE, 1.5) : Stroke.solid(Colour.INK, 1.5);
            pencil.rectangle(all, 10, host ? Colour.HOST : Colour.PAPER, edge);
            double y = top + 19;
            for (String line : lane(lanes.get(i))) {
                Words name = new Words(line, lanes.get(i));
                pencil.text(all.centre(), y, Anchor.MIDDLE, name, SMALL_BOLD, Colour.INK);
                y += LABEL;
            }
            for (String line : kind(lanes.get(i))) {
                pencil.text(all.centre(), y, Anchor.MIDDLE, line, SMALL, Colour.QUIET);
                y += LABEL;
            }
        }
    }

    private boolean isHost(String lane) {
        return journey.stations().stream().anyMatch(s -> s.where().equals(lane) && s.host());
    }

    /** A rail's name, in as many lines as it needs in its width. */
    private List<String> lane(String name) {
        return Paragraph.name(name, SMALL_BOLD, rail - 14, 4);
    }

    private List<String> kind(String name) {
        String kind = words.lane(name);
        return kind.equals(name) ? List.of() : Paragraph.lines(kind, SMALL, rail - 14);
    }

    private int headLines() {
        return lanes.stream()
                .mapToInt(l -> lane(l).size() + kind(l).size())
                .max()
                .orElse(2);
    }

    /** What stands under a station's dot. */
    private List<String> label(JourneyStation station) {
        String label = words.label(station);
        return label.isEmpty() ? List.of() : Paragraph.name(label, SMALL, rail - 14, 3);
    }

    /** What was not observed, under all steps; the y of the last line. */
    private double unknown(Pencil pencil, boolean shown) {
        double y = bottom;
        List<String> gaps = new ArrayList<>(words.unknown());
        if (!gaps.isEmpty()) {
            gaps.add(0, words.unknownTitle());
        }
        for (String gap : gaps) {
            for (String line : wrapped(gap, SMALL, WIDTH)) {
                y += LINE + 1;
                if (shown) {
                    pencil.text(MARGIN, y + 6, Anchor.START, line, SMALL, Colour.QUIET);
                }
            }
        }
        return y;
    }

    private void path(Pencil pencil, int steps) {
        for (int i = 1; i < steps; i++) {
            Row a = rows.get(i - 1);
            Row b = rows.get(i);
            Stroke stroke = Stroke.solid(Colour.DEFAULT_BRIDGE.stroke(), 2.6);
            if (a.x() == b.x()) {
                pencil.line(a.x(), a.y(), b.x(), b.y(), stroke);
            } else {
                // Out by the side, so that it leaves the label under the dot alone.
                double half = (a.x() + b.x()) / 2;
                pencil.path("MC", "none", stroke, a.x(), a.y(), half, a.y(), b.x(), a.y(), b.x(), b.y());
            }
        }
    }

    private void dot(Pencil pencil, int i) {
        JourneyStation station = journey.stations().get(i);
        Row row = rows.get(i);
        boolean end = station.kind().ends();
        String colour = end ? Colour.WARNING : Colour.DEFAULT_BRIDGE.stroke();
        double x = row.x();
        double y = row.y();
        if (station.rewrites() || station.kind() == Kind.PROXY) {
            double r = DOT + 4;
            pencil.path("MLLLZ", Colour.NEW, Stroke.solid(colour, 2), x, y - r, x + r, y, x, y + r, x - r, y);
        } else {
            pencil.circle(x, y, DOT, end ? colour : Colour.PAPER, Stroke.solid(colour, 2));
        }
        pencil.text(x, y + 4.5, Anchor.MIDDLE, String.valueOf(i + 1), SMALL_BOLD, end ? Colour.PAPER : Colour.INK);
        double under = y + DOT + 4;
        for (String line : label(station)) {
            double width = SMALL.width(line);
            Bounds behind = new Bounds(x - width / 2 - 2, under, width + 4, LABEL - 1);
            pencil.rectangle(behind, 2, station.host() ? Colour.HOST : Colour.PAPER, Stroke.NONE);
            pencil.text(x, under + 12, Anchor.MIDDLE, new Words(line, words.label(station)), SMALL, colour);
            under += LABEL;
        }
    }

    private List<Line> lines(JourneyStation station) {
        double room = MARGIN + WIDTH - left - 10;
        List<Line> lines = new ArrayList<>();
        for (String line : wrapped(words.happens(station), Letters.BAND, room)) {
            lines.add(new Line(Words.of(line), Letters.BAND, Colour.INK));
        }
        List<String> flow = words.flow(station);
        String whole = String.join("   ", flow);
        boolean changed = flow.stream().anyMatch(line -> words.isChange(station, line));
        for (String told : changed || SMALL.width(whole) > room ? flow : whole.isEmpty() ? flow : List.of(whole)) {
            boolean other = changed && words.isChange(station, told);
            Letters letters = other ? SMALL_BOLD : SMALL;
            String colour = other ? Colour.OVERLAY.stroke() : Colour.INK;
            for (String line : wrapped(told, letters, room)) {
                lines.add(new Line(Words.of(line), letters, colour));
            }
        }
        for (String evidence : words.evidence(station)) {
            for (String line : wrapped(words.known(evidence), SMALL, room)) {
                lines.add(new Line(Words.of(line), SMALL, Colour.QUIET));
            }
        }
        return lines;
    }

    /** In lines; a few letters that would stand alone in the last one get company from the line above. */
    private static List<String> wrapped(String text, Letters letters, double room) {
        List<String> lines = Paragraph.lines(text, letters, room);
        for (double width = room; isOrphan(lines) && width > room * 0.8; width -= 10) {
            List<String> narrower = Paragraph.lines(text, letters, width);
            lines = narrower.size() == lines.size() ? narrower : lines;
        }
        return lines;
    }

    private static boolean isOrphan(List<String> lines) {
        return lines.size() > 1 && lines.get(lines.size() - 1).length() < ORPHAN;
    }

    private static void text(Pencil pencil, Bounds bounds, List<Line> lines) {
        double y = bounds.y() + 21;
        for (Line line : lines) {
            pencil.text(bounds.x(), y, Anchor.START, line.words(), line.letters(), line.colour());
            y += LINE;
        }
    }
}
