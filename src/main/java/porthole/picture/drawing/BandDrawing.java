package porthole.picture.drawing;

import java.util.List;
import porthole.display.Sentences;
import porthole.picture.form.Bounds;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.form.Scene.Anchor;
import porthole.picture.form.Scene.Stroke;
import porthole.picture.layout.BandText;
import porthole.picture.layout.Layout;
import porthole.picture.layout.Layout.Frame;
import porthole.picture.layout.Layout.PlacedBand;
import porthole.picture.layout.Layout.PlacedBox;
import porthole.picture.layout.Layout.PlacedLeg;
import porthole.picture.layout.VerticalLine;
import porthole.picture.story.PictureContent;
import porthole.picture.story.PictureContent.Ribbon;
import porthole.picture.story.PictureContent.Words;
import porthole.topology.Mark;
import porthole.topology.Standing;

/** Networks and the legs that hang from them. */
final class BandDrawing {
    private static final double DOT = 4.5;
    /** Dashes of the cable of an interface that is off, or without its address. */
    private static final double CUT = 4;
    /** Where a cubic curve that looks like a quarter of a circle has its handles, in radii. */
    static final double ROUND = 0.5523;

    private static final Sentences SENTENCES = Sentences.of(BandDrawing.class);

    private BandDrawing() {}

    static void band(Pencil pencil, PlacedBand band) {
        band(pencil, band, List.of());
        if (band.empty()) {
            double y = band.bounds().bottom() + 20;
            String nothing = SENTENCES.say("empty.band");
            pencil.text(band.bounds().centre(), y, Anchor.MIDDLE, nothing, Letters.SMALL, Colour.QUIET);
        }
    }

    /** @param behind where it is hidden by what it passes behind, from left to right */
    static void band(Pencil pencil, PlacedBand band, List<Bounds> behind) {
        Ribbon ribbon = band.ribbon();
        Colour.Pair colours = ribbon.colours();
        boolean went = ribbon.mark() == Mark.WENT;
        String stroke = went ? Colour.QUIET : colours.stroke();
        double width = ribbon.mark() == Mark.CAME ? 3.2 : 1.6;
        Stroke edge = went
                ? Stroke.dashed(stroke, 1.6, 3, 4)
                : ribbon.dashed() ? Stroke.dashed(stroke, width, 8, 3) : Stroke.solid(stroke, width);
        String fill = switch (ribbon.mark()) {
            case CAME -> Colour.NEW;
            case WENT -> Colour.PAPER;
            default -> colours.tint();
        };
        BandPieces.draw(pencil, band.bounds(), behind, fill, edge);
        band.passing().forEach(x -> passage(pencil, band.bounds(), x, stroke));
        text(pencil, band, stroke);
    }

    /** Two mouths of a tunnel: a line that is not this network's goes under it. */
    private static void passage(Pencil pencil, Bounds band, double x, String stroke) {
        double r = 7;
        for (int side = -1; side <= 1; side += 2) {
            double edge = side < 0 ? band.y() : band.bottom();
            double top = edge - side * r;
            double bend = edge - side * r * ROUND;
            pencil.path(
                    "MCC",
                    Colour.HOST,
                    Stroke.solid(stroke, 1.4),
                    x - r,
                    edge,
                    x - r,
                    bend,
                    x - r * ROUND,
                    top,
                    x,
                    top,
                    x + r * ROUND,
                    top,
                    x + r,
                    bend,
                    x + r,
                    edge);
            pencil.line(x - r + 1, edge, x + r - 1, edge, Stroke.solid(Colour.HOST, 2.6));
        }
    }

    private static void text(Pencil pencil, PlacedBand band, String colour) {
        Ribbon ribbon = band.ribbon();
        Bounds field = band.text();
        double y = band.bounds().y() + 20;
        double at = BandText.nameAt(ribbon);
        pencil.text(field.x(), y, Anchor.START, ribbon.what(), Letters.SMALL, Colour.QUIET);
        Words name = narrowed(ribbon.name(), Letters.BAND, field.width() - at);
        pencil.text(field.x() + at, y, Anchor.START, name, Letters.BAND, colour);
        for (Words line : ribbon.lines()) {
            y += Layout.LINE_HEIGHT;
            pencil.text(
                    field.x(),
                    y,
                    Anchor.START,
                    narrowed(line, Letters.SMALL, field.width()),
                    Letters.SMALL,
                    Colour.INK);
        }
    }

    private static Words narrowed(Words words, Letters letters, double room) {
        return new Words(letters.fit(words.text(), room + 0.01), words.full());
    }

    static Stroke leg(Ribbon ribbon, Mark mark, Standing standing) {
        String colour = ribbon.colours().stroke();
        if (mark == Mark.WENT || standing == Standing.STOPPED) {
            return Stroke.dashed(Colour.QUIET, 1.8, 5, 4);
        }
        boolean enginesOwn = ribbon.colours().equals(Colour.GREY);
        return Stroke.solid(colour, mark == Mark.CAME ? 4.4 : enginesOwn ? 1.2 : 2);
    }

    static Ribbon ribbon(PictureContent story, String id) {
        return story.ribbons().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The legs, which pass under the bands that are not theirs. */
    static void legs(Pencil pencil, PictureContent story, PlacedBox box, Frame frame) {
        for (PlacedLeg leg : box.legs()) {
            Ribbon ribbon = ribbon(story, leg.plug().ribbon());
            Stroke whole = leg(ribbon, leg.plug().mark(), box.figure().standing());
            Stroke stroke = leg.plug().cut() ? Stroke.dashed(whole.colour(), whole.width(), CUT, CUT) : whole;
            pencil.line(leg.x(), leg.top(), leg.x(), box.bounds().y(), stroke);
        }
    }

    /** Where legs are attached, and what is written on them. */
    static void dots(Pencil pencil, PictureContent story, PlacedBox box) {
        for (PlacedLeg leg : box.legs()) {
            Ribbon ribbon = ribbon(story, leg.plug().ribbon());
            Mark mark = leg.plug().mark();
            boolean faint = mark == Mark.WENT || box.figure().standing() == Standing.STOPPED;
            boolean hollow = faint || leg.plug().cut();
            String colour = faint ? Colour.QUIET : ribbon.colours().stroke();
            pencil.circle(
                    leg.x(), leg.top(), DOT, hollow ? Colour.PAPER : colour, Stroke.solid(colour, hollow ? 1.4 : 0.6));
            Stroke edge = switch (mark) {
                case SAME -> Stroke.NONE;
                case WENT -> Stroke.dashed(Colour.QUIET, 1.2, 3, 3);
                case CAME, MOVED -> Stroke.solid(colour, 1.5);
            };
            String fill = switch (mark) {
                case SAME -> Colour.HOST;
                case WENT -> Colour.PAPER;
                case CAME, MOVED -> Colour.NEW;
            };
            pencil.rectangle(leg.field(), 4, fill, edge);
            List<Words> labels = leg.plug().labels();
            for (int i = 0; i < labels.size(); i++) {
                pencil.text(
                        leg.x(),
                        leg.field().y() + 14 + i * Layout.LINE_HEIGHT,
                        Anchor.MIDDLE,
                        labels.get(i),
                        VerticalLine.letters(leg.plug()),
                        faint ? Colour.QUIET : Colour.INK);
            }
        }
    }
}
