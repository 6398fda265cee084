package porthole.engine.capture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import porthole.network.PacketHeader;
import porthole.network.Vxlan;

/** Takes captured packets apart: IP, UDP and VXLAN outside (RFC 791, 768, 7348), Ethernet, ARP or IP inside. */
public final class VxlanPackets {
    private static final int ETHERNET = 1;
    private static final int LINUX_ANY = 113;
    private static final int LINUX_ANY_2 = 276;
    private static final int IPV4 = 0x0800;
    private static final int ARP = 0x0806;
    private static final int IPV6 = 0x86dd;
    static final int UDP = 17;
    static final int TCP = 6;
    static final int ICMP = 1;
    /** Flags, network identifier, and bytes that are reserved (RFC 7348). */
    private static final int VXLAN_HEADER = 8;

    private static final int VNI_PRESENT = 0x08;

    private VxlanPackets() {}

    /** The packet, where it is one of VXLAN that can be read whole. */
    public static Optional<Vxlan> of(Pcap.Packet packet, long start) {
        try {
            return read(packet, start);
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty(); // cut short
        }
    }

    private static Optional<Vxlan> read(Pcap.Packet packet, long start) {
        ByteBuffer b = packet.bytes().duplicate().order(ByteOrder.BIG_ENDIAN);
        int ip = link(packet.linkType());
        if (ip < 0 || (b.get(ip) >> 4) != 4 || (b.get(ip + 9) & 0xff) != UDP) {
            return Optional.empty();
        }
        int udp = ip + (b.get(ip) & 0x0f) * 4;
        int vxlan = udp + 8;
        if ((b.get(vxlan) & VNI_PRESENT) == 0) {
            return Optional.empty();
        }
        return Optional.of(new Vxlan(
                packet.micros() - start,
                address(b, ip + 12),
                address(b, ip + 16),
                b.getShort(udp + 2) & 0xffff,
                b.getInt(vxlan + 4) >>> 8,
                packet.length() - ip,
                outer(b, ip),
                inner(b, vxlan + VXLAN_HEADER, packet.length() - vxlan - VXLAN_HEADER)));
    }

    private static List<PacketHeader> outer(ByteBuffer b, int ip) {
        List<PacketHeader> headers = new ArrayList<>(Headers.ofIp(b, ip));
        headers.add(new PacketHeader("VXLAN", VXLAN_HEADER));
        return headers;
    }

    private static int link(int type) {
        return switch (type) {
            case ETHERNET -> 14;
            case LINUX_ANY -> 16;
            case LINUX_ANY_2 -> 20;
            default -> -1;
        };
    }

    /** What the frame carries. */
    private record Body(String source, String destination, String protocol, String says) {}

    private static Vxlan.Inner inner(ByteBuffer b, int frame, int bytes) {
        int type = b.getShort(frame + 12) & 0xffff;
        int body = frame + 14;
        String from = mac(b, frame + 6);
        String to = mac(b, frame);
        Body carried = switch (type) {
            case IPV4 -> ip(b, body);
            case ARP -> arp(b, body);
            default -> new Body(from, to, type == IPV6 ? "IPv6" : String.format(Locale.ROOT, "0x%04x", type), "");
        };
        return new Vxlan.Inner(
                carried.source(),
                carried.destination(),
                carried.protocol(),
                carried.says(),
                bytes,
                from,
                to,
                Headers.ofFrame(b, frame));
    }

    private static Body arp(ByteBuffer b, int arp) {
        String sender = address(b, arp + 14);
        String target = address(b, arp + 24);
        String says = b.getShort(arp + 6) == 1 ? "who has " + target + "?" : sender + " is at " + mac(b, arp + 8);
        return new Body(sender, target, "ARP", says);
    }

    private static Body ip(ByteBuffer b, int ip) {
        int protocol = b.get(ip + 9) & 0xff;
        int payload = ip + (b.get(ip) & 0x0f) * 4;
        String name = switch (protocol) {
            case TCP -> "TCP";
            case UDP -> "UDP";
            case ICMP -> "ICMP";
            default -> String.valueOf(protocol);
        };
        String says = switch (protocol) {
            case TCP -> tcp(b, payload, ip + (b.getShort(ip + 2) & 0xffff));
            case UDP -> ports(b, payload);
            case ICMP -> icmp(b.get(payload) & 0xff);
            default -> "";
        };
        return new Body(address(b, ip + 12), address(b, ip + 16), name, says);
    }

    private static String tcp(ByteBuffer b, int tcp, int end) {
        String flags = flags(b, tcp, end);
        return flags.isEmpty() ? ports(b, tcp) : ports(b, tcp) + " " + flags;
    }

    /** TCP's flags, and the beginning of its data. */
    static String flags(ByteBuffer b, int tcp, int end) {
        int flags = b.get(tcp + 13) & 0xff;
        List<String> words = new ArrayList<>();
        String[] names = {"FIN", "SYN", "RST", "PSH", "ACK"};
        for (int i = 0; i < names.length; i++) {
            if ((flags & (1 << i)) != 0) {
                words.add(names[i]);
            }
        }
        int data = end - tcp - ((b.get(tcp + 12) >> 4) & 0x0f) * 4;
        if (data > 0) {
            words.add(firstLine(b, tcp + ((b.get(tcp + 12) >> 4) & 0x0f) * 4, data));
        }
        return String.join(" ", words);
    }

    /** The beginning of the data where it is text, as HTTP is; else how much there is. */
    private static String firstLine(ByteBuffer b, int from, int length) {
        StringBuilder line = new StringBuilder();
        for (int i = from; i < Math.min(from + Math.min(length, 40), b.limit()); i++) {
            char c = (char) (b.get(i) & 0xff);
            if (c == '\r' || c == '\n') {
                break;
            }
            if (c < ' ' || c > '~') {
                return length + " bytes";
            }
            line.append(c);
        }
        return "\"" + line + "\"";
    }

    private static String ports(ByteBuffer b, int at) {
        return (b.getShort(at) & 0xffff) + " → " + (b.getShort(at + 2) & 0xffff);
    }

    static String icmp(int type) {
        return switch (type) {
            case 0 -> "echo reply";
            case 8 -> "echo request";
            case 3 -> "unreachable";
            default -> "type " + type;
        };
    }

    static String address(ByteBuffer b, int at) {
        return (b.get(at) & 0xff) + "." + (b.get(at + 1) & 0xff) + "." + (b.get(at + 2) & 0xff) + "."
                + (b.get(at + 3) & 0xff);
    }

    static String mac(ByteBuffer b, int at) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            parts.add(String.format(Locale.ROOT, "%02x", b.get(at + i) & 0xff));
        }
        return String.join(":", parts);
    }
}
