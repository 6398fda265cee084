package porthole.probe.why;

import java.util.List;
import java.util.Optional;
import porthole.display.Displayable;
import porthole.display.Html;
import porthole.display.MimeBundle;
import porthole.display.Table;
import porthole.probe.call.ProbeSentences;

/**
 * The conditions for a call to arrive, each tested, in the order in which the call meets them.
 *
 * @param from who calls: a container's name, or {@code host}
 * @param target what is called, as it was given
 * @param rungs the conditions and what was seen of each
 * @param verdict one sentence in the reader's language: that all conditions hold, or why the first that does not hold
 *     fails
 * @param mend the commands that fix the first failure, or bring the call further, as was tried or predicted; empty if
 *     nothing is broken, or no command is known to help
 * @param further a command that shows more about the failure, and changes nothing; empty if there is none
 * @param notes what else is worth knowing: that the name may lead to another container, for example
 * @param instead what is shown in the place of the verdict, the fix and the notes; empty if they are shown themselves
 */
public record Ladder(
        String from,
        String target,
        List<Rung> rungs,
        String verdict,
        Optional<Remedy> mend,
        Optional<Remedy> further,
        List<String> notes,
        Optional<String> instead)
        implements Displayable {
    public Ladder {
        rungs = List.copyOf(rungs);
        notes = List.copyOf(notes);
    }

    Ladder(
            String from,
            String target,
            List<Rung> rungs,
            String verdict,
            Optional<Remedy> mend,
            Optional<Remedy> further,
            List<String> notes) {
        this(from, target, rungs, verdict, mend, further, notes, Optional.empty());
    }

    /**
     * Gives the same with another sentence shown in the place of the verdict, the fix and the notes. The values stay.
     *
     * @param sentence any text
     */
    public Ladder instead(String sentence) {
        return new Ladder(from, target, rungs, verdict, mend, further, notes, Optional.of(sentence));
    }

    /** Whether no condition was found broken. A UDP call may still be lost without a sign; the verdict then says so. */
    public boolean holds() {
        return broken().isEmpty();
    }

    /** Gives the first condition that does not hold; empty if all hold. */
    public Optional<Rung> broken() {
        return rungs.stream().filter(r -> r.state() == Rung.State.BROKEN).findFirst();
    }

    /**
     * Gives the condition of one step.
     *
     * @param step which step
     * @return the condition and what was seen of it
     * @throws java.util.NoSuchElementException if the step is not part of this test
     */
    public Rung rung(Rung.Step step) {
        return rungs.stream().filter(r -> r.step() == step).findFirst().orElseThrow();
    }

    /** Gives the conditions as a table: a mark (✓ ✗ · –), the question, and what was seen. */
    public Table table() {
        return new Table(
                List.of("", say("column.rung"), say("column.seen")),
                rungs.stream()
                        .map(r -> List.of(r.state().sign(), r.question(), r.seen()))
                        .toList());
    }

    /**
     * Gives everything as plain text: the question, the conditions, the verdict, the notes, and how to fix it, both as
     * typed in a cell and in Java.
     */
    public String text() {
        StringBuilder text = new StringBuilder(title()).append('\n').append(table().text());
        if (instead.isPresent()) {
            return text.append("\n\n").append(instead.get()).toString();
        }
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
                .append(table().html());
        if (instead.isPresent()) {
            paragraph(html, "", instead.get());
            return List.of(MimeBundle.html(html.toString(), text()));
        }
        html.append("<p>")
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
