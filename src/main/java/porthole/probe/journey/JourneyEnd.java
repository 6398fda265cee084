package porthole.probe.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import porthole.network.Container;
import porthole.network.NetworkMode;
import porthole.network.Port;
import porthole.probe.journey.RuleCounters.Rule;
import porthole.topology.Journey.Ending;
import porthole.topology.Journey.Missing;
import porthole.topology.JourneyEvidence;
import porthole.topology.JourneyStation;
import porthole.topology.JourneyStation.Kind;
import porthole.topology.PacketFlow;

/** How the way ended: at a server, by way of a program that passes connections on, at a rule, at a refusal, or unknown. */
final class JourneyEnd {
    private static final int LINES = 200;
    private static final Set<String> ENDING = Set.of("DROP", "REJECT");

    private final Stations stations;
    private final CallAsked question;
    private final CallMade call;
    private final List<Lookout> lookouts;
    private Ending ending;
    private Optional<PacketFlow> arrived = Optional.empty();

    JourneyEnd(Stations stations, CallAsked question, CallMade call, List<Lookout> lookouts) {
        this.stations = stations;
        this.question = question;
        this.call = call;
        this.lookouts = lookouts;
        ending = call.ending();
    }

    Ending ending() {
        return ending;
    }

    Optional<PacketFlow> arrived() {
        return arrived;
    }

    void find(Optional<SeenPacket> asked) {
        boolean connected = Following.CONNECTED.contains(ending);
        Optional<Sighting> last = stations.last();
        if (last.isEmpty()) {
            if (!call.nowhere() && !connected) {
                lost(Optional.empty());
            }
        } else if (connected) {
            passedOn(last.get());
            outside();
            server(stations.last().orElseThrow());
        } else if (!refused(last.get(), asked.orElseThrow())) {
            lost(last);
        }
        overlay();
    }

    /** A program on the host that took the connection, and made another one, over which the same request went. */
    private void passedOn(Sighting last) {
        if (!last.lookout().host || hasLeft(last)) {
            return;
        }
        PacketFlow first = last.packet().flow();
        Optional<SeenPacket> second = second(last, first);
        Optional<JourneyEvidence.Listening> listens =
                last.lookout().state().listening(first.destination(), first.destinationPort());
        boolean proxy = listens.flatMap(JourneyEvidence.Listening::process)
                .filter(p -> p.startsWith("docker-proxy ") || p.startsWith("rootlesskit"))
                .isPresent();
        if (second.isEmpty() && !proxy) {
            return;
        }
        List<JourneyEvidence> evidence = new ArrayList<>();
        listens.ifPresent(evidence::add);
        second.ifPresent(s -> evidence.add(new JourneyEvidence.Marked(question.mark())));
        unused(last, second.map(SeenPacket::flow)).ifPresent(evidence::add);
        stations.soFar()
                .add(new JourneyStation(
                        Kind.PROXY,
                        last.lookout().where,
                        true,
                        listens.flatMap(JourneyEvidence.Listening::process).orElse(""),
                        "",
                        false,
                        Optional.of(first),
                        second.map(SeenPacket::flow),
                        evidence));
        if (second.isPresent()) {
            stations.follow(second.get(), second.get().flow(), false);
        } else {
            stations.gap(Missing.SECOND_CONNECTION, last.lookout().where, "");
        }
    }

    /** The packet that asked for the connection over which the marked request went a second time. */
    private Optional<SeenPacket> second(Sighting last, PacketFlow first) {
        List<PacketFlow> marked = last.lookout().packets().stream()
                .filter(p -> p.data().contains(question.mark())
                        && !question.isOwn(p.flow().sourcePort()))
                .map(SeenPacket::flow)
                .distinct()
                .toList();
        return last.lookout().packets().stream()
                .filter(p -> p.asks() && marked.contains(p.flow()) && !p.flow().equals(first))
                .filter(p -> p.micros() >= last.packet().micros() && p.outgoing())
                .findFirst();
    }

