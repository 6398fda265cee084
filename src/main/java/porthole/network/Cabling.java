package porthole.network;

import java.util.List;
import java.util.Optional;

/**
 * How one network namespace is, or is not yet, wired to a bridge: what a person sees who builds that by hand.
 *
 * @param bridge the bridge's device, {@code docker0}
 * @param bridgeAddress the bridge's own address; empty where it has none
 * @param room the namespace's name
 * @param outside veth ends that are in the host's namespace
 * @param inside interfaces of the namespace, {@code lo} first
 */
public record Cabling(String bridge, Optional<String> bridgeAddress, String room, List<End> outside, List<End> inside) {
    public Cabling {
        outside = List.copyOf(outside);
        inside = List.copyOf(inside);
    }

    /**
     * An interface: one end of a cable, or {@code lo}.
     *
     * @param name its name where it is now
     * @param bridge the bridge that it is plugged into; empty where it is in none
     * @param up whether it is switched on
     * @param address with its prefix length; empty where it has none
     */
    public record End(String name, Optional<String> bridge, boolean up, Optional<String> address) {
        /** Whether it is the namespace's way to itself, and no cable's end. */
        public boolean loopback() {
            return name.equals("lo");
        }
    }
}
