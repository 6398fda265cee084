package porthole.probe.wiring;

import java.util.List;
import java.util.Optional;
import porthole.display.Displayable;
import porthole.display.Html;
import porthole.display.MimeBundle;
import porthole.display.Table;
import porthole.probe.call.ProbeSentences;

/**
 * The way of a packet from station to station, as the interfaces, routes and rules on it show.
 *
 * @param from who sends it: a container's name, or {@code host}
 * @param target where it goes, as it was given
 * @param stations in the order in which the packet meets them
 * @param milliseconds the round-trip time of an ICMP echo on that way; empty if no answer came
 */
public record Trace(String from, String target, List<Station> stations, Optional<Double> milliseconds)
        implements Displayable {
    public Trace {
        stations = List.copyOf(stations);
    }

    /**
     * One place on the way.
     *
     * @param device the name of an interface or a bridge, or the host
     * @param where whose it is: a container's name, or the host
     * @param happens what happens to the packet there, in the reader's language
     */
    public record Station(String device, String where, String happens) {}

    private static String say(String key, Object... parts) {
        return ProbeSentences.SENTENCES.say(key, parts);
    }

    /** Gives the stations as a table, numbered from 1. */
    public Table table() {
        return new Table(
                List.of("", say("column.device"), say("column.where"), say("column.happens")),
                stations.stream()
                        .map(s -> List.of(String.valueOf(stations.indexOf(s) + 1), s.device(), s.where(), s.happens()))
                        .toList());
    }

    /** Gives one sentence in the reader's language: whether an answer came back, and after how many milliseconds. */
    public String verdict() {
        return milliseconds.map(ms -> say("trace.back", ms)).orElseGet(() -> say("trace.lost"));
    }

    /** Gives the question, the stations and the verdict as plain text. */
    public String text() {
        return say("title.trace", from, target) + "\n" + table().text() + "\n" + verdict();
    }

    @Override
    public List<MimeBundle> outputs() {
        String html = "<div><b>" + Html.escape(say("title.trace", from, target)) + "</b></div>" + table().html() + "<p>"
                + Html.escape(verdict()) + "</p>";
        return List.of(MimeBundle.html(html, text()));
    }

    @Override
    public String toString() {
        return text();
    }
}
