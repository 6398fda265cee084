package porthole.probe.who;

import java.util.List;
import java.util.Optional;
import porthole.display.Displayable;
import porthole.display.Html;
import porthole.display.MimeBundle;
import porthole.display.Table;
import porthole.probe.call.ProbeSentences;

/**
 * Who answers at an address, and how that is known.
 *
 * @param target what was called
 * @param container the container's name; empty where none of this engine answers
 * @param port the port on which it holds our connections; empty where none does
 * @param answer one sentence
 * @param evidence what was counted in each namespace: where, before, while the connections were held
 */
public record Answerer(
        String target, Optional<String> container, Optional<Integer> port, String answer, List<Evidence> evidence)
        implements Displayable {
    public Answerer {
        evidence = List.copyOf(evidence);
    }

    /**
     * Connections in one namespace.
     *
     * @param place whose namespace
     * @param before how many the port had before
     * @param during how many while ours were held
     */
    public record Evidence(String place, long before, long during) {}

    private Table table() {
        return new Table(
                List.of(
                        ProbeSentences.SENTENCES.say("column.namespace"),
                        ProbeSentences.SENTENCES.say("column.before"),
                        ProbeSentences.SENTENCES.say("column.during")),
                evidence.stream()
                        .map(e -> List.of(e.place(), String.valueOf(e.before()), String.valueOf(e.during())))
                        .toList());
    }

    /** Answer and evidence as lines. */
    public String text() {
        return evidence.isEmpty() ? answer : answer + "\n" + table().text();
    }

    @Override
    public List<MimeBundle> outputs() {
        String html = "<p>" + Html.escape(answer) + "</p>" + (evidence.isEmpty() ? "" : table().html());
        return List.of(MimeBundle.html(html, text()));
    }

    @Override
    public String toString() {
        return text();
    }
}
