package porthole.picture.story;

import java.util.List;
import java.util.stream.Collectors;
import porthole.topology.Journey.Gap;
import porthole.topology.Journey.Loss;
import porthole.topology.Journey.Undecided;
import porthole.topology.Journey.Unseen;
import porthole.topology.JourneyEvidence;

/** What could not be observed of a journey, a sentence each. */
final class GapWords {
    private GapWords() {}

    private static String say(String key, Object... parts) {
        return Phrases.SENTENCES.say(key, parts).strip();
    }

    static String told(Gap gap) {
        String where = StationWords.place(gap.where());
        if (gap instanceof Loss loss) {
            return say(
                    "journey.unknown.loss" + (loss.answer() ? ".answer" : "")
                            + (loss.others().isEmpty() ? "" : ".others"),
                    where,
                    rules(loss.others()));
        } else if (gap instanceof Undecided undecided) {
            return say(
                    "journey.unknown.undecided" + (undecided.answer() ? ".answer" : ""),
                    where,
                    rules(undecided.rules()));
        }
        Unseen unseen = (Unseen) gap;
        return say("journey.unknown." + Phrases.word(unseen.missing()), where, unseen.reason());
    }

    private static String rules(List<JourneyEvidence.Counted> rules) {
        return rules.stream().map(r -> r.rule() + " (+" + r.gained() + ")").collect(Collectors.joining("; "));
    }
}
