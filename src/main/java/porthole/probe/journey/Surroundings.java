package porthole.probe.journey;

import java.util.List;
import java.util.Optional;
import porthole.network.Network;
import porthole.topology.JourneyEvidence;
import porthole.topology.JourneyStation;
import porthole.topology.JourneyStation.Kind;
import porthole.topology.PacketFlow;

/**
 * What a packet was seen at: which device of whom, on which network, and how many packets passed there.
 *
 * @param sides the hosts, with what was on them before the call
 * @param lookouts the namespaces that were watched
 */
record Surroundings(List<Following.Side> sides, List<Lookout> lookouts) {
    JourneyStation at(Sighting here) {
        Lookout lookout = here.lookout();
        NamespaceState.Link link = lookout.state().link(here.packet().device());
        Kind kind = kind(here, link);
        String belongs = switch (kind) {
            case BRIDGE -> network(lookout, link.name());
            case PARENT -> parent(here, link).map(Network::name).orElse("");
            case CABLE -> holder(lookout, here.packet().device(), link);
            default -> "";
        };
        Optional<PacketFlow> flow = Optional.of(here.packet().flow());
        List<JourneyEvidence> evidence = here.packet()
                .outer()
                .map(o -> List.<JourneyEvidence>of(new JourneyEvidence.Enclosed(o), captured(here)))
                .orElseGet(() -> List.of(captured(here)));
        return new JourneyStation(
                kind,
                lookout.where,
                lookout.host,
                link.name(),
                belongs,
                here.packet().outgoing(),
                flow,
                flow,
                evidence);
    }

    Kind kind(Sighting here, NamespaceState.Link link) {
        if (here.packet().outer().isPresent()) {
            return here.packet().outgoing() ? Kind.WRAPPED : Kind.UNWRAPPED;
        } else if (link.name().equals("lo")) {
            return Kind.LOOPBACK;
        } else if (!here.lookout().host) {
            return Kind.INTERFACE;
        } else if (!here.packet().outgoing() && parent(here, link).isPresent()) {
            return Kind.PARENT;
        } else if (here.lookout().state().isBridge(link.name()) || link.name().equals("docker0")) {
            return Kind.BRIDGE;
        }
        return link.peer() > 0 && !link.master().isEmpty() ? Kind.CABLE : Kind.DEVICE;
    }

    String network(Lookout host, String device) {
        return bridges().network(host, device).map(Network::name).orElse("");
    }

    Bridges bridges() {
        return new Bridges(sides);
    }

    /** The network that lies on a device (macvlan, ipvlan), where the packet goes to one of its addresses. */
    private Optional<Network> parent(Sighting here, NamespaceState.Link link) {
        String to = here.packet().flow().destination();
        return sides.stream()
                .filter(s -> s.docker() == here.lookout().docker())
                .flatMap(s -> s.snapshot().networks().stream())
                .filter(n -> List.of("macvlan", "ipvlan").contains(n.driver()))
                .filter(n -> link.name().equals(n.options().get("parent")))
                .filter(n -> n.pools().stream()
                        .anyMatch(p -> p.subnet().isIPv6() == to.contains(":")
                                && p.subnet().contains(to)))
                .findFirst();
    }

    /** The container of the same host at the other end of a cable: other hosts have devices of the same numbers. */
    String holder(Lookout host, int index, NamespaceState.Link link) {
        return lookouts.stream()
                .filter(l -> !l.host
                        && l.docker() == host.docker()
                        && l.state().link(link.peer()).peer() == index)
                .map(l -> l.where)
                .findFirst()
                .orElse("");
    }

    /** A device that is off. */
    record Off(Lookout lookout, NamespaceState.Link link) {}

    /**
     * A device that is off where the packet would have to go next: the other end of the caller's cable, the bridge, or one of
     * the ends of the called's cable.
     *
     * @param last where the packet was seen last; empty if it never left the caller
     * @param device by which it leaves the caller
     */
    Optional<Off> off(Optional<Sighting> last, String device) {
        Lookout caller = lookouts.get(0);
        return lookouts.stream()
                .filter(l ->
                        l.docker() == last.map(Sighting::lookout).orElse(caller).docker())
                .flatMap(l -> l.state().links().entrySet().stream()
                        .filter(e -> e.getValue().isOff() && isNext(l, e.getKey(), e.getValue(), last, device))
                        .map(e -> new Off(l, e.getValue())))
                .findFirst();
    }

    private boolean isNext(Lookout of, int index, NamespaceState.Link link, Optional<Sighting> last, String device) {
        Lookout caller = lookouts.get(0);
        if (last.isEmpty()) {
            return !caller.host
                    && (of == caller ? link.name().equals(device) : of.host && link.equals(end(of, caller, device)));
        }
        String bridge =
                last.get().master().isEmpty() ? last.get().device() : last.get().master();
        Lookout host = last.get().lookout();
        if (!host.host) {
            return false;
        }
        return of.host
                ? of == host && (link.name().equals(bridge) || (link.master().equals(bridge) && called(host, index)))
                : of != caller && host.state().link(link.peer()).master().equals(bridge);
    }

    private static NamespaceState.Link end(Lookout host, Lookout container, String device) {
        return container.state().links().values().stream()
                .filter(l -> l.name().equals(device))
                .map(l -> host.state().link(l.peer()))
                .findFirst()
                .orElse(host.state().link(0));
    }

    private boolean called(Lookout host, int index) {
        return lookouts.stream()
                .skip(1)
                .filter(l -> !l.host && l.docker() == host.docker())
                .anyMatch(l -> l.state().links().values().stream().anyMatch(link -> link.peer() == index));
    }

    /** How many of the connection's packets passed here, both ways. */
    JourneyEvidence.Captured captured(Sighting here) {
        SeenPacket first = here.packet();
        // In lo, tcpdump leaves one of the two directions out; at the parent of a macvlan, both come in.
        boolean lo =
                here.device().equals("lo") || kind(here, here.lookout().state().link(first.device())) == Kind.PARENT;
        List<SeenPacket> there = here.lookout().packets().stream()
                .filter(p -> p.device() == first.device()
                        && p.complaint().isEmpty()
                        && p.outer().isPresent() == first.outer().isPresent())
                .toList();
        PacketFlow back = there.stream()
                .filter(p -> p.answers(first))
                .map(SeenPacket::flow)
                .findFirst()
                .orElse(first.flow().back());
        return new JourneyEvidence.Captured(
                here.device(),
                (int) there.stream()
                        .filter(p -> p.flow().equals(first.flow()) && p.outgoing() == first.outgoing())
                        .count(),
                (int) there.stream()
                        .filter(p -> p.flow().equals(back) && lo == (p.outgoing() == first.outgoing()))
                        .count(),
                first.bytes());
    }

    static JourneyStation station(
            Kind kind,
            Lookout lookout,
            String name,
            String belongs,
            Optional<PacketFlow> flow,
            JourneyEvidence... evidence) {
        return new JourneyStation(
                kind, lookout.where, lookout.host, name, belongs, false, flow, flow, List.of(evidence));
    }
}
