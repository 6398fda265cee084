package porthole.lesson.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import porthole.display.Nearest;
import porthole.display.Sentences;
import porthole.lesson.expect.Expectation;
import porthole.lesson.file.LessonException;
import porthole.lesson.file.LessonFiles;
import porthole.lesson.file.LessonQuestion;
import porthole.lesson.file.LessonQuestion.Choice;
import porthole.lesson.question.LearnerPrediction.Asked;

/** What a learner has predicted in this notebook, and what the engine then said. */
public final class Predictions {
    private static final Sentences SENTENCES = Sentences.of(Predictions.class);
    private static final String SILENCE = "off";

    private final Learner learner;
    private final LessonFiles lessons;
    private final Trial trial;
    private final Map<String, LearnerPrediction> asked = new LinkedHashMap<>();
    private boolean silent;

    /** Measures what a lesson says. */
    public interface Trial {
        /** Whether it is so now. */
        boolean holds(Expectation expected) throws Exception;

        /** What an expression in Java gives. */
        @Nullable
        Object value(String expression) throws Exception;
    }

    /**
     * @param learner who is asked
     * @param lessons where the words of questions are found
     * @param trial measures the choices of a lesson's question
     */
    public Predictions(Learner learner, LessonFiles lessons, Trial trial) {
        this.learner = learner;
        this.lessons = lessons;
        this.trial = trial;
    }

    /**
     * Asks the learner what will happen, and keeps the answer. Does not wait where nobody can be asked. Asked again, Enter
     * keeps what was predicted before, and what the engine said to it.
     *
     * @param question a lesson's question by its name, or any question in words
     * @param choices at least two; none for a lesson's question, which has its own
     * @throws IllegalArgumentException where there are fewer than two choices, or the lesson has none of that name
     */
    public LearnerPrediction predict(String question, String... choices) throws InterruptedException {
        Question all = question(question, List.of(choices));
        Optional<LearnerPrediction> before = Optional.ofNullable(asked.get(question))
                .filter(p -> p.question().choices().equals(all.choices()));
        LearnerPrediction open = new LearnerPrediction(
                all,
                before.flatMap(LearnerPrediction::guess),
                before.flatMap(LearnerPrediction::answer),
                silent ? Asked.OFF : Asked.OF_NOBODY);
        learner.show(open.asked());
        LearnerPrediction answered = silent ? open : ask(open);
        return keep(question, answered);
    }

    private Question question(String name, List<String> choices) {
        Optional<LessonQuestion> written = lessons.question(name);
        List<String> all = choices.isEmpty()
                ? written.map(q -> List.copyOf(q.choices().keySet())).orElse(choices)
                : choices;
        if (all.isEmpty() && !name.contains(" ")) {
            throw new IllegalArgumentException(unknown("predict.unknown", name));
        }
        if (all.size() < 2) {
            throw new IllegalArgumentException(SENTENCES.say("predict.choices", name));
        }
        written.ifPresent(q -> all.stream()
                .filter(c -> !q.choices().containsKey(c))
                .findFirst()
                .ifPresent(c -> {
                    String has = String.join(", ", q.choices().keySet());
                    throw new LessonException(SENTENCES.say("predict.no-such", name, c, has));
                }));
        return new Question(name, all, written);
    }

    private String unknown(String key, String name) {
        return lessons.lookedInVain()
                .filter(folder -> !name.contains(" "))
                .map(folder -> SENTENCES.say("question.none", name, folder))
                .orElseGet(() -> SENTENCES.say(key, name, Nearest.suggestion(name, lessons.questions())));
    }

