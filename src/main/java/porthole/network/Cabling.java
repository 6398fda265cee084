package porthole.network;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How network namespaces are, or are not yet, wired to each other and to a bridge: what a person sees who builds that by
 * hand.
 *
 * @param bridge the bridge's device, {@code docker0}
 * @param bridgeAddress the bridge's own address, without a prefix length; empty where it has none
 * @param outside ends of cables that are in the host's namespace
 * @param rooms the namespaces
 */
public record Cabling(String bridge, Optional<String> bridgeAddress, List<End> outside, List<Room> rooms) {
    public Cabling {
        outside = List.copyOf(outside);
        rooms = List.copyOf(rooms);
    }

    /**
     * A network namespace other than the host's.
     *
     * @param name of the container that has it
     * @param inside its interfaces, {@code lo} first
     * @param gateway the address that its default route leads to; empty where it has no default route
     */
    public record Room(String name, List<End> inside, Optional<String> gateway) {
        public Room {
            inside = List.copyOf(inside);
        }

        /** The ends of cables in it: all but {@code lo}. */
        public List<End> ends() {
            return inside.stream().filter(e -> !e.loopback()).toList();
        }
    }

    /**
     * An interface: one end of a cable, or {@code lo}.
     *
     * @param name its name where it is now
     * @param cable the cable's number at one of its ends, and the same with a minus at the other; 0 for what is no
     *     cable's end, or whose other end is in none of these namespaces
     * @param bridge the bridge that it is plugged into; empty where it is in none
     * @param up whether it is switched on
     * @param address with its prefix length; empty where it has none
     */
    public record End(String name, int cable, Optional<String> bridge, boolean up, Optional<String> address) {
        /** Whether it is the namespace's way to itself, and no cable's end. */
        public boolean loopback() {
            return name.equals("lo");
        }
    }

    /** All ends of cables, those of the host first. */
    public Stream<End> ends() {
        return Stream.concat(outside.stream(), rooms.stream().flatMap(r -> r.ends().stream()));
    }

    /** The other end of an end's cable; empty where that is in none of these namespaces. */
    public Optional<End> otherEnd(End end) {
        return end.cable() == 0
                ? Optional.empty()
                : ends().filter(e -> e.cable() == -end.cable()).findFirst();
    }
}
