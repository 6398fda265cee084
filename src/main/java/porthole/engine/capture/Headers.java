package porthole.engine.capture;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import porthole.network.PacketHeader;

/**
 * The headers of a captured packet with their lengths, from the outermost on: Ethernet (with the tags of 802.1Q), ARP (RFC
 * 826), IPv4 with its options (RFC 791), IPv6's first header (RFC 8200), TCP with its options (RFC 9293), UDP (RFC 768),
 * ICMP (RFC 792).
 */
final class Headers {
    private static final int IPV4 = 0x0800;
    private static final int IPV6 = 0x86dd;
    private static final int ARP = 0x0806;
    private static final int TAGGED = 0x8100;
    private static final int ICMP6 = 58;

    private Headers() {}

    /**
     * Those of an Ethernet frame.
     *
     * @param at where it begins
     * @throws IndexOutOfBoundsException if it was cut short
     */
    static List<PacketHeader> ofFrame(ByteBuffer b, int at) {
        int type = at + 12;
        while (unsigned(b, type) == TAGGED) {
            type += 4;
        }
        int body = type + 2;
        List<PacketHeader> headers = new ArrayList<>();
        headers.add(new PacketHeader("Ethernet", body - at));
        switch (unsigned(b, type)) {
            case IPV4 -> headers.addAll(ofIp(b, body));
            case IPV6 -> {
                headers.add(new PacketHeader("IPv6", 40));
                upper(b, b.get(body + 6) & 0xff, body + 40, headers);
            }
            case ARP ->
                headers.add(new PacketHeader("ARP", 8 + 2 * (b.get(body + 4) & 0xff) + 2 * (b.get(body + 5) & 0xff)));
            default -> {} // what follows is not known
        }
        return List.copyOf(headers);
    }

    /** Those of an IPv4 packet. */
    static List<PacketHeader> ofIp(ByteBuffer b, int at) {
        List<PacketHeader> headers = new ArrayList<>();
        int bytes = (b.get(at) & 0x0f) * 4;
        headers.add(new PacketHeader("IPv4", bytes));
        boolean first = (unsigned(b, at + 6) & 0x1fff) == 0;
        if (first) {
            upper(b, b.get(at + 9) & 0xff, at + bytes, headers);
        }
        return List.copyOf(headers);
    }

    private static void upper(ByteBuffer b, int protocol, int at, List<PacketHeader> headers) {
        switch (protocol) {
            case VxlanPackets.TCP -> headers.add(new PacketHeader("TCP", ((b.get(at + 12) >> 4) & 0x0f) * 4));
            case VxlanPackets.UDP -> headers.add(new PacketHeader("UDP", 8));
            case VxlanPackets.ICMP, ICMP6 -> headers.add(new PacketHeader("ICMP", 8));
            default -> {} // what follows is not known
        }
    }

    private static int unsigned(ByteBuffer b, int at) {
        return b.getShort(at) & 0xffff;
    }
}
