package porthole.probe.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import porthole.network.Network;
import porthole.probe.call.Target;
import porthole.topology.Journey;
import porthole.topology.Journey.Gap;
import porthole.topology.Journey.Missing;
import porthole.topology.JourneyEvidence;
import porthole.topology.JourneyStation;
import porthole.topology.JourneyStation.Kind;
import porthole.topology.PacketFlow;

/**
 * Puts the stations together from what was seen. The packet that asks for the connection (SYN) is followed: its sequence
 * number, drawn by the caller's kernel, is the same at each device, whatever becomes of its addresses.
 */
final class Stations {
    private final Question question;
    private final CallMade call;
    private final List<Lookout> lookouts;
    private final List<JourneyStation> stations = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    /** Where the packet was seen last. */
    private Optional<Sighting> last = Optional.empty();

    /**
     * What is asked.
     *
     * @param typed the target as it was given
     * @param address that was called
     * @param looked where a name was looked up
     * @param tried what became of calls to the name's addresses before this one
     * @param called who may be meant
     * @param ports that may be the called's: the one that was called, those that it leads to
     * @param first the first source port that may be the caller's
     * @param last the last
     * @param mark the text that the request carries
     * @param sides the hosts, with what was on them before the call
     */
    record Question(
            Following.Party from,
            String typed,
            Target target,
            String address,
            Optional<CallMade.Looked> looked,
            List<JourneyEvidence.Tried> tried,
            Called called,
            Set<Integer> ports,
            int first,
            int last,
            String mark,
            List<Following.Side> sides) {
        boolean isOurs(PacketFlow flow) {
            return isOwn(flow.sourcePort()) || ports.contains(flow.destinationPort());
        }

        boolean isOwn(int sourcePort) {
            return first <= sourcePort && sourcePort <= last;
        }
    }

    /** A packet, and where it was seen. */
    record Sighting(Lookout lookout, SeenPacket packet) {
        String device() {
            return lookout.state().link(packet.device()).name();
        }

        /** As rules name the device: of what comes in by a bridge's port or leaves by one, iptables sees the bridge. */
        String ruled() {
            String bridge = lookout.state().link(packet.device()).master();
            return bridge.isEmpty() ? device() : bridge;
        }
    }

