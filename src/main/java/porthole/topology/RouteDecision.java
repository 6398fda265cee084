package porthole.topology;

import java.util.List;
import java.util.Optional;
import porthole.network.Subnet;

/**
 * Which of a machine's routes takes a packet, as Linux itself decided it.
 *
 * @param from the container's name, or {@code host}
 * @param target the address to which the packet would go
 * @param table the machine's routes in Linux's order
 * @param via the router to which the packet would be handed; empty for a neighbour, which is reached directly
 * @param device the interface through which it would leave; empty if Linux refuses to send it
 * @param source the address that it would have as its sender; empty if Linux refuses to send it
 * @param holder the container that has the target's address, or {@code host}; empty if neither has it
 */
public record RouteDecision(
        String from,
        String target,
        List<Entry> table,
        Optional<String> via,
        String device,
        String source,
        Optional<String> holder) {
    public RouteDecision {
        table = List.copyOf(table);
    }

    /**
     * A route.
     *
     * @param to the range of addresses that it is for: {@code 10.60.0.0/24} or {@code default}
     * @param via the router; empty for neighbours
     * @param device the interface
     */
    public record Entry(String to, Optional<String> via, String device) {
        /** How many bits of an address the range fixes. */
        int bits() {
            return to.equals("default") ? 0 : to.contains("/") ? Integer.parseInt(to.replaceFirst(".*/", "")) : 32;
        }

        /** Whether an address is in its range. */
        public boolean holds(String address) {
            return to.equals("default") || (to.contains("/") ? Subnet.of(to).contains(address) : to.equals(address));
        }
    }

    /** The machine sends to itself. */
    public boolean isOwn() {
        return device.equals("lo");
    }

    /** Linux knows no way. */
    public boolean isRefused() {
        return device.isEmpty();
    }

    /**
     * The route that was taken: of those that hold the address the one with the longest prefix. Empty if Linux refused, if
     * it is the machine's own address, or if another rule decided.
     */
    public Optional<Entry> taken() {
        return table.stream()
                .filter(e -> e.holds(target))
                .max((a, b) -> Integer.compare(a.bits(), b.bits()))
                .filter(e -> e.device().equals(device) && e.via().equals(via));
    }
}
