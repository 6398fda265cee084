package porthole.lesson.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import porthole.display.Sentences;
import porthole.lesson.file.Lesson;

/**
 * What stands above a question and gives its answer away: the words of the right choice, its reason, the measurement that decides
 * it, a picture's sentence about the same two, a warning, a repair that is the next step. It does not understand a text: what says
 * the answer in other words is not found.
 */
final class GivenAway {
    private static final Sentences SENTENCES = Sentences.of(GivenAway.class);

    /** As long as a line is quoted. */
    private static final int QUOTED = 160;

    private final AskedQuestion asked;
    private final List<Evidence> above;

    private GivenAway(AskedQuestion asked, Optional<ExecutedNotebook> run) {
        this.asked = asked;
        this.above = Evidence.above(asked.notebook(), run, asked.cell());
    }

    /** A finding for each question whose answer is known and stands above it. */
    static List<ReviewFinding> of(ReviewedNotebook notebook, Optional<ExecutedNotebook> run) {
        List<ReviewFinding> findings = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (LessonCall call : notebook.calls("predict")) {
            if (done.add(call.name())) {
                notebook.lesson()
                        .flatMap(lesson -> of(notebook, run, lesson, call))
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static Optional<ReviewFinding> of(
            ReviewedNotebook notebook, Optional<ExecutedNotebook> run, Lesson lesson, LessonCall call) {
        return Optional.ofNullable(lesson.questions().get(call.name()))
                .flatMap(question -> run.flatMap(r -> RunFindings.measured(r, question))
                        .or(question::answer)
                        .map(answer -> AskedQuestion.of(notebook, lesson, question, answer, call.cell()))
                        .flatMap(asked -> new GivenAway(asked, run).finding()));
    }

    private Optional<ReviewFinding> finding() {
        TextsAbove texts = new TextsAbove(asked);
        MeasuredAbove measured = new MeasuredAbove(asked);
        return measured.measured()
                .or(measured::shown)
                .map(probe -> SENTENCES.say("review.given.measured", asked.name(), probe.cell(), probe.what()))
                .or(() -> first("review.given.repair", measured::offers))
                .or(() -> first("review.given.words", e -> texts.hasTheAnswer(e) && !measured.isOfAnother(e)))
                .or(() -> first("review.given.reason", texts::hasTheReason))
                .or(() -> first("review.given.picture", measured::saysWhoReaches))
                .or(() -> first("review.given.warning", e -> texts.warns(e) && measured.staysAsItIs()))
                .or(() -> heading().filter(texts::tells).map(h -> say("review.given.heading", h)))
                .map(said -> asked.notebook().finding(asked.cell(), ReviewRule.GIVEN_AWAY, said));
    }

    private Optional<String> first(String key, Predicate<Evidence> gives) {
        return above.stream().filter(gives).findFirst().map(found -> say(key, found));
    }

    private String say(String key, Evidence found) {
        String line = found.line();
        String quoted = line.length() > QUOTED ? line.substring(0, QUOTED - 1) + "…" : line;
        return SENTENCES.say(key, asked.name(), found.cell(), quoted);
    }

    /** The last above the question. */
    private Optional<Evidence> heading() {
        return above.stream()
                .filter(evidence -> evidence.kind() == Evidence.Kind.HEADING)
                .reduce((a, b) -> b);
    }
}
