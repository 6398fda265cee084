package porthole.picture.story;

import java.util.Optional;
import java.util.regex.Pattern;
import porthole.display.Language;
import porthole.topology.FilterRule;
import porthole.topology.JourneyEvidence;

/** By what a station of a journey is known: a sentence, and behind it the counters and the lines of who told it. */
final class EvidenceWords {
    private static final Pattern NUMBERED = Pattern.compile("(.*) \\(PID (\\d+)\\)");

    private EvidenceWords() {}

    private static String say(String key, Object... parts) {
        return Phrases.SENTENCES.say(key, parts);
    }

    /** A process, as in {@code nginx (PID 7)}, in the reader's brackets. */
    static String process(String name) {
        var numbered = NUMBERED.matcher(name);
        return numbered.matches() ? Language.current().aside(numbered.group(1), "PID " + numbered.group(2)) : name;
    }

    static String told(JourneyEvidence evidence) {
        if (evidence instanceof JourneyEvidence.Captured c) {
            return say("journey.seen.captured", c.device(), c.there(), c.back());
        } else if (evidence instanceof JourneyEvidence.Counted c) {
            return counted(c);
        } else if (evidence instanceof JourneyEvidence.Tracked t) {
            return say("journey.seen.tracked", t.original(), t.reply());
        } else if (evidence instanceof JourneyEvidence.Logged l) {
            return say("journey.seen.logged", l.container(), l.line());
        } else if (evidence instanceof JourneyEvidence.LookedUp l) {
            return say("journey.seen.name", l.by(), l.name(), l.addresses());
        } else if (evidence instanceof JourneyEvidence.Nameless n) {
            return say("journey.seen.nameless." + Phrases.word(n.reply()), n.by(), n.name());
        } else if (evidence instanceof JourneyEvidence.Tried t) {
            return say("journey.seen.tried", t.target(), say("journey.tried." + Phrases.word(t.ending())));
        } else if (evidence instanceof JourneyEvidence.Listening l) {
            return l.process()
                    .map(p -> say("journey.seen.listening", process(p), l.socket()))
                    .orElseGet(() -> say("journey.seen.listening.unknown", l.socket()));
        }
        return rarely(evidence);
    }

    private static String rarely(JourneyEvidence evidence) {
        if (evidence instanceof JourneyEvidence.Plugged p) {
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
        } else if (evidence instanceof JourneyEvidence.Icmp i) {
            return say("journey.seen.icmp", i.by(), i.type(), i.code());
        } else if (evidence instanceof JourneyEvidence.Dropped d) {
            return say("journey.seen.dropped", d.counter(), d.gained());
        }
        JourneyEvidence.Said said = (JourneyEvidence.Said) evidence;
        return say("journey.seen.said", said.program(), said.words());
    }

    /** What the rule says, in words, before its counter and its line. */
    static String counted(JourneyEvidence.Counted c) {
        String how = c.gained() == 0 ? "none" : c.alone() ? "counted" : "more";
        Optional<String> meaning = c.gained() == 0 ? Optional.empty() : new FilterRule(c.rule()).meaning();
        String line = say("journey.seen.rule." + how, c.gained(), c.table(), c.rule(), c.own());
        return meaning.map(m -> m + say("journey.space") + line).orElse(line);
    }
}
