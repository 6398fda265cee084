package porthole.network;

import java.util.List;

/**
 * A header of a captured packet, as its own bytes tell its length.
 *
 * @param protocol {@code Ethernet}, {@code ARP}, {@code IPv4}, {@code IPv6}, {@code TCP}, {@code UDP}, {@code ICMP} or
 *     {@code VXLAN}
 * @param bytes its length in bytes; of an ARP message, the whole of it
 */
public record PacketHeader(String protocol, int bytes) {
    /**
     * Adds up the lengths of headers.
     *
     * @param headers any headers
     * @return their length together in bytes
     */
    public static int sum(List<PacketHeader> headers) {
        return headers.stream().mapToInt(PacketHeader::bytes).sum();
    }
}
