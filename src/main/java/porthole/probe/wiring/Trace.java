package porthole.probe.wiring;

import java.util.List;
import java.util.Optional;
import porthole.display.Displayable;
import porthole.display.Html;
import porthole.display.MimeBundle;
import porthole.display.Table;
import porthole.probe.call.ProbeSentences;

/**
 * The way of a packet, station by station.
 *
 * @param from who sends: a container's name, or {@code host}
 * @param target what was typed
 * @param stations in the order in which the packet meets them
 * @param milliseconds how long an echo took; empty where none came back
 */
public record Trace(String from, String target, List<Station> stations, Optional<Double> milliseconds)
        implements Displayable {
    public Trace {
        stations = List.copyOf(stations);
    }

    /**
     * One place on the way.
     *
     * @param device an interface, a bridge, or the host
     * @param where whose it is
     * @param happens what happens to the packet there
     */
    public record Station(String device, String where, String happens) {}

    private static String say(String key, Object... parts) {
        return ProbeSentences.SENTENCES.say(key, parts);
    }

    /** One row for each station. */
    public Table table() {
        return new Table(
                List.of("", say("column.device"), say("column.where"), say("column.happens")),
                stations.stream()
                        .map(s -> List.of(String.valueOf(stations.indexOf(s) + 1), s.device(), s.where(), s.happens()))
                        .toList());
    }

    /** Whether the echo came back. */
    public String verdict() {
        return milliseconds.map(ms -> say("trace.back", ms)).orElseGet(() -> say("trace.lost"));
    }

    /** Stations and verdict as lines. */
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
