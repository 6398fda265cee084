package porthole.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import porthole.network.Cabling;
import porthole.network.Cabling.End;
import porthole.network.Cabling.Room;

/**
 * Something that is so in a wiring that is built by hand; what comes and goes from one step to the next.
 *
 * @param kind what is so
 * @param place the namespace's name; empty for the host's
 * @param end the interface's name; empty for what is no interface's
 * @param value the bridge, the address or the gateway; empty where there is none
 */
public record CablingFact(Kind kind, String place, String end, String value) {
    /** What is so. */
    public enum Kind {
        /** A namespace is there. */
        NAMESPACE,
        /** An interface is in a namespace. */
        END,
        /** An interface is plugged into a bridge. */
        PLUG,
        /** An interface is switched on. */
        UP,
        /** An interface has an address. */
        ADDRESS,
        /** A namespace has a default route. */
        ROUTE
    }

    /** All that is so, the host first, and what is on it by name, as it is drawn. */
    static Set<CablingFact> of(Cabling cabling) {
        Set<CablingFact> facts = new LinkedHashSet<>();
        cabling.outside().stream().sorted(Comparator.comparing(End::name)).forEach(end -> add(facts, "", end));
        for (Room room : cabling.rooms()) {
            facts.add(new CablingFact(Kind.NAMESPACE, room.name(), "", ""));
            room.inside().forEach(end -> add(facts, room.name(), end));
            room.gateway().ifPresent(g -> facts.add(new CablingFact(Kind.ROUTE, room.name(), "", g)));
        }
        return facts;
    }

    private static void add(Set<CablingFact> facts, String place, End end) {
        facts.add(new CablingFact(Kind.END, place, end.name(), ""));
        end.bridge().ifPresent(b -> facts.add(new CablingFact(Kind.PLUG, place, end.name(), b)));
        if (end.up()) {
            facts.add(new CablingFact(Kind.UP, place, end.name(), ""));
        }
        end.address().ifPresent(a -> facts.add(new CablingFact(Kind.ADDRESS, place, end.name(), a)));
    }

    /**
     * What is so in one and not in the other. What is said of an interface that is not in the other at all goes without
     * saying, and so does what is in a namespace that is not.
     */
    static List<CablingFact> only(Cabling in, Optional<Cabling> notIn) {
        Set<CablingFact> other = notIn.map(CablingFact::of).orElse(Set.of());
        List<CablingFact> only = new ArrayList<>(of(in));
        only.removeAll(other);
        List<CablingFact> all = List.copyOf(only);
        only.removeIf(f -> f.kind != Kind.NAMESPACE
                && (all.contains(new CablingFact(Kind.NAMESPACE, f.place, "", ""))
                        || (f.kind != Kind.END && all.contains(new CablingFact(Kind.END, f.place, f.end, "")))));
        return List.copyOf(only);
    }
}
