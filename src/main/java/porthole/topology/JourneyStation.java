package porthole.topology;

import java.util.List;
import java.util.Optional;

/**
 * One place on the way of a packet, where it was observed.
 *
 * @param kind what kind of place it is
 * @param where whose network namespace it is in: a container's name, or a host's
 * @param host whether that is a host's
 * @param name the device, the network's bridge, the program or the rule's chain; empty text for none
 * @param belongs to what that belongs: the network of a bridge, the container of a cable; empty text for nothing known
 * @param leaves whether the packet left by the device, as opposed to having come in by it; for another kind of place
 *     always {@code false}
 * @param before the addresses and ports with which the packet came; empty if none was sent yet
 * @param after those with which it went on; equal to {@code before} if nothing was rewritten, empty if it ended here
 * @param evidence what was observed, never empty
 */
public record JourneyStation(
        Kind kind,
        String where,
        boolean host,
        String name,
        String belongs,
        boolean leaves,
        Optional<PacketFlow> before,
        Optional<PacketFlow> after,
        List<JourneyEvidence> evidence) {
    /** What kind of place a station is. */
    public enum Kind {
        /** The caller's resolver gives the address of a name. */
        LOOKUP,
        /** The routing table of the caller, or of a host on the way, has no way there. */
        ROUTE,
        /** Nobody on the network answers for the next address (ARP, in IPv6 neighbour discovery). */
        NEIGHBOUR,
        /** A network interface of a container. */
        INTERFACE,
        /** A loopback device: what is sent into it comes out of it. */
        LOOPBACK,
        /** The host's end of a container's cable. */
        CABLE,
        /** The bridge of a network. */
        BRIDGE,
        /** The device of a host on which a network of driver macvlan or ipvlan lies: its containers' packets pass there. */
        PARENT,
        /** Another network device of a host. */
        DEVICE,
        /** The destination is rewritten (DNAT). */
        DESTINATION,
        /** The source is rewritten (MASQUERADE or SNAT). */
        SOURCE,
        /** A program takes the connection and makes one of its own to go on: docker-proxy. */
        PROXY,
        /** A rule of the packet filter lets nothing pass. */
        FILTER,
        /** The Ethernet frame is put into a VXLAN packet between hosts. */
        WRAPPED,
        /** The VXLAN packet arrives at the other host. */
        UNWRAPPED,
        /** The kernel of the called says that nothing listens on the port (TCP RST). */
        REFUSAL,
        /** An interface that is off (`ip link set … down`): nothing goes through. */
        OFF,
        /** The called's kernel takes the call; here its answer was seen last, which did not come back to the caller. */
        ANSWER,
        /** The kernel dropped the packet by a check of its own (reverse path, no route back), which counted it. */
        KERNEL,
        /** The called container is paused: its kernel takes the connection, and its programs do not run. */
        PAUSED,
        /** The program that is called. */
        SERVER;

        /** Whether the way ends at such a place before any program got the call, and it is known why. */
        public boolean ends() {
            return switch (this) {
                case FILTER, REFUSAL, ROUTE, NEIGHBOUR, OFF, KERNEL, PAUSED -> true;
                default -> false;
            };
        }
    }

    public JourneyStation {
        evidence = List.copyOf(evidence);
    }

    /** Whether addresses or ports are rewritten here. */
    public boolean rewrites() {
        return before.isPresent() && after.isPresent() && !before.equals(after);
    }
}
