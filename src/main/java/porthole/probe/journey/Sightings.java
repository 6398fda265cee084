package porthole.probe.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a packet was seen, in the order of its way: its sequence number tells it from others. */
record Sightings(CallAsked question, Surroundings surroundings) {
    private List<Lookout> lookouts() {
        return surroundings.lookouts();
    }

    /**
     * The way of a packet: out of the caller's namespace, through the hosts, into the called's, which may be the caller's own.
     *
     * @param outOf whether it begins in the caller's namespace, as opposed to a host's
     */
    List<Sighting> way(SeenPacket asked, boolean outOf) {
        List<Sighting> way = new ArrayList<>();
        lookouts().stream().filter(l -> outOf && !l.host).forEach(l -> way.addAll(inside(l, asked, true)));
        lookouts().stream()
                .filter(l -> l.host)
                .forEach(l -> sightings(l, asked.sequence()).forEach(p -> way.add(new Sighting(l, p))));
        lookouts().stream().filter(l -> !l.host).forEach(l -> way.addAll(inside(l, asked, false)));
        return way.stream().filter(s -> !isCopy(s, way)).toList();
    }

    /** A switch that has not learned yet where an address is sends a copy to every port: all but one lead nowhere, or all. */
    private boolean isCopy(Sighting here, List<Sighting> way) {
        return isSent(here)
                && !leads(here)
                && way.stream()
                        .anyMatch(other -> !other.equals(here)
                                && other.lookout() == here.lookout()
                                && isSent(other)
                                && other.master().equals(here.master())
                                && other.packet().flow().equals(here.packet().flow()));
    }

    /** Whether a bridge has sent it out of one of its ports. */
    private static boolean isSent(Sighting here) {
        return here.packet().outgoing() && !here.master().isEmpty();
    }

    private boolean leads(Sighting here) {
        int device = here.packet().device();
        return surroundings.captured(here).back() > 0
                || !surroundings
                        .holder(here.lookout(), device, here.lookout().state().link(device))
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
}
