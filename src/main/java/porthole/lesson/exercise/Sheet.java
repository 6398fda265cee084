package porthole.lesson.exercise;

import java.util.List;
import java.util.stream.Collectors;
import porthole.display.Accent;
import porthole.display.Displayable;
import porthole.display.Html;
import porthole.display.MimeBundle;

/**
 * A text of an exercise: its task, a hint, or its solution.
 *
 * @param heading the line at the top
 * @param paragraphs the text below it
 * @param code Java for a cell, shown last; empty text if there is none
 * @param folded whether everything below the heading is hidden until the reader opens it
 */
public record Sheet(String heading, List<String> paragraphs, String code, boolean folded) implements Displayable {
    public Sheet {
        paragraphs = List.copyOf(paragraphs);
    }

    @Override
    public List<MimeBundle> outputs() {
        String head = "<b>" + Html.escape(heading) + "</b>";
        String below = paragraphs.stream()
                        .map(p -> "<div>" + Html.escape(p) + "</div>")
                        .collect(Collectors.joining())
                + (code.isEmpty() ? "" : "<pre>" + Html.escape(code) + "</pre>");
        String html = folded
                ? "<details><summary>" + head + "</summary>" + below + "</details>"
                : "<div>" + head + "</div>" + below;
        String text = heading
                + paragraphs.stream().map(p -> "\n" + p).collect(Collectors.joining())
                + (code.isEmpty() ? "" : "\n" + code);
        return List.of(MimeBundle.html(Accent.ASKING.box(html), text));
    }

    @Override
    public String toString() {
        return outputs().get(0).plain();
    }
}
