package porthole.picture.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import porthole.display.Language;
import porthole.topology.Journey;
import porthole.topology.Journey.Ending;
import porthole.topology.JourneyEvidence;
import porthole.topology.JourneyStation;
import porthole.topology.PacketFlow;

/**
 * What happens at a station of a journey, its label, and its addresses.
 *
 * @param journey whose station it is
 */
record StationWords(Journey journey) {
    private static final String HOST = "host";

    private static String say(String key, Object... parts) {
        return Phrases.SENTENCES.say(key, parts);
    }

    /** What happens there, in one sentence. */
    String happens(JourneyStation s) {
        Optional<PacketFlow> flow = s.after().or(s::before);
        return sentence(say(
                "journey.at." + at(s),
                place(s.where()),
                EvidenceWords.process(s.name()),
                s.belongs(),
                flow.map(PacketFlow::source).orElse(""),
                flow.map(PacketFlow::destination).orElse(Phrases.host(journey.target()))));
    }

    /** The one host of an engine has no name of its own. */
    static String place(String where) {
        return where.equals(HOST) ? say("journey.the-host") : where;
    }

    /** With a capital letter, where its first word is not a name. */
    static String sentence(String told) {
        String host = say("journey.the-host");
        String whole = Language.current() == Language.JAPANESE
                ? told.strip().replace(host + " ", host).replace(" " + host, host)
                : told.strip();
        return whole.startsWith(host) ? whole.substring(0, 1).toUpperCase(Locale.ROOT) + whole.substring(1) : whole;
    }

    private String at(JourneyStation s) {
        String kind = Phrases.word(s.kind());
        boolean known = !s.belongs().isEmpty();
        return switch (s.kind()) {
            case LOOKUP -> kind + (journey.ending() == Ending.NO_NAME ? ".nothing" : "");
            case ROUTE -> kind + (s.name().isEmpty() ? "" : ".forbids");
            case INTERFACE, DEVICE -> kind + (s.leaves() ? ".out" : ".in");
            case CABLE -> kind + (s.leaves() ? ".out" : ".in") + (known ? "" : ".unknown");
            case BRIDGE -> kind + (isSwitch(s) ? ".switch" : s.leaves() ? ".out" : ".in") + (known ? "" : ".unknown");
            case FILTER ->
                kind
                        + (rule(s).filter(r -> r.contains("-j REJECT")).isPresent() ? ".reject" : ".drop")
                        + (journey.ending() == Ending.ANSWER_LOST ? ".answer" : "");
            case PROXY -> kind + (s.name().isEmpty() ? ".unknown" : s.after().isEmpty() ? ".alone" : ".on");
            case SERVER -> kind + (s.name().isEmpty() ? ".unknown" : known ? ".of" : ".known");
            case KERNEL ->
                kind
                        + switch (s.name()) {
                            case "IPReversePathFilter" -> ".reverse-path";
                            case "InNoRoutes" -> ".no-route";
                            case "OutNoRoutes" -> ".no-way-back";
                            case "InAddrErrors" -> ".not-own";
                            default -> ".queue";
                        };
            default -> kind;
        };
    }

    static boolean isSwitch(JourneyStation s) {
        return s.evidence().stream().anyMatch(JourneyEvidence.Plugged.class::isInstance);
    }

    static Optional<String> rule(JourneyStation station) {
        return station.evidence().stream()
                .filter(JourneyEvidence.Counted.class::isInstance)
                .map(e -> ((JourneyEvidence.Counted) e).rule())
                .findFirst();
    }

    /** The label beside its dot; empty text for none. */
    static String label(JourneyStation s) {
        return switch (s.kind()) {
            case DESTINATION -> "DNAT";
            case SOURCE -> rule(s).filter(r -> r.contains("-j MASQUERADE")).isPresent() ? "MASQUERADE" : "SNAT";
            case WRAPPED, UNWRAPPED -> "VXLAN · " + s.name();
            case LOOKUP -> say("journey.label.lookup");
            case ROUTE -> s.name().isEmpty() ? say("journey.label.route") : s.name();
            case NEIGHBOUR -> say("journey.label.neighbour");
            case FILTER -> say("journey.label.filter");
            case REFUSAL -> "RST";
            case OFF -> say("journey.label.off", s.name());
            case ANSWER -> say("journey.label.answer", s.name());
            case KERNEL -> "Linux";
            case PAUSED -> say("journey.label.paused");
            case SERVER -> s.name().isEmpty() ? say("journey.label.server") : program(s);
            case PROXY -> program(s);
            default -> s.name();
        };
    }

    static String program(JourneyStation s) {
        return s.name().replaceFirst(" \\(PID .*", "");
    }

    /** Where it goes on from there, and what was there before, if that is another: from, to; in VXLAN also the hosts. */
    static List<String> flow(JourneyStation s) {
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
    static boolean isChange(JourneyStation s, String line) {
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
}
