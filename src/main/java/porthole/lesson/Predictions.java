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
    private final Map<String, Prediction> asked = new LinkedHashMap<>();
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
    public Prediction predict(String question, String... choices) throws InterruptedException {
        if (choices.length < 2) {
            throw new IllegalArgumentException(SENTENCES.say("predict.choices", question));
        }
        Question all = new Question(question, List.of(choices));
        Prediction open = new Prediction(all, Optional.empty(), Optional.empty());
        learner.show(open.asked());
        Prediction answered = silent ? open : open.guessed(ask(all));
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
     * Asks the engine, and compares with the prediction.
     *
     * @param question as in {@link #predict}; where nothing was predicted, a sentence that ought to be true
     * @param answer what the engine says: one of the choices (or {@code true} and {@code false} for {@code yes} and
     *     {@code no})
     * @throws Exception what {@code answer} throws
     */
    public Prediction check(String question, Callable<?> answer) throws Exception {
        Prediction before = asked.getOrDefault(
                question,
                new Prediction(new Question(question, List.of("yes", "no")), Optional.empty(), Optional.empty()));
        Prediction checked = before.answered(name(answer.call()));
        asked.put(question, checked);
        return checked;
    }

    private static String name(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth ? "yes" : "no";
        }
        return String.valueOf(value);
    }

    /** All questions of this notebook so far: what was predicted, what the engine said. */
    public Listing<Prediction> all() {
        List<String> columns = List.of(
                SENTENCES.say("column.question"), SENTENCES.say("column.you"), SENTENCES.say("column.engine"), "");
        return new Listing<>(List.copyOf(asked.values()), columns, Prediction::row);
    }
}
