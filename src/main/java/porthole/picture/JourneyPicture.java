package porthole.picture;

import static porthole.picture.story.Phrases.SENTENCES;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import porthole.display.MimeBundle;
import porthole.display.Table;
import porthole.picture.drawing.JourneyDrawing;
import porthole.picture.drawing.JourneyFilm;
import porthole.picture.form.Scene;
import porthole.picture.form.Style;
import porthole.picture.story.JourneyWords;
import porthole.topology.Journey;
import porthole.topology.JourneyStation;

/**
 * The way of one call as a picture. On a page it is a film, with a stepper that needs no script: a row of radio buttons,
 * of which the arrow keys choose the next. On paper it is a strip of all steps; a text and a table say the same.
 */
public final class JourneyPicture extends DrawnPicture<JourneyPicture> {
    private final Journey journey;
    private final JourneyWords words;
    private JourneyDrawing.@Nullable Strip strip;

    private JourneyPicture(Journey journey, JourneyWords words, Style style) {
        super(style);
        this.journey = journey;
        this.words = words;
    }

    /**
     * Draws a journey.
     *
     * @param journey what was observed
     */
    public static JourneyPicture of(Journey journey) {
        return new JourneyPicture(journey, new JourneyWords(journey, JourneyWords.title(journey)), Style.PLAIN);
    }

    @Override
    JourneyPicture styled(Style other) {
        return new JourneyPicture(journey, words, other);
    }

    @Override
    public JourneyPicture title(String other) {
        return new JourneyPicture(journey, new JourneyWords(journey, other), style());
    }

    /** Gives what was observed: the stations with their addresses and evidence, and what could not be observed. */
    public Journey journey() {
        return journey;
    }

    /** Lists the stations in the order in which the packet met them. */
    public List<JourneyStation> stations() {
        return journey.stations();
    }

    /** Gives what became of the call, and whom the server takes for the caller, in the reader's language. */
    public String answer() {
        return words.answer();
    }

    private synchronized JourneyDrawing.Strip strip() {
        JourneyDrawing.Strip drawn = strip;
        if (drawn == null) {
            drawn = JourneyDrawing.strip(journey, words, style().legend());
            strip = drawn;
        }
        return drawn;
    }

    @Override
    Scene draw(boolean legend) {
        return strip().scene();
    }

    /** Gives the film as one {@code <svg>} element without script; it stands still if less motion is asked for. */
    @Override
    public synchronized String svg() {
        return JourneyFilm.over(super.svg(), strip().rows());
    }

    /** Gives a table with one row for each station: where, what happens, addresses and ports, and what was seen. */
    public Table table() {
        return words.table();
    }

    /** Gives the title, what became of the call, each station, and what could not be observed, as plain text. */
    @Override
    public String text() {
        return words.text();
    }

    /**
     * Gives the film and its stepper as HTML without script, to be put into a page. If the page drops the style, all
     * steps are shown one below the other.
     */
    public String html() {
        String film = onPage(strip().scene());
        int width = style().width().orElse((int) strip().scene().width());
        List<Stepper.Page> pages = new ArrayList<>();
        String told = words.title() + ". " + words.answer();
        pages.add(new Stepper.Page("▦", SENTENCES.say("film.strip"), film, told, width, ""));
        pages.add(new Stepper.Page("▶", words.film(), JourneyFilm.over(film, strip().rows()), told, width, ""));
        for (int i = 1; i <= journey.stations().size(); i++) {
            JourneyStation station = journey.stations().get(i - 1);
            told = words.step(i) + ": " + words.happens(station) + " " + String.join(", ", words.flow(station));
            Scene frame = JourneyDrawing.frame(journey, words, style().legend(), i);
            pages.add(new Stepper.Page(String.valueOf(i), words.step(i), onPage(frame), told, width, words.step(i)));
        }
        return Stepper.html(JourneyFilm.name(film), words.legend(), pages, new Stepper.Rest(0, 0));
    }

    @Override
    public List<MimeBundle> outputs() {
        return List.of(drawing().with("text/html", html()));
    }
}