    /** The rule that would have rewritten the destination for other callers, and counted nothing. */
    private static Optional<JourneyEvidence.Counted> unused(Sighting last, Optional<PacketFlow> second) {
        if (second.isEmpty() || !last.lookout().counts()) {
            return Optional.empty();
        }
        RuleCounters before = last.lookout().before().counters();
        RuleCounters after = last.lookout().state().counters();
        String port = String.valueOf(last.packet().flow().destinationPort());
        return after.packets().keySet().stream()
                .filter(r -> r.target().equals("DNAT")
                        && r.value("--dport").filter(port::equals).isPresent()
                        && r.value("--to-destination")
                                .filter(second.get().to()::equals)
                                .isPresent())
                .filter(r -> after.gained(before, r) == 0)
                .map(r -> new JourneyEvidence.Counted(r.table(), r.text(), 0, 1))
                .findFirst();
    }

    private void server(Sighting last) {
        if (hasLeft(last)) {
            return;
        }
        List<JourneyStation> all = stations.soFar();
        if (all.get(all.size() - 1).kind() == Kind.PROXY) {
            return;
        }
        PacketFlow flow = last.packet().flow();
        arrived = Optional.of(flow);
        Lookout lookout = last.lookout();
        List<JourneyEvidence> evidence = new ArrayList<>();
        Optional<JourneyEvidence.Listening> listens =
                lookout.state().listening(flow.destination(), flow.destinationPort());
        listens.ifPresent(evidence::add);
        if (lookout.packets().stream()
                .anyMatch(p -> p.flow().equals(flow) && p.data().contains(question.mark()))) {
            evidence.add(new JourneyEvidence.Marked(question.mark()));
        }
        Optional<Container> container = container(lookout, flow.destinationPort());
        container.flatMap(c -> logged(lookout, c)).ifPresent(evidence::add);
        if (evidence.isEmpty()) {
            evidence.add(stations.surroundings().captured(last));
        }
        Optional<String> process = listens.flatMap(JourneyEvidence.Listening::process);
        if (process.isEmpty()) {
            stations.gap(Missing.PROGRAM, lookout.where, "");
        }
        all.add(new JourneyStation(
                Kind.SERVER,
                lookout.where,
                lookout.host,
                process.orElse(""),
                lookout.host ? container.map(Container::name).orElse("") : "",
                false,
                Optional.of(flow),
                Optional.empty(),
                evidence));
    }

    /** Whose program it is: the container in whose namespace the call arrived, or one in host mode that listens there. */
    private Optional<Container> container(Lookout lookout, int port) {
        if (lookout.host) {
            return question.sides().stream()
                    .filter(s -> s.name().equals(lookout.where))
                    .flatMap(s -> s.snapshot().containers().stream())
                    .filter(c -> c.mode() instanceof NetworkMode.Host
                            && c.listening().contains(Port.tcp(port)))
                    .findFirst();
        }
        return question.sides().stream()
                .filter(s -> s.docker() == lookout.docker())
                .flatMap(s -> s.snapshot().container(lookout.where).stream())
                .findFirst();
    }

    private Optional<JourneyEvidence.Logged> logged(Lookout lookout, Container container) {
        Optional<JourneyEvidence.Logged> line = lookout.docker().lastLines(container.id(), LINES).lines().stream()
                .filter(l -> l.contains(question.mark()))
                .map(l -> new JourneyEvidence.Logged(container.name(), l))
                .findFirst();
        if (line.isEmpty() && ending == Ending.ANSWERED) {
            stations.gap(Missing.LOG, container.name(), "");
        }
        return line;
    }

    /** Whether the packet left a host by another device than a container's cable. */
    private static boolean isOutside(Sighting last) {
        NamespaceState.Link link = last.lookout().state().link(last.packet().device());
        return hasLeft(last)
                && last.lookout().host
                && link.master().isEmpty()
                && last.packet().outer().isEmpty();
    }

    /** Whether the packet is beyond the namespace in which it was seen last, where no rule of that one can meet it. */
    private static boolean hasLeft(Sighting last) {
        return last.packet().outgoing() && !last.device().equals("lo");
    }

    private void outside() {
        Sighting last = stations.last().orElseThrow();
        if (isOutside(last)) {
            stations.gap(Missing.OUTSIDE, last.packet().flow().destination(), "");
        }
    }

