package porthole.lesson.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

    /** So much of it before the word that matters. */
    private static final int BEFORE = 60;

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
                .or(() -> matching(
                        "review.given.words",
                        e -> measured.isOfAnother(e) ? "" : String.join(", ", texts.wordsOfTheAnswer(e))))
                .or(() -> matching("review.given.reason", texts::wordsOfTheReason))
                .or(() -> first("review.given.picture", measured::saysWhoReaches))
                .or(() -> first("review.given.warning", e -> texts.warns(e) && measured.staysAsItIs()))
                .or(() -> heading().filter(texts::tells).map(h -> say("review.given.heading", h)))
                .map(said -> asked.notebook().finding(asked.cell(), ReviewRule.GIVEN_AWAY, said));
    }

    private Optional<String> first(String key, Predicate<Evidence> gives) {
        return above.stream().filter(gives).findFirst().map(found -> say(key, found));
    }

    /** As {@link #first}, with the words that the line and the answer have in common, which are quoted. */
    private Optional<String> matching(String key, Function<Evidence, String> words) {
        return above.stream()
                .filter(found -> !words.apply(found).isEmpty())
                .findFirst()
                .map(found -> {
                    String same = words.apply(found);
                    String first = same.split(",", -1)[0];
                    return SENTENCES.say(key, asked.name(), found.cell(), quoted(found.line(), first), same);
                });
    }

    private String say(String key, Evidence found) {
        return SENTENCES.say(key, asked.name(), found.cell(), quoted(found.line(), ""));
    }

    /** A line in one piece, around a word of it where all of it is too long. */
    private static String quoted(String typed, String word) {
        String line = typed.replaceAll("\\s+", " ");
        if (line.length() <= QUOTED) {
            return line;
        }
        int at = Math.max(0, line.indexOf(word));
        int from = at + word.length() < QUOTED ? 0 : Math.min(at - BEFORE, line.length() - QUOTED);
        String end = from + QUOTED < line.length() ? "…" : "";
        return (from > 0 ? "…" : "") + line.substring(from, Math.min(line.length(), from + QUOTED)) + end;
    }

    /** The last above the question. */
    private Optional<Evidence> heading() {
        return above.stream()
                .filter(evidence -> evidence.kind() == Evidence.Kind.HEADING)
                .reduce((a, b) -> b);
    }
}
