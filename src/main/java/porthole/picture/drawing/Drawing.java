package porthole.picture.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porthole.display.Sentences;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.form.Paragraph;
import porthole.picture.form.Scene;
import porthole.picture.form.Scene.Anchor;
import porthole.picture.form.Scene.Stroke;
import porthole.picture.layout.ColumnRow;
import porthole.picture.layout.GridLayout;
import porthole.picture.layout.Layout;
import porthole.picture.layout.Layout.Frame;
import porthole.picture.layout.Layout.PlacedBox;
import porthole.picture.layout.Layout.PlacedSocket;
import porthole.picture.story.PictureContent;

/** A story, laid out, as shapes: title and answer, the host's frames, notes. */
public final class Drawing {
    private static final double MARGIN = 28;
    /** So that a title and a short answer fit above a small drawing. */
    private static final double NARROWEST = 640;

    private static final double LINE = 18;
    private static final Sentences SENTENCES = Sentences.of(Drawing.class);

    private Drawing() {}

    /** One row of boxes where that is clear, the fullest that fits a narrow page; else what fits it, or is clear. */
    public static Scene of(PictureContent story) {
        if (story.dense()) {
            return grid(story);
        }
        PictureContent best = story;
        Optional<Layout> narrowest = Optional.empty();
        for (PictureContent form : story.forms()) {
            Layout layout = Layout.of(form);
            double most = narrowest.map(Layout::width).orElse(Double.MAX_VALUE);
            if (layout.isClear() && layout.width() < most) {
                best = form;
                narrowest = Optional.of(layout);
            }
            if (narrowest.filter(Layout::isFitting).isPresent()) {
                break;
            }
        }
        boolean asGrid = narrowest.isEmpty()
                || (!narrowest.get().isFitting()
                        && GridLayout.of(story.grid()).frame().width() <= Layout.FITTING);
        return asGrid ? grid(story) : boxes(best, narrowest.orElseThrow());
    }

    private static Scene boxes(PictureContent story, Layout layout) {
        Pencil pencil = new Pencil();
        double inner = inner(story, layout.width());
        double y = heading(pencil, story.title(), story.answer(), inner);
        List<PlacedSocket> sockets = layout.frame().stream()
                .flatMap(f -> f.boxes().stream())
                .flatMap(b -> b.sockets().stream())
                .toList();
        boolean visited = !sockets.isEmpty();
        boolean diamonds = sockets.stream()
                .anyMatch(s -> s.gate().isPresent() && s.socket().handedOver());
        double top = y + (visited ? 72 : 52);
        double bottom = y;
        if (layout.frame().isPresent()) {
            Frame frame = layout.frame().get();
            pencil.moveTo(MARGIN, top);
            double raised = visited ? -40 : -19;
            pencil.text(2, raised, Anchor.START, story.host(), Letters.HOST, Colour.QUIET);
            frame(pencil, story, frame);
            bottom = top + frame.bounds().bottom();
        }
        List<String> notes = new ArrayList<>(story.notes());
        if (layout.frame().stream().anyMatch(Drawing::isCut)) {
            notes.add(SENTENCES.say("note.cut"));
        }
        if (diamonds) {
            notes.add(SENTENCES.say("note.diamond"));
        }
        if (story.gateways()) {
            notes.add(SENTENCES.say("note.host"));
        }
        return page(pencil, story, inner, bottom, notes);
    }

    /** As a grid, whether boxes would be clear or not. */
    public static Scene grid(PictureContent story) {
        GridLayout layout = GridLayout.of(story.grid());
        Pencil pencil = new Pencil();
        double inner = inner(story, layout.frame().width());
        double top = heading(pencil, story.title(), story.answer(), inner) + 18;
        pencil.moveTo(MARGIN, top);
        GridDrawing.draw(pencil, story.grid(), layout);
        double bottom = top + layout.frame().bottom();
        if (layout.brief()) {
            bottom = GridKey.draw(pencil, story.grid().lines(), inner, bottom - top) + top;
        }
        bottom = GridIndex.draw(pencil, List.of(story.grid()), inner, bottom - top) + top;
        List<String> notes = new ArrayList<>(story.notes());
        if (layout.brief()) {
            GridKey.shortened(story.grid().lines(), story.grid().rows()).ifPresent(notes::add);
        }
        notes.addAll(story.grid().notes());
        return page(pencil, story, inner, bottom, notes);
    }

