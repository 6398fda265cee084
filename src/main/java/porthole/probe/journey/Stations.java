package porthole.probe.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porthole.topology.Journey;
import porthole.topology.Journey.Gap;
import porthole.topology.Journey.Missing;
import porthole.topology.Journey.Unseen;
import porthole.topology.JourneyEvidence;
import porthole.topology.JourneyStation;
import porthole.topology.JourneyStation.Kind;
import porthole.topology.PacketFlow;

/**
 * Puts the stations together from what was seen. The packet that asks for the connection (SYN) is followed: its sequence
 * number, drawn by the caller's kernel, is the same at each device, whatever becomes of its addresses.
 */
final class Stations {
    private final CallAsked question;
    private final CallMade call;
    private final List<Lookout> lookouts;
    private final Surroundings surroundings;
    private final List<JourneyStation> stations = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    /** Where the packet was seen last. */
    private Optional<Sighting> last = Optional.empty();

    Stations(CallAsked question, CallMade call, List<Lookout> lookouts) {
        this.question = question;
        this.call = call;
        this.lookouts = lookouts;
        surroundings = new Surroundings(question.sides(), lookouts);
    }

    Journey journey() {
        question.looked()
                .ifPresent(found -> stations.add(
                        Unsent.lookUp(question.from(), question.target().host(), found, question.tried())));
        lookouts.forEach(l -> gaps.addAll(l.gaps()));
        Optional<SeenPacket> asked = asked();
        if (asked.isPresent()) {
            PacketFlow start = start(asked.get());
            follow(asked.get(), start, true);
        } else if (call.nowhere()) {
            stations.add(Surroundings.station(
                    Kind.ROUTE,
                    lookouts.get(0),
                    call.kindOfRoute(),
                    "",
                    Optional.empty(),
                    new JourneyEvidence.Said("ip route get", call.route())));
        }
        JourneyEnd end = new EndFinder(this, question, call, lookouts).find(asked);
        if (last.isPresent()) {
            overlay();
        }
        return end.after(question, call.status(), stations, gaps);
    }

    /** Overlay networks have their bridge in a namespace of their own. */
    private void overlay() {
        question.sides().stream()
                .flatMap(s -> s.snapshot().networks().stream())
                .filter(n -> n.driver().equals("overlay"))
                .filter(n -> n.pools().stream().anyMatch(p -> p.subnet().contains(question.address())))
                .findFirst()
                .ifPresent(n -> gap(Missing.OVERLAY, n.name(), ""));
    }

    List<JourneyStation> soFar() {
        return stations;
    }

    Optional<Sighting> last() {
        return last;
    }

    void gap(Missing missing, String where, String reason) {
        gaps.add(new Unseen(missing, where, reason));
    }

    /** The call's first packet: from our source ports, as it left the caller, or where it was seen first after that. */
    private Optional<SeenPacket> asked() {
        for (Lookout lookout : lookouts) {
            List<SeenPacket> all = lookout.packets().stream()
                    .filter(p -> p.asks() && question.isOwn(p.flow().sourcePort()))
                    .sorted(java.util.Comparator.comparing(
                            p -> !p.flow().destination().equals(question.address())))
                    .toList();
            if (!all.isEmpty()) {
                return Optional.of(all.get(0));
            }
        }
        return Optional.empty();
    }

    /** As the caller meant it. Linux may have rewritten it before the first device; connection tracking knows both. */
    private PacketFlow start(SeenPacket asked) {
        int port = question.target().port().orElseThrow();
        PacketFlow seen = asked.flow();
        PacketFlow meant = new PacketFlow(seen.source(), seen.sourcePort(), question.address(), port);
        return lookouts.get(0)
                .state()
                .tracked()
                .flatMap(lines -> Conntrack.to(lines, meant))
                .map(JourneyEvidence.Tracked::original)
                .orElse(meant);
    }

    /**
     * Follows a packet.
     *
     * @param outOf whether it begins in the caller's namespace, as opposed to a host's
     */
    void follow(SeenPacket asked, PacketFlow start, boolean outOf) {
        PacketFlow flow = start;
        for (Sighting here : new Sightings(question, surroundings).way(asked, outOf)) {
            PacketFlow now = here.packet().flow();
            if (!now.equals(flow)) {
                new Rewriting(this, here, last.filter(l -> l.lookout() == here.lookout())).add(flow, now);
                flow = now;
            }
            betweenPorts(here);
            last.filter(l -> !l.lookout().host && !here.lookout().host && l.lookout() != here.lookout())
                    .ifPresent(l -> gap(Missing.BETWEEN, l.lookout().where, here.lookout().where));
            stations.add(surroundings.at(here));
            last = Optional.of(here);
        }
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** Between two ports of one bridge, a frame never meets the bridge's own device: that both are plugged into it shows it. */
    private void betweenPorts(Sighting here) {
        String bridge = here.master();
        last.filter(l -> l.lookout() == here.lookout()
                        && !bridge.isEmpty()
                        && here.packet().outgoing())
                .filter(l -> l.master().equals(bridge))
                .ifPresent(l -> stations.add(Surroundings.station(
                        Kind.BRIDGE,
                        here.lookout(),
                        bridge,
                        surroundings.network(here.lookout(), bridge),
                        Optional.of(here.packet().flow()),
                        new JourneyEvidence.Plugged(l.device(), here.device()))));
    }
}
