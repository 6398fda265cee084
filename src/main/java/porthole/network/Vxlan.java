package porthole.network;

import java.util.List;
import java.util.stream.Stream;

/**
 * A VXLAN packet (RFC 7348) between two hosts, with the Ethernet frame of an overlay network inside.
 *
 * @param micros when it passed, in microseconds since the first packet of its capture
 * @param source the host that sent it, by its IP address on the network between the hosts
 * @param destination the host to which it goes, by its IP address there
 * @param port the UDP port to which it goes: 4789 unless the swarm was told otherwise
 * @param vni the VXLAN network identifier, which tells to which overlay it belongs
 * @param outerBytes the length of the whole packet in bytes, from its IP header on
 * @param headers those outside the frame, from the outermost on: IPv4, UDP, VXLAN
 * @param inner the frame inside
 */
public record Vxlan(
        long micros,
        String source,
        String destination,
        int port,
        int vni,
        int outerBytes,
        List<PacketHeader> headers,
        Inner inner) {
    public Vxlan {
        headers = List.copyOf(headers);
    }

    /**
     * The Ethernet frame inside a VXLAN packet, which is what the containers send to each other.
     *
     * @param source the container that sent it: its IP address, or its MAC address if the frame carries no IP
     * @param destination the container to which it goes, likewise
     * @param protocol {@code TCP}, {@code UDP}, {@code ICMP}, {@code ARP}, or the number of another protocol
     * @param says what the headers tell, and the beginning of a text in it: {@code 45210 → 80 SYN}
     * @param bytes the length of the frame in bytes, Ethernet header included
     * @param sourceMac the hardware address of the interface that sent it
     * @param destinationMac the hardware address to which it goes
     * @param headers the frame's, from its Ethernet header on
     */
    public record Inner(
            String source,
            String destination,
            String protocol,
            String says,
            int bytes,
            String sourceMac,
            String destinationMac,
            List<PacketHeader> headers) {
        public Inner {
            headers = List.copyOf(headers);
        }

        /** Gives the number of bytes that follow the last header that is known. */
        public int content() {
            return bytes - PacketHeader.sum(headers);
        }
    }

    /** Lists the headers around the container's own packet: IPv4, UDP, VXLAN, and the Ethernet header of its frame. */
    public List<PacketHeader> around() {
        return Stream.concat(headers.stream(), inner.headers().stream().limit(1))
                .toList();
    }
}
