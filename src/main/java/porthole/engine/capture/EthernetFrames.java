package porthole.engine.capture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import porthole.network.EthernetFrame;
import porthole.network.Literal;

/** Takes captured Ethernet frames apart: ARP (RFC 826), IP (RFC 791, 8200), TCP, UDP, ICMP, and DNS (RFC 1035). */
public final class EthernetFrames {
    private static final int HEADER = 14;
    private static final int IPV4 = 0x0800;
    private static final int IPV6 = 0x86dd;
    private static final int ARP = 0x0806;
    private static final int DNS = 53;
    /** The engine's DNS server; its rules move port 53 to another port before a frame is captured. */
    private static final String RESOLVER = "127.0.0.11";

    private static final int ADDRESS_RECORD = 1;

    private final ByteBuffer b;
    private final Pcap.Packet packet;
    private final String device;
    private final long start;

    private EthernetFrames(Pcap.Packet packet, String device, long start) {
        b = packet.bytes().duplicate().order(ByteOrder.BIG_ENDIAN);
        this.packet = packet;
        this.device = device;
        this.start = start;
    }

    /**
     * The frame; empty where it carries none of these protocols, or was cut short.
     *
     * @param device where it was captured
     * @param start when the first frame passed
     */
    public static Optional<EthernetFrame> of(Pcap.Packet packet, String device, long start) {
        try {
            return packet.linkType() == 1 ? new EthernetFrames(packet, device, start).read() : Optional.empty();
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private Optional<EthernetFrame> read() {
        return switch (b.getShort(HEADER - 2) & 0xffff) {
            case ARP -> Optional.of(arp());
            case IPV4 -> Optional.of(ip("IPv4", HEADER + (b.get(HEADER) & 0x0f) * 4, HEADER + 12, 4, HEADER + 9));
            case IPV6 -> Optional.of(ip("IPv6", HEADER + 40, HEADER + 8, 16, HEADER + 6));
            default -> Optional.empty();
        };
    }

    private EthernetFrame arp() {
        String sender = VxlanPackets.address(b, HEADER + 14);
        String target = VxlanPackets.address(b, HEADER + 24);
        boolean asks = b.getShort(HEADER + 6) == 1;
        String says = asks ? "who has " + target + "?" : sender + " is at " + VxlanPackets.mac(b, HEADER + 8);
        return frame("ARP", sender, target, "ARP", 0, says);
    }

    private EthernetFrame ip(String network, int body, int addresses, int length, int protocolAt) {
        int protocol = b.get(protocolAt) & 0xff;
        String source = address(addresses, length);
        String destination = address(addresses + length, length);
        int end = length == 4 ? HEADER + (b.getShort(HEADER + 2) & 0xffff) : body + (b.getShort(HEADER + 4) & 0xffff);
        return switch (protocol) {
            case VxlanPackets.TCP -> frame(network, source, destination, "TCP", body, VxlanPackets.flags(b, body, end));
            case VxlanPackets.UDP -> udp(network, source, destination, body);
            case VxlanPackets.ICMP ->
                frame(network, source, destination, "ICMP", 0, VxlanPackets.icmp(b.get(body) & 0xff));
            default -> frame(network, source, destination, String.valueOf(protocol), 0, "");
        };
    }

    private EthernetFrame udp(String network, String source, String destination, int udp) {
        boolean dns = (b.getShort(udp) & 0xffff) == DNS
                || (b.getShort(udp + 2) & 0xffff) == DNS
                || source.equals(RESOLVER)
                || destination.equals(RESOLVER);
        return dns
                ? frame(network, source, destination, "DNS", udp, dns(udp + 8))
                : frame(network, source, destination, "UDP", udp, "");
    }

    /** A question, or the first address of an answer. */
    private String dns(int at) {
        boolean answer = (b.get(at + 2) & 0x80) != 0;
        int[] next = {at + 12};
        String name = name(at, next);
        int type = b.getShort(next[0]) & 0xffff;
        String asked = (type == ADDRESS_RECORD ? "A " : type == 28 ? "AAAA " : "") + name;
        if (!answer) {
            return asked + "?";
        }
        int position = next[0] + 4;
        for (int i = 0; i < (b.getShort(at + 6) & 0xffff); i++) {
            next[0] = position;
            name(at, next);
            int kind = b.getShort(next[0]) & 0xffff;
            int length = b.getShort(next[0] + 8) & 0xffff;
            if (kind == ADDRESS_RECORD || kind == 28) {
                return asked + " = " + address(next[0] + 10, length);
            }
            position = next[0] + 10 + length;
        }
        return asked + ": none";
    }

    /** A name in labels, with at most one reference to an earlier place; {@code next} is moved behind it. */
    private String name(int message, int[] next) {
        StringBuilder name = new StringBuilder();
        int at = next[0];
        boolean moved = false;
        for (int labels = 0; labels < 128; labels++) {
            int length = b.get(at) & 0xff;
            if (length >= 0xc0) {
                next[0] = moved ? next[0] : at + 2;
                moved = true;
                at = message + ((length & 0x3f) << 8 | (b.get(at + 1) & 0xff));
            } else if (length == 0) {
                next[0] = moved ? next[0] : at + 1;
                break;
            } else {
                byte[] label = new byte[length];
                b.get(at + 1, label);
                name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.ISO_8859_1));
                at += length + 1;
            }
        }
        return name.toString();
    }

    private EthernetFrame frame(
            String network, String source, String destination, String protocol, int ports, String says) {
        return new EthernetFrame(
                packet.micros() - start,
                device,
                VxlanPackets.mac(b, 6),
                VxlanPackets.mac(b, 0),
                network,
                source,
                destination,
                protocol,
                ports == 0 ? 0 : b.getShort(ports) & 0xffff,
                ports == 0 ? 0 : b.getShort(ports + 2) & 0xffff,
                says,
                packet.length(),
                Headers.ofFrame(b, 0));
    }

    private String address(int at, int length) {
        byte[] bytes = new byte[length];
        b.get(at, bytes);
        return Literal.of(bytes);
    }
}
