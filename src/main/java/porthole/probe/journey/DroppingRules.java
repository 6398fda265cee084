package porthole.probe.journey;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import porthole.topology.JourneyEvidence.Counted;
import porthole.topology.PacketFlow;

/**
 * Which rule of a namespace has dropped or rejected a packet, by the counters before and after the call.
 *
 * @param lookout whose rules
 */
record DroppingRules(Lookout lookout) {
    private static final Set<String> ENDING = Set.of("DROP", "REJECT");

    /** What the counters tell: one of these. */
    sealed interface Found {}

    /** This one. */
    record One(Counted rule) implements Found {
        boolean rejects() {
            return rule.rule().contains("-j REJECT");
        }
    }

    /** One of these, two or more. */
    record Several(List<Counted> rules) implements Found {}

    /** None that speaks of such a packet; these have counted others. */
    record None(List<Counted> others) implements Found {}

    /**
     * The rule that took a packet.
     *
     * @param in the device by which it came in, as rules name it; empty text for none
     * @param out the device by which it would have left; empty text if that is not known
     * @param sent how often it came by; 0 if nothing tells that
     */
    Found of(PacketFlow flow, String in, String out, long sent) {
        List<Counted> fitting = counted(rule -> rule.fits(flow, in, out), sent).stream()
                .filter(c -> c.gained() >= sent)
                .toList();
        List<Counted> rules =
                fitting.stream().filter(c -> c.rule().startsWith("-A ")).toList();
        List<Counted> candidates = rules.isEmpty() ? fitting : rules;
        List<Counted> exact = candidates.stream().filter(Counted::alone).toList();
        List<Counted> best = exact.isEmpty() ? candidates : exact;
        return switch (best.size()) {
            case 0 -> new None(counted(rule -> true, 0));
            case 1 -> new One(best.get(0));
            default -> new Several(best);
        };
    }

    private List<Counted> counted(Predicate<RuleCounters.Rule> meant, long sent) {
        if (!lookout.counts()) {
            return List.of();
        }
        RuleCounters before = lookout.before().counters();
        RuleCounters after = lookout.state().counters();
        return after.risen(before).stream()
                .filter(rule -> ENDING.contains(rule.target()) && meant.test(rule))
                .map(rule -> new Counted(
                        rule.table(),
                        rule.text(),
                        after.gained(before, rule),
                        sent > 0 ? sent : after.gained(before, rule)))
                .toList();
    }
}
