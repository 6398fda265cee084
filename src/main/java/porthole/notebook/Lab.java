package porthole.notebook;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import porthole.display.Displayable;
import porthole.display.Listing;
import porthole.display.MimeBundle;
import porthole.engine.Docker;
import porthole.engine.answer.Removed;
import porthole.jupyter.java.words.CellWords;
import porthole.lesson.ByHand;
import porthole.lesson.Learner;
import porthole.lesson.LearnerPrediction;
import porthole.lesson.Predictions;

/** What a notebook has made on the engine, as a whole, and what its reader has predicted. */
public final class Lab {
    private final Docker docker;
    private final Predictions predictions = new Predictions(new Reader());
    private @Nullable ByHand byHand;

    Lab(Docker docker) {
        this.docker = docker;
    }

    /**
     * Removes all that this notebook has made, newest first; nothing else is touched.
     *
     * @return what was removed
     */
    public Listing<Removed> reset() {
        byHand = null;
        return docker.reset();
    }

    /** What was predicted in this notebook, and what the engine said to it. */
    public Listing<LearnerPrediction> predictions() {
        return predictions.all();
    }

    Predictions asking() {
        return predictions;
    }

    ByHand byHand() {
        ByHand held = byHand;
        if (held != null) {
            held.cutCables();
        }
        ByHand begun = ByHand.begin(docker);
        byHand = begun;
        return begun;
    }

    /** The person in front of this kernel's notebook. */
    private static final class Reader implements Learner {
        @Override
        public void show(Displayable value) {
            for (MimeBundle bundle : value.outputs()) {
                CellWords.display((Displayable) () -> List.of(bundle));
            }
        }

        @Override
        public Optional<String> ask(String prompt) throws InterruptedException {
            return CellWords.ask(prompt);
        }
    }
}