    private static double inner(PictureContent story, double drawn) {
        return Math.max(drawn, Math.max(NARROWEST, Math.min(Letters.TITLE.width(story.title()), Layout.FITTING)));
    }

    private static Scene page(Pencil pencil, PictureContent story, double inner, double drawn, List<String> notes) {
        pencil.moveTo(0, 0);
        double bottom = notes(pencil, notes, inner, drawn + 6);
        String description = story.title() + " " + story.answer();
        return pencil.scene(inner + 2 * MARGIN, bottom + 20, story.title(), description);
    }

    /** Sentences under a drawing that ends at {@code top}; the y of the last line's baseline. */
    public static double notes(Pencil pencil, List<String> notes, double width, double top) {
        double bottom = top;
        for (String note : notes) {
            for (String line : Paragraph.lines(note, Letters.SMALL, width)) {
                bottom += LINE;
                pencil.text(MARGIN, bottom, Anchor.START, line, Letters.SMALL, Colour.QUIET);
            }
        }
        return bottom;
    }

    /** Title and answer; the y of the last line's baseline. */
    public static double heading(Pencil pencil, String title, String answer, double width) {
        double y = 14;
        for (String line : Paragraph.lines(title, Letters.TITLE, width)) {
            y += 22;
            pencil.text(MARGIN, y, Anchor.START, line, Letters.TITLE, Colour.INK);
        }
        y += 4;
        for (String line : Paragraph.lines(answer, Letters.ANSWER, width)) {
            y += LINE + 1;
            pencil.text(MARGIN, y, Anchor.START, line, Letters.ANSWER, Colour.QUIET);
        }
        return y;
    }

    private static void frame(Pencil pencil, PictureContent story, Frame frame) {
        pencil.rectangle(frame.bounds(), 10, Colour.HOST, Stroke.solid(Colour.EDGE, 1.5));
        frame.boxes().forEach(box -> PortDrawing.lines(pencil, box, frame));
        frame.boxes().forEach(box -> BandDrawing.legs(pencil, story, box, frame));
        frame.bands().forEach(band -> BandDrawing.band(pencil, band));
        frame.boxes().forEach(box -> BandDrawing.dots(pencil, story, box));
        frame.boxes().forEach(box -> PortDrawing.sockets(pencil, box, frame));
        frame.boxes().forEach(box -> BoxDrawing.box(pencil, story, box));
        frame.divider().ifPresent(x -> divider(pencil, frame, x));
        if (story.captioned()) {
            captions(pencil, frame);
        }
    }

    static boolean isCut(Frame frame) {
        return frame.boxes().stream()
                .flatMap(b -> b.legs().stream())
                .anyMatch(leg -> leg.plug().cut());
    }

    private static void divider(Pencil pencil, Frame frame, double x) {
        double y = frame.bandsTop() - 8;
        pencil.text(x, y, Anchor.MIDDLE, SENTENCES.say("no.way"), Letters.SMALL_BOLD, Colour.WARNING);
        pencil.line(x, y + 6, x, frame.bounds().bottom() - 10, Stroke.dashed(Colour.WARNING, 1.8, 2, 4));
    }

    /** Neighbours of one mode share a caption. */
    private static void captions(Pencil pencil, Frame frame) {
        List<PlacedBox> boxes = frame.boxes();
        int i = 0;
        while (i < boxes.size()) {
            int end = i;
            String caption = boxes.get(i).figure().caption();
            while (end + 1 < boxes.size()
                    && boxes.get(end + 1).figure().caption().equals(caption)) {
                end++;
            }
            double left = boxes.get(i).bounds().x();
            double right = boxes.get(end).bounds().right();
            double y = frame.bounds().bottom() - 14;
            pencil.line(left + 6, y - 16, right - 6, y - 16, Stroke.solid(Colour.EDGE, 1));
            double room = right - left + ColumnRow.BETWEEN_BOXES - 6;
            pencil.text(
                    (left + right) / 2,
                    y,
                    Anchor.MIDDLE,
                    PictureContent.Words.fit(caption, Letters.SMALL_BOLD, room),
                    Letters.SMALL_BOLD,
                    Colour.INK);
            i = end + 1;
        }
    }
}
