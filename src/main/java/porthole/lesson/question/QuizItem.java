package porthole.lesson.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porthole.display.Accent;
import porthole.display.Html;
import porthole.display.Sentences;

/**
 * One question of a quiz, as it is shown.
 *
 * @param html with the answer folded, where it is not to be seen at once
 * @param text without an answer that is folded
 */
record QuizItem(String html, String text) {
    private static final Sentences SENTENCES = Sentences.of(QuizItem.class);

    static String box(String inside) {
        return Accent.ASKING.box(inside);
    }

    /** Under its number on a line of its own, with its choices. */
    static QuizItem asked(Question question, String number) {
        List<String> below = new ArrayList<>(List.of(question.text()));
        below.addAll(choices(question));
        return new QuizItem(bold(number) + lines(below), number + "\n" + String.join("\n", below));
    }

    /** With its choices, and the answer folded behind them if that is wanted. */
    static QuizItem printed(Question question, String number, boolean folded) {
        String head = number + " " + question.text();
        List<String> choices = choices(question);
        String html = bold(head) + lines(choices);
        return new QuizItem(
                folded ? html + Html.folded(SENTENCES.say("predict.fold"), indented(rightAndWhy(question))) : html,
                head + "\n" + String.join("\n", choices));
    }

    /** With what was answered before and now. What is right now is folded, as there is less to read in it. */
    static QuizItem compared(
            Question question, String number, QuizAttempt before, QuizAttempt now, Optional<String> lesson) {
        Optional<String> chosen = Optional.ofNullable(now.answers().get(question.id()));
        boolean right = chosen.isPresent() && chosen.equals(question.expected());
        String head = (right ? "✓ " : "✗ ") + number + " " + question.text();
        List<String> below = new ArrayList<>();
        below.add(SENTENCES.say("quiz.before", answer(question, before)));
        below.add(SENTENCES.say(right ? "quiz.now-right" : "quiz.now", answer(question, now)));
        below.addAll(right ? why(question) : rightAndWhy(question));
        if (!right) {
            lesson.ifPresent(l -> below.add(SENTENCES.say("quiz.lesson", l)));
        }
        String html = "<details" + (right ? "" : " open") + "><summary>" + Html.escape(head) + "</summary>"
                + indented(below) + "</details>";
        return new QuizItem(html, head + "\n" + String.join("\n", below));
    }

    private static String answer(Question question, QuizAttempt attempt) {
        return Optional.ofNullable(attempt.answers().get(question.id()))
                .map(question::labelled)
                .orElseGet(() -> SENTENCES.say("quiz.unknown-yet"));
    }

    private static List<String> rightAndWhy(Question question) {
        List<String> lines = new ArrayList<>();
        question.expected().map(question::labelled).ifPresent(c -> lines.add(SENTENCES.say("quiz.right", c)));
        lines.addAll(why(question));
        return lines;
    }

    private static List<String> why(Question question) {
        return question.why().stream().toList();
    }

    private static List<String> choices(Question question) {
        return question.choices().stream().map(question::labelled).toList();
    }

    private static String indented(List<String> lines) {
        return "<div style=\"padding-left:16px\">" + lines(lines) + "</div>";
    }

    private static String bold(String line) {
        return "<div><b>" + Html.escape(line) + "</b></div>";
    }

    private static String lines(List<String> lines) {
        StringBuilder html = new StringBuilder();
        lines.forEach(line -> html.append("<div>").append(Html.escape(line)).append("</div>"));
        return html.toString();
    }
}
