package porthole.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porthole.display.MimeBundle;
import porthole.picture.drawing.CablingDrawing;
import porthole.picture.drawing.Drawing;
import porthole.picture.drawing.Pencil;
import porthole.picture.form.Scene;
import porthole.picture.form.Style;
import porthole.picture.story.CablingWords;
import porthole.picture.story.Legend;
import porthole.topology.CablingChange;

/**
 * Network namespaces, a bridge and the veth cables between them as a drawing and a text, as far as they have been built
 * by hand: which step of how many it is, what came with it (marked with a plus), and which steps are done.
 */
public final class CablingPicture extends DrawnPicture<CablingPicture> {
    private static final double WIDTH = 640;
    private static final double MARGIN = 28;

    private final CablingChange change;
    private final CablingWords words;
    private final Optional<String> title;

    private CablingPicture(CablingChange change, Optional<String> title, Style style) {
        super(style);
        this.change = change;
        this.title = title;
        words = new CablingWords(change);
    }

    /**
     * Draws a step.
     *
     * @param change what is connected now and was before, and the command between
     */
    public static CablingPicture of(CablingChange change) {
        return new CablingPicture(change, Optional.empty(), Style.PLAIN);
    }

    @Override
    CablingPicture styled(Style other) {
        return new CablingPicture(change, title, other);
    }

    @Override
    public CablingPicture title(String other) {
        return new CablingPicture(change, Optional.of(other), style());
    }

    /** What is connected now and was before, and the command between. */
    CablingChange change() {
        return change;
    }

    String heading() {
        return title.orElseGet(words::title);
    }

    /** What it shows, for those who do not see it. */
    String told() {
        List<String> all = new ArrayList<>(List.of(heading() + ".", words.command()));
        all.addAll(words.marks());
        all.addAll(words.told());
        return String.join(" ", all);
    }

    @Override
    public List<MimeBundle> outputs() {
        return List.of(drawing());
    }

    /** Gives the step, its command, what came and went, the steps that are done, and what is connected to what. */
    @Override
    public String text() {
        return words.text(title);
    }

    @Override
    Scene draw(boolean legend) {
        return scene(legend, false, 0);
    }

    /** The number of the step that came with it; arrows where packets were tried, a dot where a step is not complete. */
    String sign() {
        return change.packet().isPresent()
                ? "⇄"
                : words.newStep().map(String::valueOf).orElse("·");
    }

    /**
     * Draws it.
     *
     * @param still whether everything stands where it does in the other steps, too
     * @param least how high it is at least
     */
    Scene scene(boolean legend, boolean still, double least) {
        Pencil pencil = new Pencil();
        pencil.moveTo(MARGIN, 14);
        double bottom = 14 + CablingDrawing.step(pencil, change, heading(), WIDTH, still);
        pencil.moveTo(0, 0);
        bottom = legend ? Drawing.notes(pencil, Legend.ofCabling(), WIDTH, bottom + 8) : bottom;
        return pencil.scene(WIDTH + 2 * MARGIN, Math.max(least, bottom + 20), heading(), told());
    }
}
