package porthole.probe.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porthole.topology.JourneyEvidence.Nameless.Reply;

class LookedTest {
    @ParameterizedTest
    @CsvSource({
        "131,NO_SUCH_NAME",
        "3,NO_SUCH_NAME",
        "130,FAILED",
        "-126,FAILED",
        "133,REFUSED",
        "0,NO_ADDRESS",
        "4,UNKNOWN"
    })
    void theFourthByteOfAReplyTellsWhatTheServerSays(int told, Reply reply) {
        Looked looked = Looked.read(List.of("by 127.0.0.11", "reply " + told));
        assertEquals(reply, looked.reply());
        assertEquals("127.0.0.11", looked.by());
        assertEquals(List.of(), looked.addresses());
    }

    @Test
    void aServerThatSaysNothingIsNotTakenForOneThatKnowsNothing() {
        assertEquals(Reply.NOTHING, Looked.read(List.of("by 127.0.0.11")).reply());
        assertEquals(Reply.UNKNOWN, Looked.read(List.of()).reply());
    }

    /** Whatever bytes are in it: ten is a line feed, which would part the datagram in two. */
    @ParameterizedTest
    @CsvSource({"jr-stopped,10", "no.such.name,12", "web,3"})
    void theScriptAsksInOneDatagramAndReadsTheCode(String name, int labels, @TempDir Path folder) throws Exception {
        try (DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(5000);
            CompletableFuture<byte[]> question = CompletableFuture.supplyAsync(() -> answered(server));
            Path resolver = Files.writeString(folder.resolve("resolv.conf"), "nameserver 127.0.0.1\n");
            String script = Looked.script(name)
                    .replace("/etc/resolv.conf", resolver.toString())
                    .replace("/dev/udp/$1/53", "/dev/udp/$1/" + server.getLocalPort());
            Process bash = new ProcessBuilder(
                            "bash", "-c", "getent() { return 2; }; " + "timeout() { shift; \"$@\"; }; " + script)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(Reply.NO_SUCH_NAME, Looked.read(said.lines().toList()).reply(), said);
            byte[] asked = question.get(5, TimeUnit.SECONDS);
            assertEquals(12 + labels + 2 + 4, asked.length, Arrays.toString(asked));
        }
    }

    private static byte[] answered(DatagramSocket server) {
        DatagramPacket question = new DatagramPacket(new byte[512], 512);
        try {
            server.receive(question);
            byte[] reply = Arrays.copyOf(question.getData(), question.getLength());
            reply[2] = (byte) 0x81;
            reply[3] = (byte) 0x83;
            server.send(new DatagramPacket(reply, reply.length, question.getSocketAddress()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return Arrays.copyOf(question.getData(), question.getLength());
    }
}
