package porthole.network;

/**
 * A frame of an overlay on its way between two hosts: an Ethernet frame in a VXLAN packet (RFC 7348).
 *
 * @param micros when, in microseconds since the first of its capture
 * @param source the host that sent it, by its address on the underlay
 * @param destination the host that it goes to
 * @param port the UDP port that it goes to: 4789 unless the swarm was told otherwise
 * @param vni which overlay it belongs to
 * @param outerBytes the whole packet on the underlay, from its IP header on
 * @param inner what is inside
 */
public record Vxlan(long micros, String source, String destination, int port, int vni, int outerBytes, Inner inner) {
    /**
     * The frame that the containers know of.
     *
     * @param source the container that sent it: its IP address, or its MAC address where there is no IP inside
     * @param destination the container that it goes to
     * @param protocol {@code TCP}, {@code UDP}, {@code ICMP}, {@code ARP}, or a number
     * @param says what it says, as far as headers tell: {@code 45210 → 80 SYN}
     * @param bytes the frame, Ethernet header included
     */
    public record Inner(String source, String destination, String protocol, String says, int bytes) {}
}
