package porthole.jupyter.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import porthole.jupyter.protocol.Channel;
import porthole.jupyter.protocol.Letterhead;
import porthole.jupyter.protocol.MalformedException;
import porthole.jupyter.protocol.Message;
import porthole.jupyter.protocol.Outbox;

/**
 * The kernel's five sockets. All are bound when the constructor returns; what arrives before {@link #start} waits in
 * them.
 */
public final class Sockets implements Outbox {
    /** For how long the end of the kernel waits for a front end to take what was sent, in milliseconds. */
    private static final int LINGER = 1_000;

    private static final int NO_LIMIT = 0;

    private final ConnectionFile connection;
    private final Letterhead letterhead;
    private final Consumer<String> log;
    private final ZMQ.Context context = ZMQ.context(1);
    private final Replays replays = new Replays();
    private final Framing outgoing;
    private final Map<Channel, ZMQ.Socket> bound = new EnumMap<>(Channel.class);
    private final Map<Channel, SocketLoop> loops = new EnumMap<>(Channel.class);
    private final List<Bridge> bridges = new ArrayList<>();
    private final Heartbeat heartbeat;

    /**
     * Binds the sockets.
     *
     * @param letterhead writes the welcome to new subscribers
     * @param log takes one sentence for each message that is dropped
     * @throws ConnectionException where a port is taken
     */
    public Sockets(ConnectionFile connection, Letterhead letterhead, Consumer<String> log) throws ConnectionException {
        this.connection = connection;
        this.letterhead = letterhead;
        this.log = log;
        this.outgoing = framing();
        List<ZMQ.Socket> opened = new ArrayList<>();
        try {
            bound.put(Channel.SHELL, bind(SocketType.ROUTER, "shell", connection.shellPort(), opened));
            bound.put(Channel.CONTROL, bind(SocketType.ROUTER, "control", connection.controlPort(), opened));
            bound.put(Channel.STDIN, bind(SocketType.ROUTER, "stdin", connection.stdinPort(), opened));
            bound.put(Channel.IOPUB, bind(SocketType.XPUB, "iopub", connection.iopubPort(), opened));
            heartbeat = new Heartbeat(bind(SocketType.ROUTER, "heartbeat", connection.heartbeatPort(), opened));
        } catch (ConnectionException e) {
            bridges.forEach(Bridge::close);
            opened.forEach(ZMQ.Socket::close);
            context.term();
            throw e;
        }
    }

    /** Begins to receive; {@code receiver} is called by each channel's own thread. */
    public synchronized void start(Receiver receiver) {
        for (Channel channel : Channel.values()) {
            Framing framing = framing();
            loops.put(channel, new SocketLoop(context, channel.label(), socket(channel), frames -> {
                if (channel == Channel.IOPUB) {
                    welcome(frames, framing);
                } else {
                    receive(channel, frames, framing, receiver);
                }
            }));
        }
        loops.values().forEach(SocketLoop::start);
        heartbeat.start();
    }

    /** Takes what arrives. */
    @FunctionalInterface
    public interface Receiver {
        void receive(Channel channel, Message message);
    }

    @Override
    public void send(Channel channel, Message message) {
        loop(channel).send(outgoing.write(message));
    }

    /** Lets what was sent go out, for a second at most, and closes the sockets. By the thread that sends, or after it. */
    public synchronized void close() throws InterruptedException {
        bridges.forEach(Bridge::close);
        if (loops.isEmpty()) {
            bound.values().forEach(ZMQ.Socket::close);
            heartbeat.close();
        }
        for (SocketLoop loop : loops.values()) {
            loop.stop();
        }
        context.term();
    }

    // A stranger's message must never end the loop: what goes wrong with one is told, and the next one is served.
    private void receive(Channel channel, List<byte[]> frames, Framing framing, Receiver receiver) {
        try {
            receiver.receive(channel, framing.read(frames));
        } catch (MalformedException e) {
            log.accept("Dropped a message on " + channel.label() + ": " + e.sentence() + ".");
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            log.accept("Could not serve a message on " + channel.label() + ": " + e);
        }
    }

    private void welcome(List<byte[]> frames, Framing framing) {
        byte[] first = frames.get(0);
        boolean isSubscription = first.length > 0 && first[0] == 1;
        if (isSubscription) {
            byte[] topic = Arrays.copyOfRange(first, 1, first.length);
            loop(Channel.IOPUB).sendNow(framing.write(letterhead.welcome(topic)));
        }
    }

    private ZMQ.Socket bind(SocketType type, String name, int port, List<ZMQ.Socket> opened)
            throws ConnectionException {
        ZMQ.Socket socket = context.socket(type);
        if (type == SocketType.ROUTER) {
            // A front end that connects again keeps its identity, and may be quicker than the end of its old
            // connection.
            socket.setRouterHandover(true);
        }
        opened.add(socket);
        socket.setHWM(NO_LIMIT);
        socket.setLinger(LINGER);
        if (type == SocketType.XPUB) {
            socket.setXpubVerbose(true);
        }
        String endpoint = connection.endpoint(port);
        try {
            if (connection.transport().equals("ipc") || name.equals("control")) {
                bindInner(socket, port, name.equals("control") ? Sockets::renaming : () -> Bridge.Passage.PLAIN);
            } else if (!socket.bind(endpoint)) {
                throw new ZMQException(socket.errno());
            }
            return socket;
        } catch (ZMQException | IOException e) {
            throw new ConnectionException(
                    "Cannot listen on " + endpoint + " for " + name + " (" + e.getMessage()
                            + "): it is taken, or not this machine's. Start the kernel again, and Jupyter chooses "
                            + "others.",
                    e);
        }
    }

    private void bindInner(ZMQ.Socket socket, int port, Supplier<Bridge.Passage> passage) throws IOException {
        int inner = socket.bindToRandomPort("tcp://127.0.0.1");
        bridges.add(
                connection.transport().equals("ipc")
                        ? Bridge.unix(connection.path(port), inner, passage)
                        : Bridge.tcp(connection.socketAddress(port), inner, passage));
    }

    private static Bridge.Passage renaming() {
        return new Renaming(UUID.randomUUID().toString().getBytes(US_ASCII));
    }

    private Framing framing() {
        return new Framing(new Signature(connection.key(), connection.scheme()), replays);
    }

    private ZMQ.Socket socket(Channel channel) {
        return java.util.Objects.requireNonNull(bound.get(channel));
    }

    private SocketLoop loop(Channel channel) {
        return java.util.Objects.requireNonNull(loops.get(channel));
    }
}