    private LearnerPrediction ask(LearnerPrediction open) throws InterruptedException {
        Question question = open.question();
        String letters = question.letters();
        Optional<String> line = learner.ask(SENTENCES.say("predict.prompt", letters));
        while (line.isPresent() && !line.get().isBlank()) {
            if (isSilence(line.get())) {
                silent = true;
                return new LearnerPrediction(question, open.guess(), open.answer(), Asked.OFF);
            }
            Optional<String> choice = question.typed(line.get());
            if (choice.isPresent()) {
                return open.guessed(choice.get());
            }
            line = learner.ask(SENTENCES.say("predict.again", line.get().strip(), letters));
        }
        return new LearnerPrediction(
                question, open.guess(), open.answer(), line.isPresent() ? Asked.OF_A_LEARNER : Asked.OF_NOBODY);
    }

    /** Whether a line that was typed switches questions off. */
    static boolean isSilence(String line) {
        return Question.plain(line).equalsIgnoreCase(SILENCE);
    }

    /** Whether questions are off. */
    boolean silent() {
        return silent;
    }

    /** Whether {@link #predict} asks the learner from now on; off, it shows the question alone. */
    public void asking(boolean on) {
        silent = !on;
    }

    /** Whether a question waits for the engine's answer. */
    public boolean open() {
        return asked.values().stream().anyMatch(p -> p.answer().isEmpty());
    }

    /**
     * Measures a lesson's question as its file says: by an expression, or by the choices in their order, of which the
     * first that holds is the answer.
     *
     * @throws LessonException where the lesson does not say how it is measured, and where none of its choices holds
     * @throws Exception what measuring throws
     */
    public LearnerPrediction check(String question) throws Exception {
        LessonQuestion written = lessons.question(question)
                .orElseThrow(() -> new IllegalArgumentException(unknown("check.unknown", question)));
        Optional<String> expression = written.measure();
        if (expression.isPresent()) {
            return check(question, () -> trial.value(expression.get()));
        }
        if (written.choices().values().stream().allMatch(c -> c.when().isEmpty())) {
            throw new LessonException(SENTENCES.say("check.unmeasured", question));
        }
        for (Map.Entry<String, Choice> choice : written.choices().entrySet()) {
            Optional<Expectation> when = choice.getValue().when();
            if (when.isPresent() && trial.holds(when.get())) {
                return check(question, choice::getKey);
            }
        }
        String choices = String.join(", ", written.choices().keySet());
        throw new LessonException(SENTENCES.say("check.none-holds", question, choices));
    }

    /**
     * Asks the engine, and compares with the prediction. A question that was never asked with {@link #predict} is a claim:
     * it has to come true.
     *
     * @param question as in {@link #predict}; where nothing was predicted, a sentence that ought to be true
     * @param answer what the engine says: one of the choices, by name or in its words ({@code true} and {@code false} also
     *     mean {@code yes} and {@code no}); for a claim {@code true} or {@code false}
     * @throws LessonException where a claim is not true, and where the answer to a question is none of its choices
     * @throws Exception what {@code answer} throws
     */
    public LearnerPrediction check(String question, Callable<?> answer) throws Exception {
        LearnerPrediction before = asked.get(question);
        if (before == null) {
            Optional<LessonQuestion> written = lessons.question(question);
            if (written.isEmpty()) {
                return claim(unasked(new Question(question, List.of("yes", "no"))), answer.call());
            }
            List<String> choices = List.copyOf(written.get().choices().keySet());
            before = unasked(new Question(question, choices, written));
        }
        Question asking = before.question();
        Object said = answer.call();
        String choices = String.join(", ", asking.choices());
        String choice = asking.answer(said)
                .orElseThrow(() -> new LessonException(SENTENCES.say("check.no-choice", question, said, choices)));
        return keep(question, before.answered(choice));
    }

    private static LearnerPrediction unasked(Question question) {
        return new LearnerPrediction(question, Optional.empty(), Optional.empty(), Asked.OF_NOBODY);
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

    /** All questions of this notebook so far: what was predicted, what the engine said, and how many came true. */
    public PredictionList all() {
        return new PredictionList(List.copyOf(asked.values()));
    }
}
