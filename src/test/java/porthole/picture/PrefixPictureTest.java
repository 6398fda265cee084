package porthole.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import porthole.display.Language;
import porthole.network.EthernetFrame;
import porthole.network.PacketHeader;
import porthole.picture.form.Scene;
import porthole.topology.Conversation;
import porthole.topology.PrefixComparison;
import porthole.topology.RouteDecision;
import porthole.topology.RouteDecision.Entry;

/** The pictures of the first words: an address's bits, a route, a frame. */
class PrefixPictureTest {
    @BeforeEach
    void english() {
        Language.use(Language.ENGLISH);
    }

    @AfterEach
    void back() {
        Language.use(Language.of(System.getenv().getOrDefault("PORTHOLE_LANG", "")));
    }

    private static PrefixPicture bits(int length) {
        return PrefixPicture.of(new PrefixComparison("10.60.0.3", length, List.of("10.60.0.77", "10.60.1.77")));
    }

    @Test
    void theSamePrefixMeansTheSameFirstBits() {
        assertEquals(
                "Which addresses have the prefix of 10.60.0.3/24?\n"
                        + "The first 24 bits are the prefix: 10.60.0.0 to 10.60.0.255, 256 addresses.\n\n"
                        + "00001010.00111100.00000000.|00000011  10.60.0.3/24\n"
                        + "00001010.00111100.00000000.|01001101  10.60.0.77  same prefix\n"
                        + "00001010.00111100.00000001.|01001101  10.60.1.77  another prefix",
                bits(24).text());
        assertTrue(bits(16).text().endsWith("10.60.1.77  same prefix"), bits(16).text());
    }

    @Test
    void theShortestAndTheLongestPrefixAreRightToo() {
        assertTrue(bits(0).text().contains("0.0.0.0 to 255.255.255.255, 4294967296 addresses."), bits(0).text());
        PrefixPicture one = PrefixPicture.of(new PrefixComparison("10.60.0.3", 32, List.of("10.60.0.3", "10.60.0.2")));
        assertTrue(one.text().contains("10.60.0.3 to 10.60.0.3, 1 addresses."), one.text());
        assertTrue(one.text().contains("10.60.0.3  same prefix"), one.text());
        assertTrue(one.text().endsWith("10.60.0.2  another prefix"), one.text());
    }

    private static RouteDecision decision(String target, Optional<String> via, String device) {
        return new RouteDecision(
                "bob",
                target,
                List.of(
                        new Entry("default", Optional.of("10.60.0.1"), "eth0"),
                        new Entry("10.60.0.0/24", Optional.empty(), "eth0")),
                via,
                device,
                "10.60.0.3",
                target.equals("10.60.0.2") ? Optional.of("alice") : Optional.empty());
    }

    private static List<String> drawn(RouteDecision decision) {
        return RoutePicture.of(decision).draw(false).labels().stream()
                .map(Scene.Text::text)
                .toList();
    }

    /** Route says where a packet goes, and not that anybody is there. */
    @Test
    void aNeighbourThatNoContainerIsIsNotDrawnAsIfItWereThere() {
        List<String> nobody = drawn(decision("10.60.0.77", Optional.empty(), "eth0"));
        assertTrue(nobody.contains("no container has it"), nobody.toString());
        assertTrue(
                nobody.stream().anyMatch(l -> l.contains("neither a container nor the host has 10.60.0.77")),
                nobody.toString());
        List<String> alice = drawn(decision("10.60.0.2", Optional.empty(), "eth0"));
        assertTrue(alice.contains("alice") && !alice.contains("no container has it"), alice.toString());
        assertTrue(drawn(new RouteDecision("bob", "10.60.0.2", List.of(), Optional.empty(), "", "", Optional.empty()))
                .contains("no routes"));
    }

