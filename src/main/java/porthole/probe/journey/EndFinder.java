package porthole.probe.journey;

import java.util.List;
import java.util.Optional;
import porthole.probe.journey.DroppingRules.Found;
import porthole.probe.journey.DroppingRules.One;
import porthole.topology.Journey.Ending;
import porthole.topology.Journey.Gap;
import porthole.topology.Journey.Loss;
import porthole.topology.Journey.Missing;
import porthole.topology.Journey.Undecided;
import porthole.topology.Journey.Unseen;
import porthole.topology.JourneyEvidence;
import porthole.topology.JourneyStation;
import porthole.topology.JourneyStation.Kind;
import porthole.topology.PacketFlow;

/** Finds how the way ended: at a server, at a refusal, at a rule or another known place, beyond, or unknown. */
record EndFinder(Stations way, CallAsked question, CallMade call, List<Lookout> lookouts) {
    /** @param asked the call's first packet; empty if none was seen */
    JourneyEnd find(Optional<SeenPacket> asked) {
        boolean connected = Following.CONNECTED.contains(call.ending());
        if (connected) {
            return way.last().isPresent() ? taken() : new JourneyEnd.Nothing(call.ending());
        }
        if (way.last().isEmpty() && call.nowhere()) {
            return new JourneyEnd.Nothing(Ending.NO_ROUTE);
        }
        return asked.isEmpty() ? lost(Optional.empty()) : notTaken(way.last().orElseThrow(), asked.get());
    }

    /** A connection stands: with the server, or with a program on the host that makes another one. */
    private JourneyEnd taken() {
        Optional<SeenPacket> second = new HandedOn(way, question, lookouts).follow();
        Sighting last = way.last().orElseThrow();
        if (second.isPresent() && !HandedOn.isTaken(last, second.get())) {
            JourneyEnd beyond = notTaken(last, second.get());
            return new JourneyEnd.Taken(call.ending(), beyond.stations(), beyond.gaps(), beyond.arrived());
        }
        return new ServerReached(way, question, last, call.ending()).end();
    }

    private JourneyEnd notTaken(Sighting last, SeenPacket asked) {
        Optional<JourneyEnd> refused = refused(last, asked);
        return refused.or(() -> new LostAnswer(way.surroundings(), asked).end())
                .orElseGet(() -> lost(Optional.of(last)));
    }

    /** The called's kernel itself says that nothing listens: a RST that left its namespace. */
    private Optional<JourneyEnd> refused(Sighting last, SeenPacket asked) {
        PacketFlow flow = last.packet().flow();
        boolean reset = last.lookout().packets().stream()
                .filter(p -> p.refuses(last.packet().sequence()) && p.flow().equals(flow.back()))
                .anyMatch(p -> p.outgoing() || last.device().equals("lo"));
        if (!reset || last.hasLeft() || rule(Optional.of(last), asked.flow()) instanceof One) {
            return Optional.empty();
        }
        return Optional.of(new JourneyEnd.Refused(
                Ending.REFUSED,
                Surroundings.station(
                        Kind.REFUSAL,
                        last.lookout(),
                        "",
                        "",
                        Optional.of(flow),
                        way.surroundings().captured(last)),
                flow));
    }

    /** Nothing more was seen: a rule that counted it says why, or Linux does, or nothing does. */
    private JourneyEnd lost(Optional<Sighting> last) {
        Lookout lookout = last.map(Sighting::lookout).orElse(lookouts.get(0));
        PacketFlow flow = last.map(l -> l.packet().flow()).orElseGet(this::meant);
        Found found = rule(last, flow);
        if (found instanceof One one) {
            return stopped(one.rejects() ? Ending.TURNED_BACK : Ending.LOST, filter(lookout, one, flow));
        }
        if (last.filter(Sighting::isOutside).isPresent()) {
            return unknown(new Unseen(Missing.OUTSIDE, flow.destination(), ""));
        }
        Optional<JourneyEnd> dead = new DeadEnd(way.surroundings(), call, lookout, last, flow).end();
        if (dead.isPresent()) {
            return dead.get();
        }
        if (found instanceof DroppingRules.Several several) {
            return unknown(new Undecided(lookout.where, false, several.rules()));
        }
        return last.filter(l -> !l.hasLeft())
                .flatMap(l -> new LostAnswer(way.surroundings(), l.packet()).unsent(l))
                .orElseGet(() -> unknown(lookout, ((DroppingRules.None) found).others()));
    }

    private JourneyEnd unknown(Lookout lookout, List<JourneyEvidence.Counted> others) {
        if (call.ending() != Ending.LOST) {
            return unknown(new Unseen(Missing.REFUSER, lookout.where, call.words()));
        }
        if (!lookout.counts()) {
            return unknown(new Unseen(Missing.COUNTERS, lookout.where, ""));
        }
        return new JourneyEnd.Unknown(Ending.LOST, List.of(), List.of(new Loss(lookout.where, false, others)));
    }

    private JourneyEnd unknown(Gap gap) {
        return new JourneyEnd.Unknown(call.ending(), List.of(), List.of(gap));
    }

    private static JourneyEnd stopped(Ending ending, JourneyStation station) {
        return new JourneyEnd.Stopped(ending, List.of(station));
    }

    /** As it would have been sent. */
    private PacketFlow meant() {
        return new PacketFlow(
                call.source(),
                question.first(),
                question.address(),
                question.target().port().orElseThrow());
    }

    static JourneyStation filter(Lookout lookout, One one, PacketFlow flow) {
        return new JourneyStation(
                Kind.FILTER,
                lookout.where,
                lookout.host,
                one.rule().rule().split(" ", 3)[1],
                "",
                false,
                Optional.of(flow),
                Optional.empty(),
                List.of(one.rule()));
    }

    /** The rule that can have taken the packet in the namespace in which it was last. */
    private Found rule(Optional<Sighting> last, PacketFlow flow) {
        Lookout lookout = last.map(Sighting::lookout).orElse(lookouts.get(0));
        if (last.filter(l -> l.lookout().host && l.hasLeft()).isPresent()) {
            return new DroppingRules.None(List.of());
        }
        String in =
                last.filter(l -> !l.packet().outgoing()).map(Sighting::ruled).orElse("");
        String out = last.isEmpty() ? "" : way.surroundings().bridges().device(lookout, flow.destination());
        long sent = last.map(l -> (long) way.surroundings().captured(l).there()).orElse(0L);
        return new DroppingRules(lookout).of(flow, in, out, sent);
    }
}