    Stations(Question question, CallMade call, List<Lookout> lookouts) {
        this.question = question;
        this.call = call;
        this.lookouts = lookouts;
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
            stations.add(station(
                    Kind.ROUTE,
                    lookouts.get(0),
                    "",
                    "",
                    Optional.empty(),
                    new JourneyEvidence.Said("ip route get", call.route())));
        }
        JourneyEnd end = new JourneyEnd(this, question, call, lookouts);
        end.find(asked);
        return new Journey(
                question.from().name(),
                question.typed(),
                stations,
                end.ending(),
                call.status(),
                end.arrived(),
                gaps.stream().distinct().toList());
    }

    List<JourneyStation> soFar() {
        return stations;
    }

    Optional<Sighting> last() {
        return last;
    }

    void gap(Missing missing, String where, String reason) {
        gaps.add(new Gap(missing, where, reason));
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
     * Follows a packet: out of the caller's namespace, through the hosts, into the called's, which may be the caller's own.
     *
     * @param outOf whether it begins in the caller's namespace, as opposed to a host's
     */
    void follow(SeenPacket asked, PacketFlow start, boolean outOf) {
        List<Sighting> way = new ArrayList<>();
        lookouts.stream().filter(l -> outOf && !l.host).forEach(l -> way.addAll(inside(l, asked, true)));
        lookouts.stream()
                .filter(l -> l.host)
                .forEach(l -> sightings(l, asked.sequence()).forEach(p -> way.add(new Sighting(l, p))));
        lookouts.stream().filter(l -> !l.host).forEach(l -> way.addAll(inside(l, asked, false)));
        PacketFlow flow = start;
        for (Sighting here : way.stream().filter(s -> !isCopy(s, way)).toList()) {
            PacketFlow now = here.packet().flow();
            if (!now.equals(flow)) {
                new Rewriting(this, here, last.filter(l -> l.lookout() == here.lookout())).add(flow, now);
                flow = now;
            }
            betweenPorts(here);
            last.filter(l -> !l.lookout().host && !here.lookout().host && l.lookout() != here.lookout())
                    .ifPresent(l -> gap(Missing.BETWEEN, l.lookout().where, here.lookout().where));
            stations.add(at(here));
            last = Optional.of(here);
        }
    }

    /** A switch that has not learned yet where an address is sends a copy to every port: all but one lead nowhere. */
    private boolean isCopy(Sighting here, List<Sighting> way) {
        return isSent(here)
                && !leads(here)
                && way.stream()
                        .anyMatch(other -> other.lookout() == here.lookout()
                                && isSent(other)
                                && master(other).equals(master(here))
                                && other.packet().flow().equals(here.packet().flow())
                                && leads(other));
    }

    /** Whether a bridge has sent it out of one of its ports. */
    private static boolean isSent(Sighting here) {
        return here.packet().outgoing() && !master(here).isEmpty();
    }

    private static String master(Sighting here) {
        return here.lookout().state().link(here.packet().device()).master();
    }

    private boolean leads(Sighting here) {
        int device = here.packet().device();
        return captured(here).back() > 0
                || !holder(here.lookout(), device, here.lookout().state().link(device))
                        .isEmpty();
    }

    /** In a container: by which devices it left, or by which it came in. What it sends to itself never leaves. */
    private List<Sighting> inside(Lookout container, SeenPacket asked, boolean leaving) {
        return sightings(container, asked.sequence()).stream()
                .map(p -> new Sighting(container, p))
                .filter(s -> leaving == (s.packet().outgoing() || s.device().equals("lo")))
                .toList();
    }

    /** Each device once in each direction; what goes into the loopback device comes out of it, and is there once. */
    private List<SeenPacket> sightings(Lookout lookout, long sequence) {
        Map<List<Object>, SeenPacket> seen = new LinkedHashMap<>();
        lookout.packets().stream()
                .filter(p -> p.asks() && p.sequence() == sequence && question.isOurs(p.flow()))
                .sorted(java.util.Comparator.comparingLong(SeenPacket::micros))
                .forEach(p -> {
                    boolean lo = lookout.state().link(p.device()).name().equals("lo");
                    seen.putIfAbsent(
                            List.of(
                                    p.device(),
                                    !lo && p.outgoing(),
                                    p.flow(),
                                    p.outer().isPresent()),
                            p);
                });
        return List.copyOf(seen.values());
    }

    /** Between two ports of one bridge, a frame never meets the bridge's own device: that both are plugged into it shows it. */
    private void betweenPorts(Sighting here) {
        String bridge = master(here);
        last.filter(l -> l.lookout() == here.lookout()
                        && !bridge.isEmpty()
                        && here.packet().outgoing())
                .filter(l ->
                        l.lookout().state().link(l.packet().device()).master().equals(bridge))
                .ifPresent(l -> stations.add(station(
                        Kind.BRIDGE,
                        here.lookout(),
                        bridge,
                        network(here.lookout(), bridge),
                        Optional.of(here.packet().flow()),
                        new JourneyEvidence.Plugged(l.device(), here.device()))));
    }

    private JourneyStation at(Sighting here) {
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

    private Kind kind(Sighting here, NamespaceState.Link link) {
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

    private String network(Lookout host, String device) {
        return bridges().network(host, device).map(Network::name).orElse("");
    }

    Bridges bridges() {
        return new Bridges(question.sides());
    }

    /** The network that lies on a device (macvlan, ipvlan), where the packet goes to one of its addresses. */
    private Optional<Network> parent(Sighting here, NamespaceState.Link link) {
        String to = here.packet().flow().destination();
        return question.sides().stream()
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
    private String holder(Lookout host, int index, NamespaceState.Link link) {
        return lookouts.stream()
                .filter(l -> !l.host
                        && l.docker() == host.docker()
                        && l.state().link(link.peer()).peer() == index)
                .map(l -> l.where)
                .findFirst()
                .orElse("");
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

    JourneyStation station(
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