    @Test
    void theLongestPrefixThatFitsIsTakenAndARuleThatDecidedOtherwiseIsNotClaimed() {
        RoutePicture near = RoutePicture.of(decision("10.60.0.77", Optional.empty(), "eth0"));
        assertTrue(
                near.text().contains("default        10.60.0.1   eth0        fits, but has a shorter prefix"),
                near.text());
        assertTrue(near.text().contains("10.60.0.0/24   –           eth0        taken"), near.text());
        assertEquals(
                Optional.empty(),
                decision("10.60.0.77", Optional.of("10.60.0.9"), "eth1").taken());
        assertFalse(RoutePicture.of(decision("192.0.2.1", Optional.empty(), ""))
                .text()
                .contains("taken"));
        assertEquals(
                "Not at all: Linux has no route to 192.0.2.1.",
                RoutePicture.of(decision("192.0.2.1", Optional.empty(), "")).answer());
    }

    private static EthernetFrame frame(String to, String protocol, int port, String says) {
        return new EthernetFrame(
                0,
                "eth0",
                "02:42:0a:3c:00:03",
                to.equals("") ? "ff:ff:ff:ff:ff:ff" : "02:42:0a:3c:00:02",
                protocol.equals("ARP") ? "ARP" : "IPv4",
                "10.60.0.3",
                "10.60.0.2",
                protocol,
                port == 0 ? 0 : 40000,
                port,
                says,
                74,
                protocol.equals("ARP")
                        ? List.of(new PacketHeader("Ethernet", 14), new PacketHeader("ARP", 28))
                        : List.of(
                                new PacketHeader("Ethernet", 14),
                                new PacketHeader("IPv4", 20),
                                new PacketHeader("TCP", 32)));
    }

    @Test
    void oneFrameIsDrawnWithWhatIsInsideItAndAllAsArrows() {
        FramesPicture picture = FramesPicture.of(new Conversation(
                "bob",
                Set.of("10.60.0.3"),
                Map.of("10.60.0.2", "alice"),
                List.of(
                        frame("", "ARP", 0, "who has 10.60.0.2?"),
                        frame("alice", "TCP", 80, "PSH ACK \"GET / HTTP/1.1\""))));
        List<String> labels =
                picture.draw(false).labels().stream().map(Scene.Text::full).toList();
        for (String label : List.of(
                "Ethernet frame",
                "IPv4 packet",
                "14 bytes",
                "20 bytes",
                "32 bytes",
                "8 bytes",
                "together 74 bytes",
                "10.60.0.3 → 10.60.0.2",
                "port 40000 → port 80, PSH ACK",
                "\"GET / HTTP/1.1\"",
                "alice 10.60.0.2",
                "ARP who has 10.60.0.2? (to all)",
                "TCP 40000 → 80 PSH ACK \"GET / HTTP/1.1\"")) {
            assertTrue(labels.contains(label), label + " is not in " + labels);
        }
    }

    /** As the announcement of its own address, which asks and answers nobody. */
    @Test
    void theCapturedContainerIsNoPartyOfItsOwn() {
        EthernetFrame announced = new EthernetFrame(
                0,
                "eth0",
                "02:42:0a:3c:00:03",
                "ff:ff:ff:ff:ff:ff",
                "ARP",
                "10.60.0.3",
                "10.60.0.3",
                "ARP",
                0,
                0,
                "who has 10.60.0.3?",
                42,
                List.of(new PacketHeader("Ethernet", 14), new PacketHeader("ARP", 28)));
        Conversation seen = new Conversation(
                "bob",
                Set.of("10.60.0.3"),
                Map.of("10.60.0.3", "bob", "10.60.0.2", "alice"),
                List.of(announced, frame("", "ARP", 0, "who has 10.60.0.2?")));
        assertEquals(List.of("alice 10.60.0.2"), seen.parties());
        List<String> labels = FramesPicture.of(seen).draw(false).labels().stream()
                .map(Scene.Text::full)
                .toList();
        assertFalse(labels.contains("bob 10.60.0.3"), labels.toString());
        assertTrue(labels.contains("ARP who has 10.60.0.3? (to all)"), labels.toString());
    }
}
