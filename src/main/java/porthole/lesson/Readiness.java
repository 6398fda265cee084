package porthole.lesson;

import java.util.List;
import java.util.stream.Collectors;
import porthole.display.Displayable;
import porthole.display.Html;
import porthole.display.MimeBundle;
import porthole.display.Sentences;

/**
 * What it took to make an engine ready for a section.
 *
 * @param section its number
 * @param done what was found and done, a sentence each
 */
public record Readiness(String section, List<String> done) implements Displayable {
    private static final Sentences SENTENCES = Sentences.of(Readiness.class);

    public Readiness {
        done = List.copyOf(done);
    }

    @Override
    public List<MimeBundle> outputs() {
        String title = section.equals("0") ? SENTENCES.say("ready.title.first") : SENTENCES.say("ready.title", section);
        String html = done.stream()
                .map(line -> "<li style=\"list-style:none\">✓ " + Html.escape(line) + "</li>")
                .collect(Collectors.joining(
                        "",
                        "<div><b>" + Html.escape(title) + "</b><ul style=\"margin:2px 0;padding:0\">",
                        "</ul></div>"));
        return List.of(MimeBundle.html(
                html, title + done.stream().map(line -> "\n✓ " + line).collect(Collectors.joining())));
    }

    @Override
    public String toString() {
        return outputs().get(0).plain();
    }
}
