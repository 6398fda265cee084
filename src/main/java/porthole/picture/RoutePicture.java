package porthole.picture;

import static porthole.picture.story.Phrases.SENTENCES;

import java.util.List;
import java.util.Optional;
import porthole.display.MimeBundle;
import porthole.display.Table;
import porthole.picture.drawing.PicturePaper;
import porthole.picture.drawing.RouteDrawing;
import porthole.picture.form.Scene;
import porthole.picture.form.Style;
import porthole.topology.RouteDecision;
import porthole.topology.RouteDecision.Entry;

/** Which of a machine's routes takes a packet, as a picture, a table and a text. */
public final class RoutePicture extends DrawnPicture<RoutePicture> {
    private static final double WIDTH = 760;

    private final RouteDecision decision;
    private final Optional<String> title;

    private RoutePicture(RouteDecision decision, Optional<String> title, Style style) {
        super(style);
        this.decision = decision;
        this.title = title;
    }

    /**
     * Draws a decision.
     *
     * @param decision the routes, and the one that Linux took
     */
    public static RoutePicture of(RouteDecision decision) {
        return new RoutePicture(decision, Optional.empty(), Style.PLAIN);
    }

    @Override
    RoutePicture styled(Style other) {
        return new RoutePicture(decision, title, other);
    }

    @Override
    public RoutePicture title(String other) {
        return new RoutePicture(decision, Optional.of(other), style());
    }

    /** Gives the router to which the packet is handed; empty for a neighbour, and if Linux refuses to send it. */
    public Optional<String> via() {
        return decision.via();
    }

    private String heading() {
        return title.orElseGet(() -> SENTENCES.say("route.title", decision.from(), decision.target()));
    }

    /** Gives one sentence in the reader's language: directly, through which router, or not at all. */
    public String answer() {
        if (decision.isRefused()) {
            return SENTENCES.say("route.refused", decision.target());
        }
        if (decision.isOwn()) {
            return SENTENCES.say("route.own", decision.target());
        }
        return decision.via()
                .map(via -> SENTENCES.say("route.via", via, decision.device()))
                .orElseGet(() -> SENTENCES.say(
                        decision.holder().isPresent() ? "route.direct" : "route.direct.nobody",
                        decision.target(),
                        decision.device()));
    }

    /** Gives a table with one row for each route: its range, the router, the interface, and whether it took the packet. */
    public Table table() {
        return new Table(
                List.of(SENTENCES.say("route.columns").split("\\|", -1)),
                decision.table().stream().map(this::row).toList());
    }

    private List<String> row(Entry entry) {
        boolean taken = decision.taken().filter(entry::equals).isPresent();
        return List.of(
                entry.to(),
                entry.via().orElse("–"),
                entry.device(),
                SENTENCES.say(
                        taken ? "route.taken" : entry.holds(decision.target()) ? "route.shorter" : "route.other"));
    }

    /** Gives the title, the answer and the table as plain text. */
    @Override
    public String text() {
        return heading() + "\n" + answer() + "\n\n" + table().text();
    }

    @Override
    Scene draw(boolean legend) {
        List<String> notes = legend ? List.of(SENTENCES.say("legend.route")) : List.of();
        return new PicturePaper(heading(), answer(), heading() + " " + answer(), WIDTH)
                .with(notes, pencil -> RouteDrawing.draw(pencil, decision, table(), WIDTH));
    }

    @Override
    public List<MimeBundle> outputs() {
        return List.of(drawing());
    }
}
