package porthole.picture.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import porthole.display.Table;
import porthole.topology.Journey;
import porthole.topology.JourneyStation;
import porthole.topology.JourneyStation.Kind;
import porthole.topology.PacketFlow;

/** A journey in words: what happens at each station, with which addresses, and by what that is known. */
public final class JourneyWords {
    private final Journey journey;

    private final String title;

    /** Tells a journey under a title. */
    public JourneyWords(Journey journey, String title) {
        this.journey = journey;
        this.title = title;
    }

    /** The title of a journey that has no other one. */
    public static String title(Journey journey) {
        return say("journey.title", journey.from(), journey.target());
    }

    /** What the signs of the drawing mean. */
    public List<String> signs() {
        return List.of(say("journey.sign.station"), say("journey.sign.rewritten"), say("journey.sign.end"));
    }

    private static String say(String key, Object... parts) {
        return Phrases.SENTENCES.say(key, parts);
    }

    public String title() {
        return title;
    }

    /** Whose namespaces the packet met, in the order in which it met them. */
    public List<String> lanes() {
        return journey.stations().stream().map(JourneyStation::where).distinct().toList();
    }

    /** What kind of namespace one of {@link #lanes} is. */
    public String lane(String where) {
        boolean host = journey.stations().stream().anyMatch(s -> s.where().equals(where) && s.host());
        return say(host ? "journey.lane.host" : "journey.lane.container");
    }

    /** What became of the call, and whom the server takes for the caller. */
    public String answer() {
        String end = say(
                "journey.ending." + Phrases.word(journey.ending())
                        + (journey.answered() && journey.status() > 0 ? ".http" : ""),
                journey.target(),
                StationWords.place(journey.from()),
                journey.status());
        return StationWords.sentence(end + say("journey.space") + ended() + sees());
    }

    /** Where it ended, of each kind of end its own sentence. */
    private String ended() {
        return journey.stations().stream()
                .filter(s -> s.kind().ends())
                .map(this::ended)
                .filter(told -> !told.isEmpty())
                .map(told -> told + say("journey.space"))
                .collect(Collectors.joining());
    }

    private String ended(JourneyStation s) {
        String where = StationWords.place(s.where());
        String answer = journey.ending() == Journey.Ending.ANSWER_LOST ? ".answer" : "";
        return switch (s.kind()) {
            case FILTER ->
                say("journey.stopped" + answer, where, StationWords.rule(s).orElse(s.name()));
            case NEIGHBOUR -> say("journey.silent", where, s.belongs());
            case OFF -> say("journey.off", where, s.name());
            case KERNEL, PAUSED -> happens(s);
            case REFUSAL -> journey.ending() == Journey.Ending.REFUSED ? "" : happens(s);
            default -> "";
        };
    }

    private String sees() {
        if (journey.stations(Kind.SERVER).isEmpty()) {
            return "";
        }
        Optional<String> own = journey.stations().stream()
                .flatMap(s -> s.before().stream())
                .map(PacketFlow::source)
                .findFirst();
        return journey.seenAs()
                .map(seen -> own.filter(seen::equals).isPresent()
                        ? say("journey.sees.own", seen)
                        : say("journey.sees.other", seen, own.orElse("–")))
                .orElse("");
    }

    /** What happens at a station, in one sentence. */
    public String happens(JourneyStation station) {
        return new StationWords(journey).happens(station);
    }

    /** The label beside a station's dot; empty text for none. */
    public String label(JourneyStation station) {
        return StationWords.label(station);
    }

    /** By what a station is known, a line each. */
    public List<String> evidence(JourneyStation station) {
        return station.evidence().stream().map(EvidenceWords::told).toList();
    }

    /** Where it goes on from a station, and what was there before, if that is another: from, to; in VXLAN also the hosts. */
    public List<String> flow(JourneyStation station) {
        return StationWords.flow(station);
    }

    /** Whether a line of {@link #flow} tells of a change. */
    public boolean isChange(JourneyStation station, String line) {
        return StationWords.isChange(station, line);
    }

    /** The way in one sentence; empty text if no packet was seen. */
    public String way() {
        return WayWords.told(journey);
    }

    /** A line of {@link #evidence} as it stands under a station. */
    public String known(String line) {
        return say("journey.known", line);
    }

    public String unknownTitle() {
        return say("journey.unknown.title");
    }

    /** What could not be observed, a sentence each. */
    public List<String> unknown() {
        return journey.unknown().stream().map(GapWords::told).toList();
    }

    /** A station as a heading: its number of all. */
    public String step(int number) {
        return say("journey.step", number, journey.stations().size());
    }

    public String film() {
        return say("journey.film");
    }

    /** What the stepper is for. */
    public String legend() {
        return say("journey.steps");
    }

    /** All stations, a row each. */
    public Table table() {
        return new Table(
                List.of(say("journey.columns").split("\\|", -1)),
                IntStream.range(0, journey.stations().size())
                        .mapToObj(i -> row(i + 1, journey.stations().get(i)))
                        .toList());
    }

    private List<String> row(int number, JourneyStation s) {
        return List.of(
                String.valueOf(number),
                s.where(),
                label(s),
                happens(s),
                String.join("\n", flow(s)),
                String.join("\n", evidence(s)));
    }

    /** The whole as text. */
    public String text() {
        List<String> lines = new ArrayList<>(List.of(title(), (journey.answered() ? "✓ " : "✗ ") + answer()));
        if (!way().isEmpty()) {
            lines.add(way());
        }
        List<JourneyStation> stations = journey.stations();
        for (int i = 0; i < stations.size(); i++) {
            JourneyStation s = stations.get(i);
            String label = label(s);
            lines.add("");
            lines.add((i + 1) + ". " + s.where() + (label.isEmpty() ? "" : " · " + label));
            lines.add("   " + happens(s));
            flow(s).forEach(line -> lines.add("   " + line));
            evidence(s).forEach(line -> lines.add("   " + known(line)));
        }
        if (!unknown().isEmpty()) {
            lines.add("");
            lines.add(unknownTitle());
            unknown().forEach(line -> lines.add("   " + line));
        }
        return String.join("\n", lines);
    }
}
