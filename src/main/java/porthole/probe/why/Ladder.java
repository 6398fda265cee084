package porthole.probe.why;

import java.util.List;
import java.util.Optional;
import porthole.display.Displayable;
import porthole.display.Html;
import porthole.display.MimeBundle;
import porthole.display.Table;
import porthole.probe.call.ProbeSentences;

/**
 * What has to hold so that a call arrives, each condition tried for real, from the ground up.
 *
 * @param from who calls: a container's name, or {@code host}
 * @param target what is called, as it was typed
 * @param rungs the conditions, in the order in which a call meets them
 * @param verdict one sentence: that all holds, or why the first broken rung is broken
 * @param mend what repairs that one, or leads further, as was tried or predicted; empty where nothing is broken, and where no
 *     command is known to help
 * @param further a command that tells more about what is broken, and repairs nothing
 * @param notes what else ought to be known: another container that the name may lead to, say
 */
public record Ladder(
        String from,
        String target,
        List<Rung> rungs,
        String verdict,
        Optional<Remedy> mend,
        Optional<Remedy> further,
        List<String> notes)
        implements Displayable {
    public Ladder {
        rungs = List.copyOf(rungs);
        notes = List.copyOf(notes);
    }

    /** Whether nothing is broken. */
    public boolean holds() {
        return broken().isEmpty();
    }

    /** The first broken rung. */
    public Optional<Rung> broken() {
        return rungs.stream().filter(r -> r.state() == Rung.State.BROKEN).findFirst();
    }

    /** The rung of that step. */
    public Rung rung(Rung.Step step) {
        return rungs.stream().filter(r -> r.step() == step).findFirst().orElseThrow();
    }

    /** One row for each rung. */
    public Table table() {
        return new Table(
                List.of("", say("column.rung"), say("column.seen")),
                rungs.stream()
                        .map(r -> List.of(r.state().sign(), r.question(), r.seen()))
                        .toList());
    }

    /** Question, rungs, verdict and mend as lines. */
    public String text() {
        StringBuilder text = new StringBuilder(title()).append('\n').append(table().text());
        text.append("\n\n").append(holds() ? "✓ " : "✗ ").append(verdict);
        notes.forEach(note -> text.append("\n! ").append(note));
        mend.ifPresent(m -> {
            text.append("\n").append(say("mend"));
            typed(m).forEach(line -> text.append("\n    ").append(line));
            text.append("\n").append(say("mend.java"));
            m.calls().forEach(call -> text.append("\n    ").append(call));
            text.append("\n").append(m.leads());
        });
        further.ifPresent(m -> {
            text.append("\n").append(say("further"));
            typed(m).forEach(line -> text.append("\n    ").append(line));
        });
        return text.toString();
    }

    /** As they are typed in a cell. */
    private static List<String> typed(Remedy mend) {
        return mend.lines().stream()
                .map(line -> (line.startsWith("docker ") ? "%" : "!") + line)
                .toList();
    }

    private static void paragraph(StringBuilder html, String before, String text) {
        html.append("<p>").append(before).append(Html.escape(text)).append("</p>");
    }

    private static void block(StringBuilder html, String heading, List<String> lines) {
        html.append("<div>").append(Html.escape(heading)).append("</div><pre>");
        html.append(Html.escape(String.join("\n", lines))).append("</pre>");
    }

    private String title() {
        return say("title.why", from, target);
    }

    private static String say(String key, Object... parts) {
        return ProbeSentences.SENTENCES.say(key, parts);
    }

    @Override
    public List<MimeBundle> outputs() {
        StringBuilder html = new StringBuilder("<div><b>")
                .append(Html.escape(title()))
                .append("</b></div>")
                .append(table().html())
                .append("<p>")
                .append(holds() ? "✓ " : "<b>✗</b> ")
                .append(Html.escape(verdict))
                .append("</p>");
        notes.forEach(note -> paragraph(html, "<b>!</b> ", note));
        mend.ifPresent(m -> {
            block(html, say("mend"), typed(m));
            block(html, say("mend.java"), m.calls());
            paragraph(html, "", m.leads());
        });
        further.ifPresent(m -> block(html, say("further"), typed(m)));
        return List.of(MimeBundle.html(html.toString(), text()));
    }

    @Override
    public String toString() {
        return text();
    }
}
