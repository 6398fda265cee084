package porthole.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import porthole.display.Listing;
import porthole.display.Sentences;

/** What a learner has predicted in this notebook, and what the engine then said. */
public final class Predictions {
    private static final Sentences SENTENCES = Sentences.of(Predictions.class);
    private static final String SILENCE = "off";

    private final Learner learner;
    private final Map<String, LearnerPrediction> asked = new LinkedHashMap<>();
    private boolean silent;

    public Predictions(Learner learner) {
        this.learner = learner;
    }

    /**
     * Asks the learner what will happen, and keeps the answer. Does not wait where nobody can be asked.
     *
     * @param question a question of the course by its name, or any question in words
     * @param choices at least two
     * @throws IllegalArgumentException where there are fewer than two choices
     */
    public LearnerPrediction predict(String question, String... choices) throws InterruptedException {
        if (choices.length < 2) {
            throw new IllegalArgumentException(SENTENCES.say("predict.choices", question));
        }
        Question all = new Question(question, List.of(choices));
        LearnerPrediction open = new LearnerPrediction(all, Optional.empty(), Optional.empty());
        learner.show(open.asked());
        LearnerPrediction answered = silent ? open : open.guessed(ask(all));
        asked.put(question, answered);
        return answered;
    }

    private Optional<String> ask(Question question) throws InterruptedException {
        String last = question.letter(question.choices().get(question.choices().size() - 1));
        Optional<String> line = learner.ask(SENTENCES.say("predict.prompt", last));
        while (line.isPresent() && !line.get().isBlank()) {
            if (line.get().strip().equalsIgnoreCase(SILENCE)) {
                silent = true;
                return Optional.empty();
            }
            Optional<String> choice = question.typed(line.get());
            if (choice.isPresent()) {
                return choice;
            }
            line = learner.ask(SENTENCES.say("predict.again", line.get().strip(), last));
        }
        return Optional.empty();
    }

    /**
     * Asks the engine, and compares with the prediction. A question that was never asked with {@link #predict} is a claim:
     * it has to come true.
     *
     * @param question as in {@link #predict}; where nothing was predicted, a sentence that ought to be true
     * @param answer what the engine says: one of the choices, by name or in its words ({@code true} and {@code false} also
     *     mean {@code yes} and {@code no}); for a claim {@code true} or {@code false}
     * @throws LessonException where a claim is not true, and where the answer to a question of one's own is none of its
     *     choices; the course's questions show such an answer as one that was not expected
     * @throws Exception what {@code answer} throws
     */
    public LearnerPrediction check(String question, Callable<?> answer) throws Exception {
        LearnerPrediction before = asked.get(question);
        if (before == null) {
            Question bare = new Question(question, List.of("yes", "no"));
            before = new LearnerPrediction(bare, Optional.empty(), Optional.empty());
            if (!bare.ofTheCourse()) {
                return claim(before, answer.call());
            }
        }
        Question asking = before.question();
        Object said = answer.call();
        Optional<String> choice = asking.answer(said);
        if (choice.isEmpty() && !asking.ofTheCourse()) {
            String choices = String.join(", ", asking.choices());
            throw new LessonException(SENTENCES.say("check.no-choice", question, said, choices));
        }
        return keep(question, before.answered(choice.orElse(String.valueOf(said))));
    }

    private LearnerPrediction claim(LearnerPrediction open, @Nullable Object said) {
        String claim = open.question().id();
        String answer = open.question()
                .answer(said)
                .orElseThrow(() -> new LessonException(SENTENCES.say("check.no-truth", claim, said)));
        LearnerPrediction checked = keep(claim, open.answered(answer));
        if (answer.equals("no")) {
            throw new LessonException(SENTENCES.say("check.false", claim));
        }
        return checked;
    }

    private LearnerPrediction keep(String question, LearnerPrediction checked) {
        asked.put(question, checked);
        return checked;
    }

    /** All questions of this notebook so far: what was predicted, what the engine said. */
    public Listing<LearnerPrediction> all() {
        List<String> columns = List.of(
                SENTENCES.say("column.question"), SENTENCES.say("column.you"), SENTENCES.say("column.engine"), "");
        return new Listing<>(List.copyOf(asked.values()), columns, LearnerPrediction::row);
    }
}