    /** The called's kernel itself says that nothing listens: a RST that left its namespace. */
    private boolean refused(Sighting last, SeenPacket asked) {
        PacketFlow back = last.packet().flow().back();
        Optional<SeenPacket> reset = last.lookout().packets().stream()
                .filter(p -> p.refuses(last.packet().sequence()) && p.flow().equals(back))
                .filter(p -> p.outgoing() || last.device().equals("lo"))
                .findFirst();
        if (reset.isEmpty()
                || hasLeft(last)
                || rule(Optional.of(last), asked.flow()).isPresent()) {
            return false;
        }
        ending = Ending.REFUSED;
        arrived = Optional.of(last.packet().flow());
        stations.soFar()
                .add(new JourneyStation(
                        Kind.REFUSAL,
                        last.lookout().where,
                        last.lookout().host,
                        "",
                        "",
                        false,
                        arrived,
                        Optional.empty(),
                        List.of(stations.surroundings().captured(last))));
        return true;
    }

    /** Nothing more was seen: a rule that counted it says why, or nothing does. */
    private void lost(Optional<Sighting> last) {
        Lookout lookout = last.map(Sighting::lookout).orElse(lookouts.get(0));
        PacketFlow flow = last.map(l -> l.packet().flow())
                .orElseGet(() -> new PacketFlow(
                        call.source(),
                        question.first(),
                        question.address(),
                        question.target().port().orElseThrow()));
        Optional<JourneyEvidence.Counted> rule = rule(last, flow);
        if (rule.isEmpty()) {
            if (last.filter(JourneyEnd::isOutside).isPresent()) {
                outside();
            } else if (!new DeadEnd(stations, call, lookout, last, flow).found()) {
                String rest = risen(lookout).stream().map(Rule::text).collect(Collectors.joining("; "));
                stations.gap(Missing.LOSS, lookout.where, rest);
            }
            return;
        }
        if (rule.get().rule().contains("-j REJECT")) {
            ending = Ending.TURNED_BACK;
        }
        stations.soFar()
                .add(new JourneyStation(
                        Kind.FILTER,
                        lookout.where,
                        lookout.host,
                        rule.get().rule().split(" ", 3)[1],
                        "",
                        false,
                        Optional.of(flow),
                        Optional.empty(),
                        List.<JourneyEvidence>of(rule.get())));
    }

    private static List<Rule> risen(Lookout lookout) {
        return lookout.counts()
                ? lookout.state().counters().risen(lookout.before().counters()).stream()
                        .filter(r -> ENDING.contains(r.target()))
                        .toList()
                : List.of();
    }

    /** The one rule that can have taken the packet: it counted as many as were sent, or it alone counted at all. */
    private Optional<JourneyEvidence.Counted> rule(Optional<Sighting> last, PacketFlow flow) {
        Lookout lookout = last.map(Sighting::lookout).orElse(lookouts.get(0));
        String in =
                last.filter(l -> !l.packet().outgoing()).map(Sighting::ruled).orElse("");
        if (last.filter(l -> l.lookout().host && hasLeft(l)).isPresent()) {
            return Optional.empty();
        }
        long sent = last.map(l -> (long) stations.surroundings().captured(l).there())
                .orElse(1L);
        RuleCounters before = lookout.before().counters();
        RuleCounters after = lookout.state().counters();
        List<JourneyEvidence.Counted> counted = risen(lookout).stream()
                .filter(r -> r.fits(
                        flow,
                        in,
                        last.isEmpty() ? "" : stations.surroundings().bridges().device(lookout, flow.destination())))
                .map(r -> new JourneyEvidence.Counted(r.table(), r.text(), after.gained(before, r), sent))
                .filter(c -> c.gained() >= sent)
                .toList();
        List<JourneyEvidence.Counted> rules =
                counted.stream().filter(c -> c.rule().startsWith("-A ")).toList();
        List<JourneyEvidence.Counted> candidates = rules.isEmpty() ? counted : rules;
        List<JourneyEvidence.Counted> exact =
                candidates.stream().filter(JourneyEvidence.Counted::alone).toList();
        List<JourneyEvidence.Counted> best = exact.isEmpty() ? candidates : exact;
        return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
    }

    /** Overlay networks have their bridge in a namespace of their own. */
    private void overlay() {
        question.sides().stream()
                .flatMap(s -> s.snapshot().networks().stream())
                .filter(n -> n.driver().equals("overlay"))
                .filter(n -> n.pools().stream().anyMatch(p -> p.subnet().contains(question.address())))
                .findFirst()
                .ifPresent(n -> stations.gap(Missing.OVERLAY, n.name(), ""));
    }
}
