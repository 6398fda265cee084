package porthole.probe.journey;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import porthole.engine.capture.Pcap;
import porthole.engine.capture.VxlanPackets;
import porthole.network.Literal;
import porthole.network.Underlay;
import porthole.network.Vxlan;
import porthole.topology.PacketFlow;

/**
 * Takes captured packets apart: TCP over IPv4 and IPv6 (RFC 9293, 791, 8200), the same in VXLAN (RFC 7348), and the packets
 * that ICMP messages complain of (RFC 792, 4443).
 *
 * @see <a href="https://www.tcpdump.org/linktypes.html">What stands before the IP header</a>
 */
final class PacketReader {
    private static final int ETHERNET = 1;
    private static final int LINUX_ANY = 113;
    private static final int LINUX_ANY_2 = 276;
    private static final int OUTGOING = 4;
    private static final int ICMP = 1;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int ICMP6 = 58;
    /** An Ethernet header. */
    private static final int FRAME = 14;

    private final ByteBuffer b;
    private final Pcap.Packet packet;
    private final int device;
    private final boolean outgoing;

    private PacketReader(Pcap.Packet packet) {
        this.packet = packet;
        b = packet.bytes().duplicate().order(ByteOrder.BIG_ENDIAN);
        boolean told = packet.linkType() == LINUX_ANY_2;
        device = told ? b.getInt(4) : 0;
        outgoing = told ? b.get(10) == OUTGOING : packet.linkType() == LINUX_ANY && b.getShort(0) == OUTGOING;
    }

    /** The packet; empty where it is none of those, or was cut short. */
    static Optional<SeenPacket> read(Pcap.Packet packet) {
        try {
            PacketReader reader = new PacketReader(packet);
            int ip = switch (packet.linkType()) {
                case ETHERNET -> FRAME;
                case LINUX_ANY -> 16;
                case LINUX_ANY_2 -> 20;
                default -> -1;
            };
            return ip < 0 ? Optional.empty() : reader.ip(ip, Optional.empty(), Optional.empty());
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private Optional<SeenPacket> ip(int at, Optional<Vxlan> outer, Optional<SeenPacket.Complaint> complaint) {
        int version = (b.get(at) >> 4) & 0xf;
        if (version != 4 && version != 6) {
            return Optional.empty();
        }
        boolean four = version == 4;
        int protocol = b.get(at + (four ? 9 : 6)) & 0xff;
        int body = at + (four ? (b.get(at) & 0x0f) * 4 : 40);
        int bytes = four ? b.getShort(at + 2) & 0xffff : 40 + (b.getShort(at + 4) & 0xffff);
        boolean error = protocol == ICMP ? b.get(body) == 3 : protocol == ICMP6 && b.get(body) > 0 && b.get(body) < 5;
        if (error && complaint.isEmpty()) {
            String by = address(at + (four ? 12 : 8), four ? 4 : 16);
            return ip(body + 8, outer, Optional.of(new SeenPacket.Complaint(by, b.get(body), b.get(body + 1) & 0xff)));
        }
        if (protocol == UDP && outer.isEmpty() && (b.getShort(body + 2) & 0xffff) == Underlay.VXLAN_PORT) {
            Optional<Vxlan> around = VxlanPackets.of(packet, packet.micros());
            return around.isEmpty() ? Optional.empty() : ip(body + 8 + 8 + FRAME, around, Optional.empty());
        }
        return protocol == TCP ? Optional.of(tcp(at, body, bytes, outer, complaint)) : Optional.empty();
    }

    private SeenPacket tcp(
            int ip, int tcp, int bytes, Optional<Vxlan> outer, Optional<SeenPacket.Complaint> complaint) {
        boolean four = ((b.get(ip) >> 4) & 0xf) == 4;
        int length = four ? 4 : 16;
        int first = ip + (four ? 12 : 8);
        PacketFlow flow = new PacketFlow(
                address(first, length),
                b.getShort(tcp) & 0xffff,
                address(first + length, length),
                b.getShort(tcp + 2) & 0xffff);
        if (complaint.isPresent()) { // of TCP, a complaint quotes the ports and the sequence number, and maybe no more
            return new SeenPacket(
                    device, outgoing, packet.micros(), flow, 0, number(tcp + 4), 0, bytes, "", outer, complaint);
        }
        int data = tcp + ((b.get(tcp + 12) >> 4) & 0x0f) * 4;
        return new SeenPacket(
                device,
                outgoing,
                packet.micros(),
                flow,
                b.get(tcp + 13) & 0xff,
                number(tcp + 4),
                number(tcp + 8),
                bytes,
                text(data, Math.min(ip + bytes, b.limit())),
                outer,
                complaint);
    }

    private long number(int at) {
        return b.getInt(at) & 0xffffffffL;
    }

    private String text(int from, int end) {
        byte[] bytes = new byte[Math.max(0, end - from)];
        b.get(Math.min(from, b.limit()), bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private String address(int at, int length) {
        byte[] bytes = new byte[length];
        b.get(at, bytes);
        return Literal.of(bytes);
    }
}
