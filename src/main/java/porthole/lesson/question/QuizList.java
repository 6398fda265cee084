package porthole.lesson.question;

import java.util.AbstractList;
import java.util.List;
import java.util.OptionalInt;
import porthole.display.Displayable;
import porthole.display.Html;
import porthole.display.Listing;
import porthole.display.MimeBundle;
import porthole.display.Sentences;

/** The quizzes that a learner has taken, with what they knew before and what they know now. */
public final class QuizList extends AbstractList<QuizProgress> implements Displayable {
    private static final Sentences SENTENCES = Sentences.of(QuizList.class);

    private final Listing<QuizProgress> listing;

    QuizList(List<QuizProgress> all) {
        boolean ofSeveralLessons =
                all.stream().map(QuizProgress::lesson).distinct().count() > 1;
        listing = new Listing<>(
                all,
                List.of(
                        SENTENCES.say("quiz.column"),
                        SENTENCES.say("quiz.column.before"),
                        SENTENCES.say("quiz.column.now"),
                        SENTENCES.say("quiz.column.gain")),
                quiz -> List.of(
                        ofSeveralLessons ? quiz.lesson() + " / " + quiz.quiz() : quiz.quiz(),
                        quiz.before() + "/" + quiz.first().of(),
                        quiz.latest().map(a -> a.right() + "/" + a.of()).orElse("–"),
                        signed(quiz.gain())));
    }

    /**
     * Gives one quiz.
     *
     * @param index 0 for the first, by lesson and name
     */
    @Override
    public QuizProgress get(int index) {
        return listing.get(index);
    }

    /** Gives the number of quizzes that were taken. */
    @Override
    public int size() {
        return listing.size();
    }

    private static String signed(OptionalInt gain) {
        if (gain.isEmpty()) {
            return "–";
        }
        return (gain.getAsInt() > 0 ? "+" : "") + gain.getAsInt();
    }

    /** Both sums are of the quizzes that were taken again, so that they can be compared. */
    private String sum() {
        if (isEmpty()) {
            return SENTENCES.say("quiz.untaken");
        }
        List<QuizProgress> again =
                stream().filter(quiz -> quiz.latest().isPresent()).toList();
        if (again.isEmpty()) {
            return SENTENCES.say("quiz.once");
        }
        return SENTENCES.say(
                "quiz.sum",
                again.size(),
                again.stream().mapToInt(QuizProgress::before).sum(),
                again.stream().mapToInt(quiz -> quiz.first().of()).sum(),
                again.stream().mapToInt(quiz -> quiz.now().orElse(0)).sum(),
                again.stream()
                        .mapToInt(quiz -> quiz.latest().map(QuizAttempt::of).orElse(0))
                        .sum());
    }

    @Override
    public List<MimeBundle> outputs() {
        String sum = sum();
        if (isEmpty()) {
            return List.of(MimeBundle.html("<p>" + Html.escape(sum) + "</p>", sum));
        }
        MimeBundle table = listing.outputs().get(0);
        Object html = table.data().getOrDefault("text/html", "");
        return List.of(MimeBundle.html(html + "<p><b>" + Html.escape(sum) + "</b></p>", table.plain() + "\n" + sum));
    }

    @Override
    public String toString() {
        return outputs().get(0).plain();
    }
}
