package porthole.jupyter.wire.zmtp;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ConcurrentModificationException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import porthole.display.Sentences;

/** A listening socket's connections, and the one thread that reads them all. */
public final class Listener {
    private static final Sentences SENTENCES = Sentences.of(Listener.class);

    private static final int CHUNK = 64 * 1024;

    /** How long nothing is done where the system gives no more connections. */
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final String name;
    private final ServerSocketChannel server;
    private final Pattern pattern;
    private final Mechanism.Maker mechanism;
    private final Consumer<String> log;
    private final Set<String> told = new HashSet<>();
    private final Selector selector;
    private final ByteBuffer room = ByteBuffer.allocateDirect(CHUNK);

    private Listener(
            String name, ServerSocketChannel server, Pattern pattern, Mechanism.Maker mechanism, Consumer<String> log)
            throws IOException {
        this.name = name;
        this.server = server;
        this.pattern = pattern;
        this.mechanism = mechanism;
        this.log = log;
        this.selector = Selector.open();
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
    }

    /**
     * Listens at {@code address}; who connects waits until {@link #start}.
     *
     * @throws IOException where the address is taken, or not this machine's
     */
    public static ServerSocketChannel bind(SocketAddress address) throws IOException {
        ServerSocketChannel server = address instanceof UnixDomainSocketAddress
                ? ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                : ServerSocketChannel.open();
        try {
            if (!(address instanceof UnixDomainSocketAddress)) {
                server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            }
            return server.bind(address);
        } catch (IOException | RuntimeException e) { // an address of no machine is an unchecked one
            server.close();
            throw e instanceof IOException io ? io : new IOException(SENTENCES.say("listen.address"), e);
        }
    }

    /**
     * Begins to serve with the mechanism NULL.
     *
     * @param name of its thread, and in what is told
     * @param server bound; the listener closes it
     * @param log takes one sentence for each connection that is dropped
     */
    public static Listener start(String name, ServerSocketChannel server, Pattern pattern, Consumer<String> log)
            throws IOException {
        return start(name, server, pattern, NullMechanism.maker(), log);
    }

    /** As above, with another mechanism of security. */
    public static Listener start(
            String name, ServerSocketChannel server, Pattern pattern, Mechanism.Maker mechanism, Consumer<String> log)
            throws IOException {
        Listener listener = new Listener(name, server, pattern, mechanism, log);
        Thread thread = new Thread(listener::serve, "jupyter-" + name);
        thread.setDaemon(true);
        thread.start();
        return listener;
    }

    /** Lets what was sent go out, but not beyond {@code deadline} of {@link System#nanoTime}, and ends. */
    public void close(long deadline) throws InterruptedException {
        try {
            server.close();
            for (Connection connection : connections()) {
                connection.awaitSent(deadline);
                connection.close();
            }
            selector.close();
        } catch (IOException e) {
            // What is closed with an error is closed.
        }
    }

    private List<Connection> connections() {
        return selector.keys().stream()
                .map(SelectionKey::attachment)
                .filter(Connection.class::isInstance)
                .map(Connection.class::cast)
                .toList();
    }

    private void serve() {
        try {
            while (true) {
                selector.select();
                for (SelectionKey key : selector.selectedKeys()) {
                    serve(key);
                }
                selector.selectedKeys().clear();
            }
        } catch (ClosedSelectorException | ConcurrentModificationException e) {
            if (selector.isOpen()) {
                throw e;
            }
            // The end: closing a selector also empties the keys that are walked here.
        } catch (IOException e) {
            log.accept(SENTENCES.say("listen.end", name, e));
        }
    }

    private void serve(SelectionKey key) {
        try {
            if (key.attachment() instanceof Connection connection) {
                serve(key, connection);
            } else if (key.isAcceptable()) {
                accept();
            }
        } catch (CancelledKeyException e) {
            // Its connection has been closed meanwhile.
        }
    }

    private void serve(SelectionKey key, Connection connection) {
        try {
            if (key.isWritable()) {
                connection.flush();
            }
            if (key.isReadable()) {
                connection.read(room);
            }
        } catch (IOException e) {
            connection.close(); // the other end has gone
        } catch (ProtocolException e) {
            String sentence = e.sentence(name);
            if (!e.isToldOnce() || told.add(sentence)) {
                log.accept(sentence);
            }
            connection.close();
        } catch (OutOfMemoryError e) {
            log.accept(SENTENCES.say("connection.dropped", name, SENTENCES.say("connection.memory")));
            connection.close();
        }
    }

    private void accept() {
        try {
            SocketChannel channel = server.accept();
            if (channel != null) {
                channel.configureBlocking(false);
                if (!(channel.getLocalAddress() instanceof UnixDomainSocketAddress)) {
                    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                }
                new Connection(channel, selector, pattern, mechanism);
            }
        } catch (IOException e) {
            if (server.isOpen()) {
                log.accept(SENTENCES.say("connection.failed", name, e.getMessage()));
                LockSupport.parkNanos(PAUSE);
            }
        }
    }
}
