package porthole.jupyter.wire.zmtp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import porthole.jupyter.wire.BareSocket;

/** Listening sockets: against a front end that does as it must, and against bytes that no library sends. */
@Timeout(30)
class ListenerTest {
    private static final byte[] GREETING = greeting(3, "NULL");

    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
    private final List<Listener> listeners = new ArrayList<>();
    private final List<BareSocket> clients = new ArrayList<>();
    private int port;

    @BeforeEach
    void open() throws IOException {
        port = listen(Router.echo());
    }

    private int listen(Pattern pattern) throws IOException {
        ServerSocketChannel server = Listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        int bound = ((InetSocketAddress) server.getLocalAddress()).getPort();
        listeners.add(Listener.start("test", server, pattern, log::add));
        return bound;
    }

    @AfterEach
    void close() throws Exception {
        for (BareSocket client : clients) {
            client.close();
        }
        for (Listener listener : listeners) {
            listener.close(System.nanoTime());
        }
    }

    private Publisher publisher(Function<byte[], List<byte[]>> welcome, long limit) {
        return new Publisher(welcome, limit, log::add);
    }

    private BareSocket client(String type, int to, String identity) throws IOException {
        BareSocket socket = BareSocket.connect(type, identity, to, () -> false);
        clients.add(socket);
        return socket;
    }

    private static List<byte[]> message(String... frames) {
        return Arrays.stream(frames).map(f -> f.getBytes(UTF_8)).toList();
    }

    private static List<String> text(List<byte[]> message) {
        return message.stream().map(f -> new String(f, UTF_8)).toList();
    }

