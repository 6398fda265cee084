package porthole.jupyter.wire;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;
import porthole.jupyter.protocol.Channel;
import porthole.jupyter.wire.curve.CurveServer;
import porthole.jupyter.wire.zmtp.Listener;
import porthole.jupyter.wire.zmtp.Mechanism;
import porthole.jupyter.wire.zmtp.Publisher;
import porthole.jupyter.wire.zmtp.Router;

/** The five sockets by the kernel's own ZMTP, over TCP or Unix sockets; encrypted if the connection file has keys. */
final class ZmtpTransport implements Transport {
    private static final Sentences SENTENCES = Sentences.of(ZmtpTransport.class);

    /** For how long the end of the kernel waits for a front end to take what was sent. */
    private static final long LINGER = TimeUnit.SECONDS.toNanos(1);

    /** Bytes of iopub that may wait for a front end that does not read, before it loses outputs. */
    private static final long UNREAD = 64L * 1024 * 1024;

    /** … and never more than this part of the heap. */
    private static final int UNREAD_SHARE = 8;

    private final ConnectionFile connection;
    private final Consumer<String> log;
    private final Mechanism.@Nullable Maker mechanism;
    private final Map<Channel, ServerSocketChannel> bound = new EnumMap<>(Channel.class);
    private final ServerSocketChannel heartbeat;
    private final List<Listener> listeners = new ArrayList<>();
    private final Map<Channel, Router> routers = new EnumMap<>(Channel.class);
    private @Nullable Publisher publisher;

    /** Binds the sockets, as {@link Transport.Maker}. */
    ZmtpTransport(ConnectionFile connection, Consumer<String> log) throws ConnectionException {
        this.connection = connection;
        this.log = log;
        this.mechanism = mechanism(connection.curve());
        try {
            for (Channel channel : Channel.values()) {
                bound.put(channel, bind(channel.label(), port(channel)));
            }
            heartbeat = bind("heartbeat", connection.heartbeatPort());
        } catch (ConnectionException e) {
            bound.values().forEach(ZmtpTransport::closeQuietly);
            throw e;
        }
    }

    /** {@code null}: none but NULL. The library of the other one is loaded here, and nowhere else. */
    private static Mechanism.@Nullable Maker mechanism(Optional<CurveKeys> keys) throws ConnectionException {
        if (keys.isEmpty()) {
            return null;
        }
        try {
            return CurveServer.of(keys.get().publicKey(), keys.get().secretKey());
        } catch (IllegalArgumentException e) {
            throw new ConnectionException(String.valueOf(e.getMessage()), e);
        }
    }

    private int port(Channel channel) {
        return switch (channel) {
            case SHELL -> connection.shellPort();
            case CONTROL -> connection.controlPort();
            case STDIN -> connection.stdinPort();
            case IOPUB -> connection.iopubPort();
        };
    }

    private ServerSocketChannel bind(String name, int port) throws ConnectionException {
        try {
            if (connection.isLocal()) { // a kernel that was killed has left its own behind
                Files.deleteIfExists(connection.path(port));
            }
            return Listener.bind(connection.socketAddress(port));
        } catch (IOException e) {
            throw new ConnectionException(SENTENCES.say("listen", connection.endpoint(port), name, e.getMessage()), e);
        }
    }

    @Override
    public synchronized void start(Receiver receiver, Function<byte[], List<byte[]>> welcome) {
        Publisher iopub =
                new Publisher(welcome, Math.min(UNREAD, Runtime.getRuntime().maxMemory() / UNREAD_SHARE), log);
        publisher = iopub;
        for (Channel channel : List.of(Channel.SHELL, Channel.CONTROL, Channel.STDIN)) {
            routers.put(channel, new Router(frames -> receiver.receive(channel, frames)));
        }
        try {
            for (Map.Entry<Channel, Router> router : routers.entrySet()) {
                Channel channel = router.getKey();
                listen(channel.label(), socket(channel), router.getValue());
            }
            listen("iopub", socket(Channel.IOPUB), iopub);
            listen("heartbeat", heartbeat, Router.echo());
        } catch (IOException e) {
            log.accept(SENTENCES.say("listen.wait", e.getMessage()));
        }
    }

    private void listen(String name, ServerSocketChannel server, porthole.jupyter.wire.zmtp.Pattern pattern)
            throws IOException {
        listeners.add(
                mechanism == null
                        ? Listener.start(name, server, pattern, log)
                        : Listener.start(name, server, pattern, mechanism, log));
    }

    @Override
    public void send(Channel channel, List<byte[]> frames) {
        Objects.requireNonNull(routers.get(channel)).send(frames);
    }

    @Override
    public void publish(List<byte[]> frames) {
        Objects.requireNonNull(publisher).send(frames);
    }

    @Override
    public void offer(List<byte[]> frames, Function<Loss, List<byte[]>> notice) {
        Objects.requireNonNull(publisher).offer(frames, loss -> notice.apply(new Loss(loss.messages(), loss.bytes())));
    }

    @Override
    public synchronized void close() throws InterruptedException {
        long deadline = System.nanoTime() + LINGER;
        for (Listener listener : listeners) {
            listener.close(deadline);
        }
        bound.values().forEach(ZmtpTransport::closeQuietly);
        closeQuietly(heartbeat);
        if (connection.isLocal()) {
            connection.ports().forEach(port -> deleteQuietly(connection.path(port)));
        }
    }

    private static void closeQuietly(ServerSocketChannel server) {
        try {
            server.close();
        } catch (IOException e) {
            // What is closed with an error is closed.
        }
    }

    private static void deleteQuietly(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // The next kernel at this path removes it.
        }
    }

    private ServerSocketChannel socket(Channel channel) {
        return Objects.requireNonNull(bound.get(channel));
    }
}
