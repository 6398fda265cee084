package porthole.lesson.question;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import porthole.display.Displayable;
import porthole.display.Html;
import porthole.display.Listing;
import porthole.display.MimeBundle;
import porthole.display.Sentences;

/** The questions of a notebook, in the order in which they were asked, with the reader's score. */
public final class PredictionList extends AbstractList<LearnerPrediction> implements Displayable {
    private static final Sentences SENTENCES = Sentences.of(PredictionList.class);

    private final Listing<LearnerPrediction> listing;

    PredictionList(List<LearnerPrediction> all) {
        listing = new Listing<>(
                all,
                List.of(
                        SENTENCES.say("column.question"),
                        SENTENCES.say("column.you"),
                        SENTENCES.say("column.engine"),
                        ""),
                LearnerPrediction::row);
    }

    /**
     * Gives a question.
     *
     * @param index 0 for the first that was asked
     */
    @Override
    public LearnerPrediction get(int index) {
        return listing.get(index);
    }

    /** Gives the number of questions. */
    @Override
    public int size() {
        return listing.size();
    }

    /** Gives the number of predictions that came true. */
    public long right() {
        return stream().filter(p -> p.right().orElse(false)).count();
    }

    /** Gives the number of predictions that the engine has answered. */
    public long answered() {
        return stream().filter(p -> p.right().isPresent()).count();
    }

    @Override
    public List<MimeBundle> outputs() {
        String score = SENTENCES.say("score", right(), answered());
        List<MimeBundle> all = new ArrayList<>();
        MimeBundle table = listing.outputs().get(0);
        Object html = table.data().getOrDefault("text/html", "");
        all.add(
                answered() == 0
                        ? table
                        : MimeBundle.html(
                                html + "<p><b>" + Html.escape(score) + "</b></p>", table.plain() + "\n" + score));
        return all;
    }

    @Override
    public String toString() {
        return outputs().get(0).plain();
    }
}