    private static byte[] greeting(int major, String mechanism) {
        return ByteBuffer.allocate(64)
                .put((byte) 0xFF)
                .putLong(1)
                .put((byte) 0x7F)
                .put((byte) major)
                .put((byte) 1)
                .put(mechanism.getBytes(US_ASCII))
                .array();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static byte[] ready(String type) {
        return bytes(new Ready(type, "me".getBytes(UTF_8)).command().bytes());
    }

    private String dropped(byte[]... sent) throws Exception {
        try (Socket raw = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = raw.getOutputStream();
            for (byte[] one : sent) {
                out.write(one);
            }
            String line = log.poll(10, TimeUnit.SECONDS);
            raw.setSoTimeout(10_000);
            raw.getInputStream().readAllBytes(); // to the end, which is there because the listener has hung up
            assertEchoes();
            return String.valueOf(line);
        }
    }

    private void assertEchoes() throws IOException {
        BareSocket other = client("DEALER", port, "");
        other.send(message("still here?"));
        assertEquals(List.of("still here?"), text(other.receive()));
    }

    @Test
    void aMessageOfManyFramesComesBackWhole() throws Exception {
        BareSocket client = client("DEALER", port, "somebody");
        byte[] large = new byte[5_000_000];
        Arrays.fill(large, (byte) 7);
        List<byte[]> sent = List.of(large, new byte[0], new byte[255], new byte[256], "end".getBytes(UTF_8));
        client.send(sent);
        List<byte[]> back = client.receive();
        assertEquals(sent.size(), back.size());
        for (int i = 0; i < sent.size(); i++) {
            assertArrayEquals(sent.get(i), back.get(i));
        }
    }

    @Test
    void bytesThatComeOneByOneMakeAMessage() throws Exception {
        try (Socket raw = new Socket(InetAddress.getLoopbackAddress(), port)) {
            raw.setTcpNoDelay(true);
            raw.setSoTimeout(10_000);
            byte[] message = bytes(Frame.message(List.of("a".getBytes(UTF_8), new byte[300])));
            for (byte[] part : List.of(GREETING, ready("DEALER"), message)) {
                for (byte one : part) {
                    raw.getOutputStream().write(one);
                }
            }
            DataInputStream in = new DataInputStream(raw.getInputStream());
            in.skipNBytes(64L + bytes(new Ready("ROUTER", new byte[0]).command().bytes()).length);
            assertArrayEquals(message, in.readNBytes(message.length));
        }
    }

    @Test
    void aStrangersBytesAreToldAndDropped() throws Exception {
        assertTrue(dropped("GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8)).contains("does not begin as ZeroMQ does"));
        assertTrue(dropped(greeting(1, "NULL")).contains("it speaks ZMTP 1, not 3"));
        assertTrue(dropped(greeting(3, "CURVE")).contains("another security mechanism than NULL"));
        assertTrue(dropped(GREETING, ready("SUB")).contains("a SUB cannot talk to this ROUTER"));
        assertTrue(dropped(GREETING, new byte[] {0, 1, 5}).contains("it began with a message"));
        assertTrue(dropped(GREETING, new byte[] {8, 1, 5}).contains("the unknown flags 8"));
        byte[] cut = ready("DEALER");
        cut[cut.length - 3] = 100; // the length of the identity
        assertTrue(dropped(GREETING, cut).contains("its READY is cut off"));
    }

    @Test
    void aLengthAloneTakesNoMemory() throws Exception {
        byte[] most =
                ByteBuffer.allocate(9).put((byte) 2).putLong(Long.MAX_VALUE).array();
        assertTrue(dropped(GREETING, ready("DEALER"), most).contains("9223372036854775807 bytes is longer than"));
        byte[] negative = ByteBuffer.allocate(9).put((byte) 2).putLong(-1).array();
        assertTrue(dropped(GREETING, ready("DEALER"), negative).contains("18446744073709551615 bytes"));
        byte[] command = ByteBuffer.allocate(9).put((byte) 6).putLong(1 << 20).array();
        assertTrue(dropped(GREETING, command).contains("1048576 bytes is longer"));
        // A truncated one is simply over.
        try (Socket raw = new Socket(InetAddress.getLoopbackAddress(), port)) {
            raw.getOutputStream().write(GREETING);
            raw.getOutputStream().write(ready("DEALER"));
            raw.getOutputStream()
                    .write(ByteBuffer.allocate(9)
                            .put((byte) 2)
                            .putLong(200_000_000)
                            .array());
        }
        assertEchoes();
        assertTrue(log.isEmpty());
    }

    @Test
    void aPingIsAnswered() throws Exception {
        try (Socket raw = new Socket(InetAddress.getLoopbackAddress(), port)) {
            raw.setSoTimeout(10_000);
            raw.getOutputStream().write(GREETING);
            raw.getOutputStream().write(ready("DEALER"));
            raw.getOutputStream()
                    .write(bytes(
                            Frame.command("PING", new byte[] {0, 9, 'h', 'i'}).bytes()));
            DataInputStream in = new DataInputStream(raw.getInputStream());
            in.skipNBytes(64L + bytes(new Ready("ROUTER", new byte[0]).command().bytes()).length);
            assertArrayEquals(bytes(Frame.command("PONG", new byte[] {'h', 'i'}).bytes()), in.readNBytes(9));
        }
    }

    @Test
    void twoConnectionsOfOneIdentityAreBothServed() throws Exception {
        List<BareSocket> both = List.of(client("DEALER", port, "page"), client("DEALER", port, "page"));
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < both.size(); j++) {
                both.get(j).send(message("message " + i + " of " + j));
                assertEquals(
                        List.of("message " + i + " of " + j), text(both.get(j).receive()));
            }
        }
    }

    @Test
    void aRouteOfOneRouterReachesTheSameIdentityAtAnother() throws Exception {
        BlockingQueue<List<byte[]>> hello = new LinkedBlockingQueue<>();
        Router stdin = new Router(hello::add);
        int other = listen(stdin);
        BlockingQueue<List<byte[]>> come = new LinkedBlockingQueue<>();
        int shell = listen(new Router(come::add));
        BareSocket asking = client("DEALER", other, "page");
        client("DEALER", other, "another page");
        client("DEALER", shell, "page").send(message("cell"));
        byte[] route = come.take().get(0);
        asking.send(message("hello")); // its handshake is over when this has come
        hello.take();
        stdin.send(List.of(route, "a question".getBytes(UTF_8)));
        assertEquals(List.of("a question"), text(asking.receive()));
        stdin.send(List.of("nobody's route".getBytes(UTF_8), new byte[1]));
        stdin.send(List.of(new byte[1], new byte[1]));
    }

    @Test
    void aSubscriberGetsWhatItWantsUntilItCancels() throws Exception {
        Publisher publisher = publisher(topic -> List.of(topic, "welcome".getBytes(UTF_8)), 1 << 26);
        BareSocket subscriber = client("SUB", listen(publisher), "");
        for (String topic : List.of("b", "a")) {
            subscriber.send(message("\u0001" + topic));
            assertEquals(List.of(topic, "welcome"), text(subscriber.receive()));
        }
        for (String topic : List.of("c1", "a1", "b1")) {
            publisher.send(message(topic));
        }
        assertEquals(List.of("a1"), text(subscriber.receive()));
        assertEquals(List.of("b1"), text(subscriber.receive()));
        subscriber.send(message("\u0000b"));
        subscriber.send(message("\u0001z")); // behind the end of "b", so that its welcome tells that this has come
        assertEquals(List.of("z", "welcome"), text(subscriber.receive()));
        publisher.send(message("b2"));
        publisher.send(message("a2"));
        assertEquals(List.of("a2"), text(subscriber.receive()));
    }

    @Test
    void whoDoesNotReadHoldsNobodyUp() throws Exception {
        Publisher publisher = publisher(topic -> List.of(topic), 1 << 26);
        int published = listen(publisher);
        try (Socket deaf = new Socket(InetAddress.getLoopbackAddress(), published)) {
            deaf.getOutputStream().write(GREETING);
            deaf.getOutputStream().write(ready("SUB"));
            deaf.getOutputStream().write(new byte[] {0, 1, 1});
            deaf.setSoTimeout(10_000);
            DataInputStream in = new DataInputStream(deaf.getInputStream());
            in.skipNBytes(64L + bytes(new Ready("XPUB", new byte[0]).command().bytes()).length + 2); // to its welcome
            BareSocket subscriber = client("SUB", published, "");
            subscriber.send(List.of(new byte[] {1}));
            assertEquals(List.of(""), text(subscriber.receive()));
            byte[] large = new byte[1_000_000];
            for (int i = 0; i < 20; i++) {
                publisher.send(List.of(large));
            }
            for (int i = 0; i < 20; i++) {
                assertEquals(large.length, subscriber.receive().get(0).length);
            }
            // All of it is there when at last somebody reads.
            in.skipNBytes(20L * (9 + large.length));
        }
    }

    @Test
    void aSubscriberThatReadsAgainIsToldOnceWhatItLostInBetween() throws Exception {
        Publisher publisher = publisher(topic -> List.of(topic), 8_000_000);
        BareSocket subscriber = client("SUB", listen(publisher), "");
        subscriber.send(List.of(new byte[] {1}));
        subscriber.receive();
        for (int i = 0; i < 100; i++) {
            int number = i;
            publisher.offer(List.of(new byte[1_000_000]), loss -> message(number + ": " + loss.messages()));
            publisher.send(message("status " + i));
        }
        int lost = 0;
        int large = 0;
        for (int i = 0; i < 100; ) {
            byte[] frame = subscriber.receive().get(0);
            String text = frame.length < 100 ? new String(frame, UTF_8) : "";
            if (text.isEmpty()) {
                large++;
            } else if (text.equals("status " + i)) {
                i++;
            } else {
                assertEquals(i + ": 1", text); // where it went missing
                lost++;
            }
        }
        assertEquals(100, large + lost);
        assertTrue(lost > 50, lost + " lost");
        assertEquals(1, log.size(), log::toString);
        publisher.offer(List.of(new byte[1_000_000]), loss -> message("lost"));
        assertEquals(1_000_000, subscriber.receive().get(0).length); // it reads again, and misses nothing
    }

    @Test
    void whoNeverReadsIsLetGo() throws Exception {
        Publisher publisher = publisher(topic -> List.of(topic), 1_000_000);
        BareSocket subscriber = client("SUB", listen(publisher), "");
        subscriber.send(List.of(new byte[] {1}));
        subscriber.receive();
        for (int i = 0; i < 100; i++) {
            publisher.send(List.of(new byte[1_000_000]));
        }
        assertEquals(1, log.size(), log::toString);
        assertTrue(log.element().contains("closed"), log.element());
        assertThrows(IOException.class, () -> {
            while (true) {
                subscriber.receive();
            }
        });
    }

    @Test
    void aUnixSocketIsServedToo(@TempDir Path folder) throws Exception {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("kernel-1"));
        listeners.add(Listener.start("unix", Listener.bind(address), Router.echo(), log::add));
        try (SocketChannel raw = SocketChannel.open(address)) {
            byte[] message = bytes(Frame.message(List.of("over a file".getBytes(UTF_8))));
            raw.write(ByteBuffer.wrap(GREETING));
            raw.write(ByteBuffer.wrap(ready("REQ")));
            raw.write(ByteBuffer.wrap(message));
            DataInputStream in = new DataInputStream(Channels.newInputStream(raw));
            in.skipNBytes(64L + bytes(new Ready("ROUTER", new byte[0]).command().bytes()).length);
            assertArrayEquals(message, in.readNBytes(message.length));
        }
    }
}
