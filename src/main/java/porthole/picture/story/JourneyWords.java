package porthole.picture.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import porthole.display.Language;
import porthole.display.Table;
import porthole.topology.Journey;
import porthole.topology.Journey.Gap;
import porthole.topology.JourneyEvidence;
import porthole.topology.JourneyStation;
import porthole.topology.JourneyStation.Kind;
import porthole.topology.PacketFlow;

/** A journey in words: what happens at each station, with which addresses, and by what that is known. */
public final class JourneyWords {
    private static final String HOST = "host";

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
                "journey.ending." + word(journey.ending())
                        + (journey.answered() && journey.status() > 0 ? ".http" : ""),
                journey.target(),
                place(journey.from()),
                journey.status());
        return sentence(end + say("journey.space") + stopped() + silent() + sees());
    }

    private String stopped() {
        return journey.stations(Kind.FILTER).stream()
                .map(s -> say("journey.stopped", place(s.where()), rule(s).orElse(s.name())) + say("journey.space"))
                .collect(Collectors.joining());
    }

    private String silent() {
        return journey.stations(Kind.NEIGHBOUR).stream()
                .map(s -> say("journey.silent", place(s.where()), s.belongs()) + say("journey.space"))
                .collect(Collectors.joining());
    }

    private static Optional<String> rule(JourneyStation station) {
        return station.evidence().stream()
                .filter(JourneyEvidence.Counted.class::isInstance)
                .map(e -> ((JourneyEvidence.Counted) e).rule())
                .findFirst();
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

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** What happens at a station, in one sentence. */
    public String happens(JourneyStation s) {
        String to = s.after().or(s::before).map(PacketFlow::to).orElse(journey.target());
        String from = s.after().or(s::before).map(PacketFlow::source).orElse("");
        return sentence(say("journey.at." + at(s), place(s.where()), s.name(), s.belongs(), from, to));
    }

    /** The one host of an engine has no name of its own. */
    private static String place(String where) {
        return where.equals(HOST) ? say("journey.the-host") : where;
    }

    /** With a capital letter, where its first word is not a name. */
    private static String sentence(String told) {
        String host = say("journey.the-host");
        String whole = Language.current() == Language.JAPANESE
                ? told.strip().replace(host + " ", host).replace(" " + host, host)
                : told.strip();
        return whole.startsWith(host)
                ? whole.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + whole.substring(1)
                : whole;
    }

    private String at(JourneyStation s) {
        String kind = word(s.kind());
        return switch (s.kind()) {
            case LOOKUP -> kind + (journey.stations().size() == 1 ? ".nothing" : "");
            case INTERFACE, DEVICE -> kind + (s.leaves() ? ".out" : ".in");
            case CABLE -> kind + (s.leaves() ? ".out" : ".in") + (s.belongs().isEmpty() ? ".unknown" : "");
            case BRIDGE ->
                kind
                        + (s.evidence().stream().anyMatch(JourneyEvidence.Plugged.class::isInstance)
                                ? ".switch"
                                : s.leaves() ? ".out" : ".in");
            case FILTER -> kind + (rule(s).filter(r -> r.contains("-j REJECT")).isPresent() ? ".reject" : ".drop");
            case PROXY -> kind + (s.name().isEmpty() ? ".unknown" : s.after().isEmpty() ? ".alone" : ".on");
            case SERVER -> kind + (s.name().isEmpty() ? ".unknown" : s.belongs().isEmpty() ? ".known" : ".of");
            default -> kind;
        };
    }

    /** The label beside a station's dot; empty text for none. */
    public String label(JourneyStation s) {
        return switch (s.kind()) {
            case DESTINATION -> "DNAT";
            case SOURCE -> rule(s).filter(r -> r.contains("-j MASQUERADE")).isPresent() ? "MASQUERADE" : "SNAT";
            case WRAPPED, UNWRAPPED -> "VXLAN · " + s.name();
            case LOOKUP -> say("journey.label.lookup");
            case ROUTE -> say("journey.label.route");
            case NEIGHBOUR -> say("journey.label.neighbour");
            case FILTER -> say("journey.label.filter");
            case REFUSAL -> "RST";
            case SERVER -> s.name().isEmpty() ? say("journey.label.server") : program(s);
            case PROXY -> program(s);
            default -> s.name();
        };
    }

    private static String program(JourneyStation s) {
        return s.name().replaceFirst(" \\(PID .*", "");
    }

    /** By what a station is known, a line each. */
    public List<String> evidence(JourneyStation s) {
        return s.evidence().stream().map(JourneyWords::told).toList();
    }

    /** A line of {@link #evidence} as it stands under a station. */
    public String known(String line) {
        return say("journey.known", line);
    }

    public String unknownTitle() {
        return say("journey.unknown.title");
    }

    private static String told(JourneyEvidence evidence) {
        if (evidence instanceof JourneyEvidence.Captured c) {
            return say("journey.seen.captured", c.device(), c.there(), c.back());
        } else if (evidence instanceof JourneyEvidence.Counted c) {
            String how = c.gained() == 0 ? "none" : c.alone() ? "counted" : "more";
            return say("journey.seen.rule." + how, c.gained(), c.table(), c.rule(), c.own());
        } else if (evidence instanceof JourneyEvidence.Tracked t) {
            return say("journey.seen.tracked", t.original(), t.reply());
        } else if (evidence instanceof JourneyEvidence.Logged l) {
            return say("journey.seen.logged", l.container(), l.line());
        } else if (evidence instanceof JourneyEvidence.LookedUp l) {
            return say(
                    l.addresses().isEmpty() ? "journey.seen.no-name" : "journey.seen.name",
                    l.by(),
                    l.name(),
                    l.addresses());
        } else if (evidence instanceof JourneyEvidence.Tried t) {
            return say("journey.seen.tried", t.target(), say("journey.tried." + word(t.ending())));
        } else if (evidence instanceof JourneyEvidence.Listening l) {
            return l.process()
                    .map(p -> say("journey.seen.listening", p, l.socket()))
                    .orElseGet(() -> say("journey.seen.listening.unknown", l.socket()));
        } else if (evidence instanceof JourneyEvidence.Plugged p) {
            return say("journey.seen.plugged", p.in(), p.out());
        } else if (evidence instanceof JourneyEvidence.Enclosed e) {
            return say(
                    "journey.seen.enclosed",
                    e.packet().source() + " → " + e.packet().destination(),
                    e.packet().port(),
                    e.packet().vni(),
                    e.inside(),
                    e.packet().outerBytes(),
                    e.added());
        } else if (evidence instanceof JourneyEvidence.Marked m) {
            return say("journey.seen.marked", m.mark());
        }
        JourneyEvidence.Said said = (JourneyEvidence.Said) evidence;
        return say("journey.seen.said", said.program(), said.words());
    }

    /** What could not be observed, a sentence each. */
    public List<String> unknown() {
        return journey.unknown().stream().map(JourneyWords::gap).toList();
    }

    private static String gap(Gap gap) {
        return say("journey.unknown." + word(gap.missing()), gap.where(), gap.reason())
                .strip();
    }

    /** Where it goes on from a station, and what was there before, if that is another: from, to; in VXLAN also the hosts. */
    public List<String> flow(JourneyStation s) {
        Optional<PacketFlow> now = s.after().or(s::before);
        if (now.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(
                end("journey.flow.from", now.get().from(), s.before().map(PacketFlow::from)),
                end("journey.flow.to", now.get().to(), s.before().map(PacketFlow::to))));
        s.evidence().stream()
                .filter(JourneyEvidence.Enclosed.class::isInstance)
                .map(e -> ((JourneyEvidence.Enclosed) e).packet())
                .map(p -> say("journey.flow.outside", p.source() + " → " + p.destination()))
                .forEach(lines::add);
        return lines;
    }

    /** Whether a line of {@link #flow} tells of a change. */
    public boolean isChange(JourneyStation s, String line) {
        Optional<PacketFlow> now = s.after().or(s::before);
        return !List.of(
                        say("journey.flow.from", now.map(PacketFlow::from).orElse("")),
                        say("journey.flow.to", now.map(PacketFlow::to).orElse("")))
                .contains(line);
    }

    private static String end(String key, String now, Optional<String> before) {
        return before.filter(b -> !b.equals(now))
                .map(b -> say(key + ".new", now, b))
                .orElseGet(() -> say(key, now));
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
