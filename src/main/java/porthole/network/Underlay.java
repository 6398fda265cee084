package porthole.network;

import java.util.List;

/**
 * The network between hosts, which carries their overlays.
 *
 * @param subnet its range in CIDR form; empty text if it is not known
 * @param addresses the IP addresses at which the hosts find one another, in their order; empty text for a host that
 *     does not answer
 */
public record Underlay(String subnet, List<String> addresses) {
    /** The UDP port of VXLAN (RFC 7348, section 8). */
    public static final int VXLAN_PORT = 4789;

    /** An Ethernet frame's usual 1500 bytes less what VXLAN adds: IP 20, UDP 8, VXLAN 8, the inner Ethernet header 14. */
    public static final int MTU_INSIDE = 1450;

    public Underlay {
        addresses = List.copyOf(addresses);
    }
}
