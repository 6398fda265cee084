package porthole.probe.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porthole.network.Container;
import porthole.network.NetworkMode;
import porthole.network.Port;
import porthole.topology.Journey.Ending;
import porthole.topology.Journey.Gap;
import porthole.topology.Journey.Missing;
import porthole.topology.Journey.Unseen;
import porthole.topology.JourneyEvidence;
import porthole.topology.JourneyStation;
import porthole.topology.JourneyStation.Kind;
import porthole.topology.PacketFlow;

/**
 * The program that took the call, as far as it can be seen.
 *
 * @param last where the packet was seen last
 */
record ServerReached(Stations way, CallAsked question, Sighting last, Ending ending) {
    private static final int LINES = 200;

    JourneyEnd end() {
        PacketFlow flow = last.packet().flow();
        List<JourneyStation> all = way.soFar();
        if (all.get(all.size() - 1).kind() == Kind.PROXY) {
            return new JourneyEnd.Taken(ending, List.of(), List.of(), Optional.empty());
        }
        if (last.hasLeft()) {
            Gap beyond = last.isOutside()
                    ? new Unseen(Missing.OUTSIDE, flow.destination(), "")
                    : new Unseen(Missing.TAKER, last.lookout().where, last.device());
            return new JourneyEnd.Taken(ending, List.of(), List.of(beyond), Optional.empty());
        }
        Lookout lookout = last.lookout();
        List<Gap> gaps = new ArrayList<>();
        Optional<JourneyEvidence.Listening> listens =
                lookout.state().listening(flow.destination(), flow.destinationPort());
        Optional<Container> container = container(lookout, flow.destinationPort());
        Optional<String> process = listens.flatMap(JourneyEvidence.Listening::process);
        List<JourneyEvidence> evidence = evidence(listens, container, gaps);
        if (process.isEmpty()) {
            gaps.add(new Unseen(Missing.PROGRAM, lookout.where, ""));
        }
        boolean paused = !lookout.host
                && container.filter(c -> c.state().equals("paused")).isPresent();
        JourneyStation station = new JourneyStation(
                paused ? Kind.PAUSED : Kind.SERVER,
                lookout.where,
                lookout.host,
                process.orElse(""),
                lookout.host ? container.map(Container::name).orElse("") : "",
                false,
                Optional.of(flow),
                Optional.empty(),
                evidence);
        return new JourneyEnd.Taken(ending, List.of(station), gaps, Optional.of(flow));
    }

    private List<JourneyEvidence> evidence(
            Optional<JourneyEvidence.Listening> listens, Optional<Container> container, List<Gap> gaps) {
        List<JourneyEvidence> evidence = new ArrayList<>();
        listens.ifPresent(evidence::add);
        PacketFlow flow = last.packet().flow();
        if (last.lookout().packets().stream()
                .anyMatch(p -> p.flow().equals(flow) && p.data().contains(question.mark()))) {
            evidence.add(new JourneyEvidence.Marked(question.mark()));
        }
        container.ifPresent(c -> logged(c).ifPresentOrElse(evidence::add, () -> {
            if (ending == Ending.ANSWERED) {
                gaps.add(new Unseen(Missing.LOG, c.name(), ""));
            }
        }));
        if (evidence.isEmpty()) {
            evidence.add(way.surroundings().captured(last));
        }
        return evidence;
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

    private Optional<JourneyEvidence.Logged> logged(Container container) {
        return last.lookout().docker().lastLines(container.id(), LINES).lines().stream()
                .filter(l -> l.contains(question.mark()))
                .map(l -> new JourneyEvidence.Logged(container.name(), l))
                .findFirst();
    }
}
