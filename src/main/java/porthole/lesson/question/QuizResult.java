package porthole.lesson.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porthole.display.Displayable;
import porthole.display.Html;
import porthole.display.MimeBundle;
import porthole.display.Sentences;
import porthole.lesson.file.LocalText;

/**
 * How a quiz went: the score of the first attempt; after a later one, each question with what was answered then and now, and
 * the right answer with its reason. Where nobody was asked, the questions.
 */
public final class QuizResult implements Displayable {
    private static final Sentences SENTENCES = Sentences.of(QuizResult.class);

    private final String heading;
    private final List<String> notes;
    private final List<QuizItem> items;
    private final Optional<QuizProgress> progress;

    private QuizResult(String heading, List<String> notes, List<QuizItem> items, Optional<QuizProgress> progress) {
        this.heading = heading;
        this.notes = List.copyOf(notes);
        this.items = List.copyOf(items);
        this.progress = progress;
    }

    /** A question that is asked now. */
    static Displayable asked(Question question, int number, int of) {
        QuizItem item = QuizItem.asked(question, SENTENCES.say("quiz.number", number, of));
        return () -> List.of(MimeBundle.html(QuizItem.box(item.html()), item.text()));
    }

    /** Nobody is there to be asked: each answer is folded behind its question. */
    static QuizResult think(String name, List<Question> questions) {
        return unasked(SENTENCES.say("quiz.think", name, questions.size()), List.of(), questions, true);
    }

    /** Questions are off. */
    static QuizResult off(String name, List<Question> questions) {
        List<String> notes = List.of(SENTENCES.say("predict.off"));
        return unasked(SENTENCES.say("quiz.off", name, questions.size()), notes, questions, false);
    }

    private static QuizResult unasked(String heading, List<String> notes, List<Question> questions, boolean folded) {
        List<QuizItem> items = new ArrayList<>();
        for (Question question : questions) {
            items.add(QuizItem.printed(question, (items.size() + 1) + ".", folded));
        }
        return new QuizResult(heading, notes, items, Optional.empty());
    }

    /** The learner has left it. */
    static QuizResult stopped(String name) {
        return new QuizResult(SENTENCES.say("quiz.stopped", name), List.of(), List.of(), Optional.empty());
    }

    /** All questions were answered, or not known. */
    static QuizResult answered(
            List<Question> questions, Map<String, LocalText> taught, QuizProgress progress, List<String> notes) {
        QuizAttempt first = progress.first();
        if (progress.latest().isEmpty()) {
            List<String> below = new ArrayList<>(List.of(SENTENCES.say("quiz.take-again", progress.quiz())));
            below.addAll(notes);
            String score = SENTENCES.say("quiz.first", progress.quiz(), first.right(), first.of());
            return new QuizResult(score, below, List.of(), Optional.of(progress));
        }
        QuizAttempt now = progress.latest().get();
        String score = first.of() == now.of()
                ? SENTENCES.say("quiz.gain", progress.quiz(), first.right(), now.right(), now.of())
                : SENTENCES.say("quiz.gain.other", progress.quiz(), first.right(), first.of(), now.right(), now.of());
        List<QuizItem> items = new ArrayList<>();
        for (Question question : questions) {
            Optional<String> lesson =
                    Optional.ofNullable(taught.get(question.id())).map(LocalText::here);
            items.add(QuizItem.compared(question, (items.size() + 1) + ".", first, now, lesson));
        }
        return new QuizResult(score, notes, items, Optional.of(progress));
    }

    /** Gives what was answered at the first attempt and at this one; empty if the quiz was not answered to its end. */
    public Optional<QuizProgress> progress() {
        return progress;
    }

    @Override
    public List<MimeBundle> outputs() {
        StringBuilder html = new StringBuilder("<div><b>" + Html.escape(heading) + "</b></div>");
        StringBuilder text = new StringBuilder(heading);
        for (String note : notes) {
            html.append("<div>").append(Html.escape(note)).append("</div>");
            text.append('\n').append(note);
        }
        for (QuizItem item : items) {
            html.append("<div class=\"porthole-question\" style=\"margin-top:8px\">")
                    .append(item.html())
                    .append("</div>");
            text.append("\n\n").append(item.text());
        }
        return List.of(MimeBundle.html(QuizItem.box(html.toString()), text.toString()));
    }

    @Override
    public String toString() {
        return outputs().get(0).plain();
    }
}
