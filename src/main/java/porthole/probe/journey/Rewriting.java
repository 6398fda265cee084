package porthole.probe.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import porthole.probe.journey.RuleCounters.Rule;
import porthole.topology.Journey.Missing;
import porthole.topology.JourneyEvidence;
import porthole.topology.JourneyStation;
import porthole.topology.JourneyStation.Kind;
import porthole.topology.PacketFlow;

/**
 * One packet with two pairs of addresses: what was rewritten between, and by which rule. Linux rewrites the destination before
 * it looks for a route (PREROUTING, OUTPUT) and the source after it (POSTROUTING).
 */
final class Rewriting {
    private final Stations stations;
    private final Sighting seen;
    private final Optional<Sighting> earlier;

    /**
     * @param seen where it was first seen with the new addresses
     * @param earlier where it was seen before, in the same namespace; empty if it was sent there
     */
    Rewriting(Stations stations, Sighting seen, Optional<Sighting> earlier) {
        this.stations = stations;
        this.seen = seen;
        this.earlier = earlier;
    }

    void add(PacketFlow before, PacketFlow after) {
        PacketFlow between =
                new PacketFlow(before.source(), before.sourcePort(), after.destination(), after.destinationPort());
        String in =
                earlier.filter(e -> !e.packet().outgoing()).map(Sighting::ruled).orElse("");
        if (!before.to().equals(after.to())) {
            add(
                    Kind.DESTINATION,
                    before,
                    before,
                    between,
                    rule -> rule.target().equals("DNAT")
                            && rule.value("--to-destination")
                                    .filter(to -> leads(to, after))
                                    .isPresent()
                            && rule.fits(before, in, ""));
        }
        if (!before.from().equals(after.from())) {
            add(
                    Kind.SOURCE,
                    before,
                    between,
                    after,
                    rule -> List.of("MASQUERADE", "SNAT").contains(rule.target())
                            && rule.fits(between, "", seen.ruled()));
        }
    }

    private static boolean leads(String to, PacketFlow after) {
        return after.to().equals(to) || after.destination().equals(to.replaceAll("[\\[\\]]", ""));
    }

    private void add(Kind kind, PacketFlow original, PacketFlow from, PacketFlow to, Predicate<Rule> rewrites) {
        Lookout lookout = seen.lookout();
        List<JourneyEvidence> evidence = new ArrayList<>();
        Optional<JourneyEvidence.Counted> rule = rule(rewrites);
        rule.ifPresent(evidence::add);
        Optional<JourneyEvidence.Tracked> tracked =
                lookout.state().tracked().flatMap(lines -> Conntrack.of(lines, original));
        tracked.ifPresent(evidence::add);
        if (evidence.isEmpty()) {
            evidence.add(stations.surroundings().captured(seen));
        }
        if (rule.isEmpty()) {
            stations.gap(Missing.RULE, lookout.where, from + " / " + to);
        }
        if (tracked.isEmpty() && lookout.state().tracked().isPresent()) {
            stations.gap(Missing.CONNTRACK_ENTRY, lookout.where, original.toString());
        }
        String chain = rule.map(r -> r.rule().split(" ", 3)[1]).orElse("");
        stations.soFar()
                .add(new JourneyStation(
                        kind,
                        lookout.where,
                        lookout.host,
                        chain,
                        "",
                        false,
                        Optional.of(from),
                        Optional.of(to),
                        evidence));
    }

    private Optional<JourneyEvidence.Counted> rule(Predicate<Rule> rewrites) {
        Lookout lookout = seen.lookout();
        if (!lookout.counts()) {
            return Optional.empty();
        }
        RuleCounters before = lookout.before().counters();
        RuleCounters after = lookout.state().counters();
        return after.risen(before).stream()
                .filter(rule -> rule.table().equals("nat") && rewrites.test(rule))
                .map(rule -> new JourneyEvidence.Counted(rule.table(), rule.text(), after.gained(before, rule), 1))
                .findFirst();
    }
}
