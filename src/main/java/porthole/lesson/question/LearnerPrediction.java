package porthole.lesson.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porthole.display.Accent;
import porthole.display.Displayable;
import porthole.display.Html;
import porthole.display.MimeBundle;
import porthole.display.Sentences;

/**
 * A question, what the reader predicted, and what the engine then said.
 *
 * @param question the question
 * @param guess the name of the choice that was predicted; empty if none was
 * @param answer the name of the choice that is true on the engine; empty before it was measured
 * @param state whether and how the reader was asked
 */
public record LearnerPrediction(Question question, Optional<String> guess, Optional<String> answer, Asked state)
        implements Displayable {
    private static final Sentences SENTENCES = Sentences.of(LearnerPrediction.class);

    /** How a question was asked. */
    public enum Asked {
        /** The reader was asked. */
        OF_A_LEARNER,
        /** Nobody could be asked, as in a run without a browser. */
        OF_NOBODY,
        /** The reader has switched questions off. */
        OFF
    }

    LearnerPrediction guessed(String choice) {
        return new LearnerPrediction(question, Optional.of(choice), answer, Asked.OF_A_LEARNER);
    }

    LearnerPrediction answered(String said) {
        return new LearnerPrediction(question, guess, Optional.of(said), state);
    }

    /** Whether the prediction came true; empty if there was none, or the engine was not asked yet. */
    public Optional<Boolean> right() {
        return answer.flatMap(said -> guess.map(said::equals));
    }

    /** Whether the engine gave another answer than the lesson expects of it. */
    public boolean surprising() {
        return answer.isPresent()
                && question.expected().filter(e -> !e.equals(answer.get())).isPresent();
    }

    /** A sentence that was to be true: one of a check without a prediction. */
    boolean claim() {
        return !question.ofALesson() && question.choices().equals(List.of("yes", "no")) && guess.isEmpty();
    }

    /** The question with its choices, to be shown before the answer is typed. */
    Displayable asked() {
        List<String> lines = new ArrayList<>();
        lines.add(question.text());
        for (String name : question.choices()) {
            lines.add(question.letter(name) + ") " + question.choice(name));
        }
        return () -> List.of(MimeBundle.html(box(Accent.ASKING, lines, ""), String.join("\n", lines)));
    }

    @Override
    public List<MimeBundle> outputs() {
        return List.of(answer.isEmpty() ? open() : closed());
    }

    /** Before the engine was asked. Where nobody is there to answer, the answer lies folded behind the question. */
    private MimeBundle open() {
        if (guess.isPresent()) {
            return box(Accent.ASKING, List.of(SENTENCES.say("predict.kept", question.labelled(guess.get()))));
        }
        if (state == Asked.OFF) {
            return box(Accent.ASKING, List.of(SENTENCES.say("predict.off")));
        }
        Optional<String> expected = question.expected();
        if (state == Asked.OF_A_LEARNER || expected.isEmpty()) {
            return box(Accent.ASKING, List.of(SENTENCES.say("predict.none")));
        }
        String think = SENTENCES.say("predict.think");
        List<String> answer = new ArrayList<>(List.of(question.labelled(expected.get())));
        question.why().ifPresent(answer::add);
        String folded = Html.folded(SENTENCES.say("predict.fold"), lines(answer));
        return MimeBundle.html(box(Accent.ASKING, List.of(think), folded), think);
    }

    private MimeBundle closed() {
        List<String> lines = new ArrayList<>();
        String said = answer.orElseThrow();
        lines.add(SENTENCES.say("check.engine", question.labelled(said)));
        guess.ifPresent(g -> lines.add((mark() + " " + SENTENCES.say("check.you", question.labelled(g))).strip()));
        if (surprising()) {
            lines.add(question.expected()
                    .map(e -> SENTENCES.say("check.surprise", question.labelled(e)))
                    .orElseThrow());
        } else {
            guess.filter(g -> !g.equals(said)).flatMap(question::reply).ifPresent(lines::add);
            question.why().ifPresent(lines::add);
        }
        return box(accent(), lines);
    }

    /** Green is for what was right alone: a prediction that came true, a claim that holds. */
    private Accent accent() {
        if (surprising()) {
            return Accent.WRONG;
        }
        if (claim()) {
            return answer.filter("yes"::equals).isPresent() ? Accent.RIGHT : Accent.WRONG;
        }
        return right().map(r -> r ? Accent.RIGHT : Accent.WRONG).orElse(Accent.ASKING);
    }

    List<String> row() {
        return List.of(
                question.text(),
                guess.map(question::choice).orElse("–"),
                answer.map(question::choice).orElse("–"),
                mark());
    }

    private String mark() {
        if (claim() && answer.filter("no"::equals).isPresent()) {
            return "✗";
        }
        return right().map(r -> r ? "✓" : "✗").orElse("");
    }

    private static MimeBundle box(Accent accent, List<String> lines) {
        return MimeBundle.html(box(accent, lines, ""), String.join("\n", lines));
    }

    private static String box(Accent accent, List<String> lines, String after) {
        return accent.box(lines(lines) + after);
    }

    private static String lines(List<String> lines) {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = Html.escape(lines.get(i));
            html.append("<div>").append(i == 0 ? "<b>" + line + "</b>" : line).append("</div>");
        }
        return html.toString();
    }

    @Override
    public String toString() {
        return outputs().get(0).plain();
    }
}
