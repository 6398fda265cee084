package porthole.picture;

import static porthole.picture.story.Phrases.SENTENCES;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import porthole.display.MimeBundle;
import porthole.picture.drawing.CablingDrawing;
import porthole.picture.drawing.Drawing;
import porthole.picture.drawing.FilmFrames;
import porthole.picture.drawing.Pencil;
import porthole.picture.form.Scene;
import porthole.picture.form.Style;
import porthole.picture.story.Legend;

/**
 * All steps of a wiring that was built by hand. On a page it has a stepper that needs no script: a row of radio
 * buttons, of which the arrow keys choose the next; the first of them is a film, and the first picture is shown. On paper it is a strip of all steps, and so are the SVG, the PNG
 * and the PDF; a text says the same.
 */
public final class CablingFilm extends DrawnPicture<CablingFilm> {
    private static final double MARGIN = 28;
    private static final double CELL = 376;
    private static final double BETWEEN = 28;

    private final List<CablingPicture> steps;
    private final Optional<String> title;

    private CablingFilm(List<CablingPicture> steps, Optional<String> title, Style style) {
        super(style);
        this.steps = List.copyOf(steps);
        this.title = title;
    }

    /**
     * Makes a film.
     *
     * @param steps at least one, in their order
     */
    public static CablingFilm of(List<CablingPicture> steps) {
        return new CablingFilm(steps, Optional.empty(), Style.PLAIN);
    }

    @Override
    CablingFilm styled(Style other) {
        return new CablingFilm(steps, title, other);
    }

    @Override
    public CablingFilm title(String other) {
        return new CablingFilm(steps, Optional.of(other), style());
    }

    /** Lists the pictures of the single steps in their order. */
    public List<CablingPicture> steps() {
        return steps;
    }

    private String heading() {
        return title.orElseGet(() -> SENTENCES.say("film.title", steps.size()));
    }

    @Override
    Scene draw(boolean legend) {
        Pencil pencil = new Pencil();
        double y = Drawing.heading(pencil, heading(), "", 2 * CELL + BETWEEN) + 26;
        for (int i = 0; i < steps.size(); i += 2) {
            double low = y;
            for (int k = i; k < Math.min(i + 2, steps.size()); k++) {
                CablingPicture step = steps.get(k);
                pencil.moveTo(MARGIN + (k - i) * (CELL + BETWEEN), y);
                low = Math.max(low, y + CablingDrawing.step(pencil, step.change(), step.heading(), CELL, true));
            }
            y = low + 34;
        }
        pencil.moveTo(0, 0);
        y = legend ? Drawing.notes(pencil, Legend.ofCabling(), 2 * CELL + BETWEEN, y - 20) + 20 : y;
        double width = 2 * (CELL + MARGIN) + BETWEEN;
        String told = steps.stream().map(CablingPicture::told).collect(Collectors.joining(" "));
        return pencil.scene(width, y, heading(), told);
    }

    /** Gives each step as its own picture does, one after the other, as plain text. */
    @Override
    public String text() {
        return heading() + "\n\n" + steps.stream().map(CablingPicture::text).collect(Collectors.joining("\n\n"));
    }

    /**
     * Gives the film, its stepper and the strip as HTML without script, to be put into a page. If the page drops the
     * style, all are shown one below the other.
     */
    public String html() {
        boolean legend = style().legend();
        double height = steps.stream()
                .mapToDouble(s -> s.scene(legend, true, 0).height())
                .max()
                .orElse(0);
        List<String> frames =
                steps.stream().map(s -> onPage(s.scene(legend, true, height))).toList();
        int width =
                style().width().orElse((int) steps.get(0).scene(legend, true, 0).width());
        int strip = style().width().orElse((int) light().width());
        List<Stepper.Page> pages = new ArrayList<>();
        String name = "cabling-" + Integer.toHexString(text().hashCode());
        pages.add(new Stepper.Page(
                "▶", SENTENCES.say("journey.film"), FilmFrames.of(frames, name), heading(), width, ""));
        for (int i = 0; i < steps.size(); i++) {
            CablingPicture step = steps.get(i);
            pages.add(new Stepper.Page(step.sign(), step.heading(), frames.get(i), step.told(), width, ""));
        }
        pages.add(
                new Stepper.Page("▦", SENTENCES.say("film.strip"), onPage(light()), light().description(), strip, ""));
        return Stepper.html(name, SENTENCES.say("film.steps"), pages, new Stepper.Rest(1, pages.size() - 1));
    }

    @Override
    public List<MimeBundle> outputs() {
        return List.of(drawing().with("text/html", html()));
    }
}
