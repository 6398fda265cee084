package porthole.network;

import java.util.List;

/**
 * An Ethernet frame that was captured, with what its headers say.
 *
 * @param micros when it passed, in microseconds since the first frame of its capture
 * @param device the interface at which it was captured: {@code eth0}
 * @param sourceMac the hardware address of the interface that sent it
 * @param destinationMac the hardware address to which it goes; {@code ff:ff:ff:ff:ff:ff} for all neighbours
 * @param network {@code IPv4}, {@code IPv6} or {@code ARP}
 * @param source the sender's IP address
 * @param destination the IP address to which it goes; with ARP, the one that is asked for or answered
 * @param protocol {@code TCP}, {@code UDP}, {@code DNS}, {@code ICMP}, {@code ARP}, or the number of another protocol
 * @param sourcePort the sender's port; 0 if the protocol has no ports
 * @param destinationPort the port to which it goes; 0 if the protocol has no ports
 * @param says what else the headers tell, and the beginning of a text in it: {@code SYN}
 * @param bytes the length of the frame in bytes, Ethernet header included
 * @param headers its headers, from Ethernet's on
 */
public record EthernetFrame(
        long micros,
        String device,
        String sourceMac,
        String destinationMac,
        String network,
        String source,
        String destination,
        String protocol,
        int sourcePort,
        int destinationPort,
        String says,
        int bytes,
        List<PacketHeader> headers) {
    public EthernetFrame {
        headers = List.copyOf(headers);
    }

    /** Gives the number of bytes that follow the last header that is known. */
    public int content() {
        return bytes - PacketHeader.sum(headers);
    }

    /** Whether its protocol has ports. */
    public boolean hasPorts() {
        return destinationPort != 0;
    }
}
