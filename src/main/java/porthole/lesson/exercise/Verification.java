package porthole.lesson.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import porthole.display.Accent;
import porthole.display.Displayable;
import porthole.display.Html;
import porthole.display.MimeBundle;
import porthole.display.Sentences;

/**
 * The result of measuring an exercise.
 *
 * @param exercise the exercise's name
 * @param lines each expectation with its result, in the lesson's order
 * @param attempts how often the exercise was verified until it was solved, this time included; 0 if it was solved before
 * @param notes further sentences, such as that a hint is left
 */
public record Verification(String exercise, List<Line> lines, int attempts, List<String> notes) implements Displayable {
    private static final Sentences SENTENCES = Sentences.of(Verification.class);
    /** The form in which programs read it: the exercise, its points, and each line with what was seen, as JSON. */
    public static final String MEASURED = "application/vnd.porthole.verification+json";

    /**
     * One expectation and its result.
     *
     * @param expected what was expected, in words or as the lesson's file writes it
     * @param holds whether it is so
     * @param seen what was seen; empty text if there is no more to say
     * @param points how many points it gives
     */
    public record Line(String expected, boolean holds, String seen, int points) {
        private String mark() {
            return holds ? "✓" : "✗";
        }

        /** So that "not reached" behind a cross is not read as what was seen. */
        private String missed() {
            return holds ? "" : SENTENCES.say("verify.missed");
        }

        private String text(String worth) {
            return mark() + " " + missed() + expected + worth + (seen.isEmpty() ? "" : "\n    " + seen);
        }

        private String html(String worth) {
            return "<div style=\"margin:2px 0\">" + accent(holds).mark(mark()) + " " + Html.escape(missed())
                    + "<code>" + Html.escape(expected)
                    + "</code>"
                    + Html.escape(worth)
                    + (seen.isEmpty() ? "" : "<div style=\"margin-left:1.5em\">" + Html.escape(seen) + "</div>")
                    + "</div>";
        }
    }

    public Verification {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /**
     * Gives the points of the expectations that hold. An expectation that is worth 0 points is a condition: while one does not
     * hold, no points are given.
     */
    public int points() {
        if (hasBrokenCondition()) {
            return 0;
        }
        return lines.stream().filter(Line::holds).mapToInt(Line::points).sum();
    }

    private boolean hasBrokenCondition() {
        return lines.stream().anyMatch(line -> line.points() == 0 && !line.holds());
    }

    /** Whether points are not given because of a condition alone. */
    private boolean isHeldBack() {
        return hasBrokenCondition() && lines.stream().anyMatch(line -> line.points() > 0 && line.holds());
    }

    /** What a line is worth, where not all are worth the same; it stands right behind what is expected. */
    private String worth(Line line) {
        if (lines.stream().map(Line::points).distinct().count() < 2) {
            return "";
        }
        return line.points() == 0
                ? SENTENCES.say("verify.condition")
                : SENTENCES.say("verify.worth", String.valueOf(line.points()));
    }

    /** Gives the points of all expectations. */
    public int possible() {
        return lines.stream().mapToInt(Line::points).sum();
    }

    /** Whether all expectations hold. */
    public boolean solved() {
        return lines.stream().allMatch(Line::holds);
    }

    @Override
    public List<MimeBundle> outputs() {
        boolean again = attempts == 0;
        String key = solved()
                ? again ? "verify.solved-again" : "verify.solved"
                : again ? "verify.open-again" : "verify.open";
        String sum = SENTENCES.say(key, exercise, points(), possible(), attempts);
        List<String> text = new ArrayList<>(List.of(sum));
        StringBuilder html = new StringBuilder("<div><b>" + Html.escape(sum) + "</b></div>");
        for (Line line : lines) {
            text.add(line.text(worth(line)));
            html.append(line.html(worth(line)));
        }
        if (isHeldBack()) {
            text.add(SENTENCES.say("verify.held-back"));
            html.append("<div>" + Html.escape(SENTENCES.say("verify.held-back")) + "</div>");
        }
        for (String note : notes) {
            text.add(note);
            html.append(Html.live("", note));
        }
        return List.of(MimeBundle.html(accent(solved()).box(html.toString()), String.join("\n", text))
                .with(MEASURED, measured()));
    }

    private static Accent accent(boolean right) {
        return right ? Accent.RIGHT : Accent.WRONG;
    }

    private Map<String, Object> measured() {
        return Map.of(
                "exercise",
                exercise,
                "points",
                points(),
                "possible",
                possible(),
                "lines",
                lines.stream()
                        .map(line -> Map.<String, Object>of(
                                "expected",
                                line.expected(),
                                "holds",
                                line.holds(),
                                "seen",
                                line.seen(),
                                "points",
                                line.points()))
                        .toList());
    }

    @Override
    public String toString() {
        return outputs().get(0).plain();
    }
}
