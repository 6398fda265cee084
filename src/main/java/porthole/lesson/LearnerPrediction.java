package porthole.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porthole.display.Displayable;
import porthole.display.Html;
import porthole.display.MimeBundle;
import porthole.display.Sentences;

/**
 * A question, what was predicted, and what the engine said.
 *
 * @param question the question
 * @param guess the choice that was predicted; empty where none was
 * @param answer what the engine said; empty before it was asked
 */
public record LearnerPrediction(Question question, Optional<String> guess, Optional<String> answer)
        implements Displayable {
    private static final Sentences SENTENCES = Sentences.of(LearnerPrediction.class);
    private static final String BOX = "border-left:4px solid %s;padding:2px 0 2px 10px;margin:2px 0";
    private static final String ASKING = "#0067a3";
    private static final String RIGHT = "#006b55";
    private static final String WRONG = "#a83e00";

    LearnerPrediction guessed(Optional<String> choice) {
        return new LearnerPrediction(question, choice, Optional.empty());
    }

    LearnerPrediction answered(String said) {
        return new LearnerPrediction(question, guess, Optional.of(said));
    }

    /**
     * Whether the prediction came true; empty where there was none, where the engine was not asked yet, and where its answer
     * is none of the choices, so that nobody could have predicted it.
     */
    public Optional<Boolean> right() {
        return answer.filter(question.choices()::contains).flatMap(said -> guess.map(said::equals));
    }

    /** The engine said what this course does not expect of it. */
    public boolean surprising() {
        return answer.isPresent()
                && (question.expected().filter(e -> !e.equals(answer.get())).isPresent()
                        || (guess.isPresent() && right().isEmpty()));
    }

    /** A sentence that was to be true and is not. */
    private boolean refuted() {
        return !question.ofTheCourse()
                && guess.isEmpty()
                && answer.filter("no"::equals).isPresent();
    }

    /** The question with its choices, to be shown before the answer is typed. */
    Displayable asked() {
        List<String> lines = new ArrayList<>();
        lines.add(question.text());
        for (String name : question.choices()) {
            lines.add(question.letter(name) + ") " + question.choice(name));
        }
        return () -> List.of(box(ASKING, lines));
    }

    @Override
    public List<MimeBundle> outputs() {
        List<String> lines = new ArrayList<>();
        if (answer.isEmpty()) {
            lines.add(guess.map(g -> SENTENCES.say("predict.kept", labelled(g)))
                    .orElseGet(() -> SENTENCES.say("predict.none")));
            return List.of(box(ASKING, lines));
        }
        lines.add(SENTENCES.say("check.engine", labelled(answer.get())));
        guess.ifPresent(g -> lines.add((mark() + " " + SENTENCES.say("check.you", labelled(g))).strip()));
        if (surprising()) {
            lines.add(question.expected()
                    .map(e -> SENTENCES.say("check.surprise", labelled(e)))
                    .orElseGet(() -> SENTENCES.say("check.unlisted")));
        } else {
            question.why().ifPresent(lines::add);
        }
        return List.of(box(right().orElse(true) && !surprising() ? RIGHT : WRONG, lines));
    }

    List<String> row() {
        return List.of(
                question.text(),
                guess.map(question::choice).orElse("–"),
                answer.map(question::choice).orElse("–"),
                mark());
    }

    private String mark() {
        if (refuted()) {
            return "✗";
        }
        return right().map(r -> r ? "✓" : "✗").orElse("");
    }

    private String labelled(String name) {
        return question.choices().contains(name)
                ? question.letter(name) + ") " + question.choice(name)
                : question.choice(name);
    }

    private static MimeBundle box(String colour, List<String> lines) {
        StringBuilder html = new StringBuilder("<div style=\"" + BOX.formatted(colour) + "\">");
        for (int i = 0; i < lines.size(); i++) {
            String line = Html.escape(lines.get(i));
            html.append("<div>").append(i == 0 ? "<b>" + line + "</b>" : line).append("</div>");
        }
        return MimeBundle.html(html.append("</div>").toString(), String.join("\n", lines));
    }

    @Override
    public String toString() {
        return outputs().get(0).plain();
    }
}
