package porthole.picture.drawing;

import java.util.ArrayList;
import java.util.List;
import porthole.display.Sentences;
import porthole.picture.form.Bounds;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.form.Scene;
import porthole.picture.form.Scene.Anchor;
import porthole.picture.form.Scene.Stroke;
import porthole.picture.layout.ColumnRow;
import porthole.picture.layout.Layout;
import porthole.picture.layout.Layout.Frame;
import porthole.picture.layout.Layout.PlacedBox;
import porthole.picture.story.PictureContent;

/** A story, laid out, as shapes: title and answer, the host's frames, notes. */
public final class Drawing {
    private static final double MARGIN = 28;
    /** So that a title and a short answer fit above a small drawing. */
    private static final double NARROWEST = 640;

    private static final double LINE = 18;
    private static final Sentences SENTENCES = Sentences.of(Drawing.class);

    private Drawing() {}

    public static Scene of(PictureContent story) {
        Layout layout = Layout.of(story);
        Pencil pencil = new Pencil();
        double inner =
                Math.max(layout.width(), Math.max(NARROWEST, Math.min(Letters.TITLE.width(story.title()), 1160)));
        double width = inner + 2 * MARGIN;
        double y = heading(pencil, story.title(), story.answer(), inner);
        double top = y + 52;
        for (Frame frame : layout.frames()) {
            pencil.moveTo(MARGIN, top);
            frame(pencil, story, frame);
        }
        pencil.moveTo(0, 0);
        double bottom = layout.frames().isEmpty()
                ? y
                : top + layout.frames().get(layout.frames().size() - 1).bounds().bottom();
        for (String note : story.notes()) {
            for (String line : Paragraph.lines(note, Letters.SMALL, inner)) {
                bottom += LINE;
                pencil.text(MARGIN, bottom + 4, Anchor.START, line, Letters.SMALL, Colour.QUIET);
            }
        }
        double height = bottom + 20;
        List<Scene.Shape> shapes = new ArrayList<>();
        shapes.add(new Scene.Rectangle(new Bounds(0, 0, width, height), 0, Colour.PAPER, Stroke.NONE));
        shapes.addAll(pencil.shapes);
        String description = story.title() + " " + story.answer();
        return new Scene(Math.ceil(width), Math.ceil(height), story.title(), description, shapes);
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
        String host = frame.continued() ? SENTENCES.say("host.continued", story.host()) : story.host();
        pencil.text(2, frame.bounds().y() - 19, Anchor.START, host, Letters.HOST, Colour.QUIET);
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
