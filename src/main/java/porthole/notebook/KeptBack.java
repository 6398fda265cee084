package porthole.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import porthole.display.Displayable;
import porthole.display.Html;
import porthole.display.MimeBundle;
import porthole.display.Sentences;
import porthole.jupyter.java.words.CellWords;
import porthole.picture.ClusterPicture;
import porthole.picture.MatrixPicture;
import porthole.picture.Picture;
import porthole.probe.why.Ladder;

/**
 * What would give away the answer to a question that is open: the sentences of pictures, of {@code matrix()} and
 * {@code why}, and the engine's warnings. All of it is shown when the last open question has been checked. Captured packets
 * are shown whole: they are what is measured, and their sentence only sums up what they show.
 */
final class KeptBack {
    private static final Sentences SENTENCES = Sentences.of(KeptBack.class);

    private final BooleanSupplier open;
    private final List<Displayable> kept = new ArrayList<>();

    /** @param open whether a question waits for its check */
    KeptBack(BooleanSupplier open) {
        this.open = open;
    }

    Picture of(Picture picture) {
        return open.getAsBoolean() ? picture.withholding(keep(drawn(picture.title(), picture.answer()))) : picture;
    }

    ClusterPicture of(ClusterPicture picture) {
        return open.getAsBoolean() ? picture.withholding(keep(drawn(picture.title(), picture.answer()))) : picture;
    }

    MatrixPicture of(MatrixPicture picture) {
        return open.getAsBoolean() ? measured(picture) : picture;
    }

    /** What was measured is in its cells: only the sentences wait. */
    private MatrixPicture measured(MatrixPicture picture) {
        keep(text(picture.text().replace(picture.table().text() + "\n", "")));
        return picture.answer(SENTENCES.say("picture.open.seen"));
    }

    Ladder of(Ladder ladder) {
        return open.getAsBoolean() ? ladder.instead(keep(ladder)) : ladder;
    }

    /** Whether a warning was kept, so that it is not to be shown now. */
    boolean warning(Displayable warning) {
        if (open.getAsBoolean()) {
            keep(warning);
            return true;
        }
        return false;
    }

    /** What is said instead. */
    private synchronized String keep(Displayable value) {
        if (kept.stream().noneMatch(k -> k.outputs().equals(value.outputs()))) {
            kept.add(value);
        }
        return SENTENCES.say("picture.open");
    }

    /** Shows all that was kept, where no question is open any more. */
    void show() {
        List<Displayable> all = open.getAsBoolean() ? List.of() : taken();
        if (!all.isEmpty()) {
            CellWords.display(text(SENTENCES.say("kept.now")));
            all.forEach(CellWords::display);
        }
    }

    private synchronized List<Displayable> taken() {
        List<Displayable> all = List.copyOf(kept);
        kept.clear();
        return all;
    }

    private static Displayable drawn(String title, String answer) {
        return text(SENTENCES.say("kept.picture", title, answer));
    }

    private static Displayable text(String text) {
        String html =
                text.contains("\n") ? "<pre>" + Html.escape(text) + "</pre>" : "<div>" + Html.escape(text) + "</div>";
        return () -> List.of(MimeBundle.html(html, text));
    }
}
