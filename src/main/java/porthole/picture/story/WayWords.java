package porthole.picture.story;

import java.util.List;
import porthole.topology.Journey;
import porthole.topology.JourneyStation;

/** The way of a journey in one sentence: what the packet left, crossed and came to. */
final class WayWords {
    private WayWords() {}

    private static String say(String key, Object... parts) {
        return Phrases.SENTENCES.say(key, parts);
    }

    /** The sentence; empty text if the packet was seen nowhere. */
    static String told(Journey journey) {
        List<String> steps = journey.stations().stream()
                .map(WayWords::step)
                .filter(step -> !step.isEmpty())
                .toList();
        return steps.isEmpty() ? "" : StationWords.sentence(say("journey.way", all(steps)));
    }

    private static String all(List<String> steps) {
        String head = String.join(say("journey.way.comma"), steps.subList(0, steps.size() - 1));
        String last = steps.get(steps.size() - 1);
        return head.isEmpty() ? last : say("journey.way.last", head, last);
    }

    /** Of a bridge that no network of the engine has, its own name. */
    private static String network(JourneyStation s) {
        return s.belongs().isEmpty() ? s.name() : say("journey.way.network", s.belongs());
    }

    /** The other end of a cable is no step of its own: the interface or the bridge beside it is. */
    private static String step(JourneyStation s) {
        String out = s.leaves() ? ".out" : ".in";
        String key = switch (s.kind()) {
            case INTERFACE, DEVICE -> "device" + out;
            case BRIDGE -> "bridge" + (StationWords.isSwitch(s) ? "" : out);
            case LOOPBACK, PARENT, DESTINATION, SOURCE, WRAPPED -> Phrases.word(s.kind());
            case PROXY -> s.after().isEmpty() ? "" : "proxy" + (s.name().isEmpty() ? ".unknown" : "");
            default -> "";
        };
        return key.isEmpty()
                ? ""
                : say(
                        "journey.way." + key,
                        StationWords.place(s.where()),
                        s.kind() == JourneyStation.Kind.PROXY ? StationWords.program(s) : s.name(),
                        network(s),
                        s.after().map(f -> f.from()).orElse(""),
                        s.after().map(f -> f.to()).orElse(""));
    }
}
