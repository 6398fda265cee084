package porthole.engine.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import porthole.engine.ClusterTest;
import porthole.network.PacketHeader;
import porthole.network.Vxlan;

/** Captures written by hand after the RFCs; {@link ClusterTest} has the real ones. */
class VxlanPacketsTest {
    private static final String ANY =
            "0800000000000001000102030405060708090a0b"; // LINUX_SLL2, as tcpdump -i any writes
    private static final String OUTER_IP = "4500000000000000401100000a4d00020a4d0001"; // 10.77.0.2 to 10.77.0.1, UDP
    private static final String UDP = "b2c812b500000000"; // to 4789
    private static final String VXLAN = "0800000000100100"; // VNI 4097
    private static final String ETHERNET = "0242c0a80001" + "0242c0a80002";
    private static final String HEADERS = ANY + OUTER_IP + UDP + VXLAN + ETHERNET;
    private static final String GET =
            HexFormat.of().formatHex("GET / HTTP/1.1\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    private static final String TCP = "0800" + "450000380000000040060000" + "0a000104" + "0a000102" + "a4260050"
            + "0000000000000000" + "50180000" + "00000000" + GET;

    private static List<Pcap.Packet> read(ByteOrder order, String... packets) throws IOException {
        ByteBuffer file = ByteBuffer.allocate(4096).order(order);
        file.putInt(0xa1b2c3d4)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(262144)
                .putInt(276);
        for (String hex : packets) {
            byte[] bytes = HexFormat.of().parseHex(hex);
            file.putInt(1000)
                    .putInt(7)
                    .putInt(bytes.length)
                    .putInt(bytes.length)
                    .put(bytes);
        }
        List<Pcap.Packet> read = new ArrayList<>();
        Pcap.read(new ByteArrayInputStream(file.array(), 0, file.position()), read::add);
        return read;
    }

    @Test
    void bothAddressesTheNetworkAndTheRequestAreRead() throws IOException {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            Pcap.Packet packet = read(order, HEADERS + TCP).get(0);
            Vxlan vxlan = VxlanPackets.of(packet, packet.micros() - 5).orElseThrow();
            assertEquals("10.77.0.2 → 10.77.0.1", vxlan.source() + " → " + vxlan.destination());
            assertEquals(4789, vxlan.port());
            assertEquals(4097, vxlan.vni());
            assertEquals(5, vxlan.micros());
            assertEquals("10.0.1.4", vxlan.inner().source());
            assertEquals("10.0.1.2", vxlan.inner().destination());
            assertEquals("42022 → 80 PSH ACK \"GET / HTTP/1.1\"", vxlan.inner().says());
            assertEquals(36, vxlan.outerBytes() - vxlan.inner().bytes());
            assertEquals("02:42:c0:a8:00:02", vxlan.inner().sourceMac());
        }
    }

    private static String headers(Vxlan packet) {
        return Stream.concat(packet.headers().stream(), packet.inner().headers().stream())
                .map(h -> h.protocol() + " " + h.bytes())
                .collect(Collectors.joining(", "));
    }

    /** From the bytes that tell it: options make IP's and TCP's headers longer, a tag Ethernet's. */
    @Test
    void eachHeadersLengthIsReadFromThePacket() throws IOException {
        Vxlan plain = VxlanPackets.of(
                        read(ByteOrder.LITTLE_ENDIAN, HEADERS + TCP).get(0), 0)
                .orElseThrow();
        assertEquals("IPv4 20, UDP 8, VXLAN 8, Ethernet 14, IPv4 20, TCP 20", headers(plain));
        assertEquals(16, plain.inner().content());
        String options = ANY
                + OUTER_IP.replaceFirst("^45", "46")
                + "01010100"
                + UDP
                + VXLAN
                + ETHERNET
                + TCP.replace("50180000", "80180000");
        Vxlan longer = VxlanPackets.of(
                        read(ByteOrder.LITTLE_ENDIAN, options + "00".repeat(12)).get(0), 0)
                .orElseThrow();
        assertEquals("IPv4 24, UDP 8, VXLAN 8, Ethernet 14, IPv4 20, TCP 32", headers(longer));
        assertEquals(54, PacketHeader.sum(longer.around()));
    }

    @Test
    void aQuestionForAnAddressIsReadToo() throws IOException {
        String arp = "0806" + "0001080006040001" + "0242c0a80002" + "0a000104" + "000000000000" + "0a000102";
        Pcap.Packet packet = read(ByteOrder.LITTLE_ENDIAN, HEADERS + arp).get(0);
        Vxlan.Inner inner = VxlanPackets.of(packet, 0).orElseThrow().inner();
        assertEquals("ARP", inner.protocol());
        assertEquals("who has 10.0.1.2?", inner.says());
        assertEquals(List.of(new PacketHeader("Ethernet", 14), new PacketHeader("ARP", 28)), inner.headers());
        assertEquals(0, inner.content());
    }

    @Test
    void whatIsCutShortOrNoVxlanIsPassedOver() throws IOException {
        String whole = HEADERS + TCP;
        for (int digits = 40; digits < HEADERS.length() + 70; digits += 2) {
            Pcap.Packet packet =
                    read(ByteOrder.LITTLE_ENDIAN, whole.substring(0, digits)).get(0);
            assertTrue(VxlanPackets.of(packet, 0).isEmpty(), digits + " digits");
        }
        assertEquals(List.of(), read(ByteOrder.LITTLE_ENDIAN));
        assertThrows(IOException.class, () -> Pcap.read(new ByteArrayInputStream(new byte[64]), p -> {}));
    }
}
