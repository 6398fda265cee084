package porthole.jupyter.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import porthole.jupyter.protocol.Header;
import porthole.jupyter.protocol.Message;
import porthole.jupyter.protocol.MessageFactory;
import porthole.jupyter.protocol.MessageJson;
import porthole.jupyter.protocol.Publication;

/** The sockets over loopback, against a client that can also send what no client should. */
@Timeout(30)
class SocketsTest {
    private static final String KEY = "open sesame";

    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
    private final MessageFactory letterhead = new MessageFactory();
    private final List<BareSocket> clients = new ArrayList<>();
    private ConnectionFile connection;
    private Sockets sockets;
    private int written;

    @BeforeEach
    void open() throws Exception {
        open(KEY);
    }

    private void open(String key) throws Exception {
        connection = connection(key);
        sockets = new Sockets(connection, letterhead, log::add);
        // Everything is answered with its own content, so that an answer proves that the loop lives.
        sockets.start((channel, message) -> {
            if (message.type().equals("explode")) {
                throw new IllegalStateException("boom");
            }
            sockets.send(channel, message);
        });
    }

    private static ConnectionFile connection(String key) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            held.add(new ServerSocket(0));
        }
        int[] ports = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
        for (ServerSocket socket : held) {
            socket.close();
        }
        return new ConnectionFile(
                "tcp", "127.0.0.1", ports[0], ports[1], ports[2], ports[3], ports[4], key, "hmac-sha256");
    }

    @AfterEach
    void close() throws Exception {
        for (BareSocket client : clients) {
            client.close();
        }
        sockets.close();
    }

    private BareSocket client(String type, int port) throws IOException {
        return client(type, "", port);
    }

    private BareSocket client(String type, String identity, int port) throws IOException {
        BareSocket socket = BareSocket.connect(type, identity, port, () -> false);
        clients.add(socket);
        return socket;
    }

    private MessageFraming framing(String key) {
        return new MessageFraming(new MessageSignature(key, "hmac-sha256"), new Replays());
    }

    private Message message(String type) {
        Header header = new Header("m" + (++written), "page", "", "", type, "5.3");
        ObjectNode content = MessageJson.object().put("text", "häßlich 😀");
        return new Message(
                List.of(), header, Optional.empty(), MessageJson.object(), content, List.of(new byte[] {1, 2}));
    }

    private void assertServes(BareSocket shell) throws Exception {
        Message sent = message("ping_request");
        shell.send(framing(connection.key()).write(sent));
        Message back = framing(connection.key()).read(shell.receive());
        assertEquals(sent.header(), back.header());
        assertEquals(sent.content(), back.content());
        assertArrayEquals(new byte[] {1, 2}, back.buffers().get(0));
    }

    private String dropped(BareSocket shell, List<byte[]> frames) throws Exception {
        shell.send(frames);
        String line = log.poll(10, TimeUnit.SECONDS);
        assertServes(shell);
        assertTrue(line != null && !line.contains(KEY) && !line.contains("\n"), line);
        return line;
    }

    @Test
    void twoControlConnectionsOfOneIdentityAreServedInTurn() throws Exception {
        List<BareSocket> controls = List.of(
                client("DEALER", "page", connection.controlPort()), client("DEALER", "page", connection.controlPort()));
        for (int i = 0; i < 20; i++) {
            for (BareSocket control : controls) {
                assertServes(control);
            }
        }
    }

    @Test
    void aSignedMessageArrivesWhole() throws Exception {
        assertServes(client("DEALER", connection.shellPort()));
        assertServes(client("DEALER", connection.controlPort()));
        assertServes(client("DEALER", connection.stdinPort()));
        assertTrue(log.isEmpty());
    }

    @Test
    void whatIsWronglySignedIsDroppedAndTheNextIsServed() throws Exception {
        BareSocket shell = client("DEALER", connection.shellPort());
        String line = dropped(shell, framing("other key").write(message("ping_request")));
        assertEquals("Dropped a message on shell: its signature is wrong.", line);
    }

    @Test
    void whatIsNotSignedIsDropped() throws Exception {
        BareSocket shell = client("DEALER", connection.shellPort());
        assertTrue(dropped(shell, framing("").write(message("ping_request"))).contains("not signed"));
    }

    @Test
    void aMessageSentAgainIsDropped() throws Exception {
        BareSocket shell = client("DEALER", connection.shellPort());
        List<byte[]> frames = framing(KEY).write(message("ping_request"));
        shell.send(frames);
        shell.receive();
        assertTrue(dropped(shell, frames).contains("used before"));
        BareSocket control = client("DEALER", connection.controlPort());
        assertTrue(dropped(control, frames).contains("used before"));
    }

    @Test
    void framesThatAreNoMessageAreDropped() throws Exception {
        BareSocket shell = client("DEALER", connection.shellPort());
        assertTrue(dropped(shell, List.of(new byte[0])).contains("no delimiter"));
        assertTrue(dropped(shell, List.of("nonsense".getBytes(UTF_8))).contains("no delimiter"));
        assertTrue(dropped(shell, List.of("<IDS|MSG>".getBytes(UTF_8))).contains("0 of the 5 frames"));
        List<byte[]> whole = framing(KEY).write(message("ping_request"));
        assertTrue(dropped(shell, whole.subList(0, 4)).contains("3 of the 5 frames"));
    }

    @Test
    void wellSignedNonsenseIsDropped() throws Exception {
        BareSocket shell = client("DEALER", connection.shellPort());
        assertTrue(dropped(shell, signed("{", "{}", "{}", "{}")).contains("header is not JSON"));
        assertTrue(dropped(shell, signed("{}", "{}", "{}", "{}")).contains("msg_id"));
        String header = "{\"msg_id\": \"1\", \"msg_type\": \"x\"}";
        assertTrue(dropped(shell, signed(header, "{}", "{}", "[1]")).contains("content is JSON, but not an object"));
        assertTrue(dropped(shell, signed(header, "", "{}", "{}")).contains("parent header"));
        assertTrue(dropped(shell, signed(header, "{}", "{}", "\u0000\uFFFF")).contains("content is not JSON"));
        String deep = "{\"a\":".repeat(200_000);
        assertTrue(dropped(shell, signed(header, "{}", "{}", deep)).contains("content is not JSON"));
    }

    private static List<byte[]> signed(String... parts) {
        List<byte[]> json =
                List.of(parts).stream().map(part -> part.getBytes(UTF_8)).toList();
        List<byte[]> frames = new ArrayList<>();
        frames.add("<IDS|MSG>".getBytes(UTF_8));
        frames.add(new MessageSignature(KEY, "hmac-sha256").of(json));
        frames.addAll(json);
        return frames;
    }

    @Test
    void aReceiverThatFailsDoesNotEndTheLoop() throws Exception {
        BareSocket shell = client("DEALER", connection.shellPort());
        assertTrue(dropped(shell, framing(KEY).write(message("explode"))).contains("boom"));
    }

    @Test
    void withoutAKeyNothingIsSignedAndAllIsAccepted() throws Exception {
        sockets.close();
        open("");
        BareSocket shell = client("DEALER", connection.shellPort());
        assertServes(shell);
        shell.send(framing("whatever").write(message("ping_request")));
        assertEquals(7, shell.receive().size());
    }

    @Test
    void aSubscriberIsWelcomedAndMissesNothingAfterwards() throws Exception {
        BareSocket iopub = client("SUB", connection.iopubPort());
        iopub.send(List.of(new byte[] {1}));
        Message welcome = framing(KEY).read(iopub.receive());
        assertEquals("iopub_welcome", welcome.type());
        assertEquals("", welcome.content().path("subscription").asText());
        for (int i = 0; i < 5_000; i++) {
            sockets.send(
                    porthole.jupyter.protocol.Channel.IOPUB,
                    letterhead.publish(Optional.empty(), new Publication.Stream("stdout", "line " + i)));
        }
        MessageFraming reader = framing(KEY);
        for (int i = 0; i < 5_000; i++) {
            assertEquals(
                    "line " + i,
                    reader.read(iopub.receive()).content().path("text").asText());
        }
    }

    @Test
    void aFrontEndThatDoesNotReadCostsNoHeapAndIsToldWhatItLost() throws Exception {
        BareSocket iopub = client("SUB", connection.iopubPort());
        iopub.send(List.of(new byte[] {1}));
        iopub.receive();
        long before = heap();
        Optional<Header> cell = Optional.of(message("execute_request").header());
        publish(cell, Publication.Status.BUSY);
        for (int i = 0; i < 600; i++) {
            publish(cell, new Publication.Stream("stdout", "x".repeat(1_000_000)));
        }
        publish(cell, Publication.Status.IDLE);
        long grown = heap() - before;
        assertTrue(grown < 150_000_000, grown + " bytes are held for it");
        assertEquals(1, log.size(), log::toString);
        List<String> read = new ArrayList<>();
        MessageFraming reader = framing(KEY);
        while (!read.contains("idle")) {
            Message message = reader.read(iopub.receive());
            assertEquals(cell, message.parent());
            String text = message.content().path("text").asText();
            read.add(text.isEmpty() ? message.content().path("execution_state").asText() : text);
        }
        long whole = read.stream().filter(text -> text.length() == 1_000_000).count();
        assertEquals(whole + 3, read.size());
        assertEquals("busy", read.get(0));
        assertTrue(read.get(read.size() - 2).contains((600 - whole) + " outputs"), read.get(read.size() - 2));
    }

    private void publish(Optional<Header> parent, Publication content) {
        sockets.send(porthole.jupyter.protocol.Channel.IOPUB, letterhead.publish(parent, content));
    }

    private static long heap() {
        System.gc();
        return java.lang.management.ManagementFactory.getMemoryMXBean()
                .getHeapMemoryUsage()
                .getUsed();
    }

    @Test
    void theHeartBeats() throws Exception {
        BareSocket heart = client("REQ", connection.heartbeatPort());
        for (int i = 0; i < 3; i++) {
            heart.send(List.of(new byte[0], ("ping" + i).getBytes(UTF_8)));
            assertEquals("ping" + i, new String(heart.receive().get(1), UTF_8));
        }
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        ConnectionFile free = connection(KEY);
        try (ServerSocket taken = new ServerSocket(free.stdinPort(), 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            String sentence = assertThrows(ConnectionException.class, () -> new Sockets(free, letterhead, log::add))
                    .getMessage();
            assertTrue(sentence.contains("tcp://127.0.0.1:" + taken.getLocalPort() + " for stdin"), sentence);
        }
        // What was bound before is free again.
        Sockets again = new Sockets(free, letterhead, log::add);
        again.close();
    }
}
