package porthole.probe.who;

import java.util.List;
import java.util.Optional;
import porthole.display.Displayable;
import porthole.display.Html;
import porthole.display.MimeBundle;
import porthole.display.Table;
import porthole.probe.call.ProbeSentences;

/**
 * Who answers at an address, and the counts that prove it.
 *
 * @param target the address that was called, as it was given
 * @param container the name of the container that answers; empty if none of this engine's does
 * @param port the port on which that container takes the calls; empty if no container does
 * @param answer the result as one sentence in the reader's language
 * @param evidence the connections or datagrams that were counted in each namespace; empty if nothing had to be counted
 */
public record Answerer(
        String target, Optional<String> container, Optional<Integer> port, String answer, List<Evidence> evidence)
        implements Displayable {
    public Answerer {
        evidence = List.copyOf(evidence);
    }

    /**
     * The connections on a port in one network namespace.
     *
     * @param place whose namespace it is: a container's name, or the host
     * @param before how many there were before the test
     * @param during how many there were while the test's own connections were held
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

    /** Gives the answer, and under it the counts as a table, as plain text. */
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
