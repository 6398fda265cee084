package porthole.jupyter.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * A listening socket in front of one of JeroMQ's, for what JeroMQ 0.6.0 has not:
 *
 * <ul>
 *   <li>Unix sockets. What it calls {@code ipc} is TCP at a port made from the name, where no other implementation of
 *       ZeroMQ looks. The bytes are the same on both.
 *   <li>Several connections of one identity. See {@link Renaming}.
 * </ul>
 */
final class Bridge {
    private static final int CHUNK = 64 * 1024;

    private final InetSocketAddress inner;
    private final ServerSocketChannel server;
    private final Supplier<Passage> passage;
    private final Path path;

    private Bridge(ServerSocketChannel server, Path path, int port, Supplier<Passage> passage) {
        this.server = server;
        this.path = path;
        this.inner = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.passage = passage;
        start(this::accept);
    }

    /** What becomes of the bytes that a client sends, one of it for each connection. */
    @FunctionalInterface
    interface Passage {
        /** As they came. */
        Passage PLAIN = bytes -> bytes;

        /** What to send on for {@code bytes}; may hold some back until more come. */
        ByteBuffer pass(ByteBuffer bytes);
    }

    /**
     * Listens at {@code path}.
     *
     * @param port where JeroMQ's socket listens on loopback
     */
    static Bridge unix(Path path, int port, Supplier<Passage> passage) throws IOException {
        // A kernel that was killed has left its own behind.
        Files.deleteIfExists(path);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        return new Bridge(bound(server, UnixDomainSocketAddress.of(path)), path, port, passage);
    }

    /**
     * Listens at {@code address}.
     *
     * @param port where JeroMQ's socket listens on loopback
     */
    static Bridge tcp(InetSocketAddress address, int port, Supplier<Passage> passage) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        return new Bridge(bound(server, address), Path.of(""), port, passage);
    }

    private static ServerSocketChannel bound(ServerSocketChannel server, SocketAddress address) throws IOException {
        try {
            return server.bind(address);
        } catch (IOException | RuntimeException e) { // an address of no machine is an unchecked one
            server.close();
            throw e instanceof IOException io ? io : new IOException("it is no address", e);
        }
    }

    /** Listens no more. What is connected stays so until JeroMQ's socket closes. */
    void close() {
        try {
            server.close();
            if (!path.toString().isEmpty()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // The next kernel at this path removes it.
        }
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel client = server.accept();
                SocketChannel kernel = SocketChannel.open(inner);
                kernel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                if (path.toString().isEmpty()) {
                    client.setOption(StandardSocketOptions.TCP_NODELAY, true);
                }
                Passage inward = passage.get();
                start(() -> copy(client, kernel, inward));
                start(() -> copy(kernel, client, Passage.PLAIN));
            } catch (IOException e) {
                // Closed, or the client has gone away before it was served.
            }
        }
    }

    /** Until either end closes; then the other is closed too. */
    private static void copy(ByteChannel from, ByteChannel to, Passage passage) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(CHUNK);
        try (from;
                to) {
            while (from.read(buffer) >= 0) {
                ByteBuffer passed = passage.pass(buffer.flip());
                while (passed.hasRemaining()) {
                    to.write(passed);
                }
                buffer.clear();
            }
        } catch (IOException e) {
            // The other direction has closed both.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "jupyter-bridge");
        thread.setDaemon(true);
        thread.start();
    }
}
